// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "engine/values/timetypes.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <utility>

namespace Pongwatch
{

// What a peer's service wants to hear, and what it is expected to say, beyond pings and pongs. Most services
// close a client that stays silent: they want a login or a subscription first, or send pings of their own in
// text.

/// How a message is written down.
enum class MessageForm : quint8 {
    Text, ///< as it is; goes out as a text message
    /// Bytes; goes out as a binary message. Hexadecimal digits and white space, 'text' between apostrophes,
    /// and u8(…), u16(…), u32(…), varint(…) for something with its length before it: big-endian, or seven
    /// bits a byte from the low end, as MQTT 5 (1.5.5) and Protocol Buffers have it.
    Hex,
    Base64, ///< bytes; RFC 4648 4, white space is skipped
};

/// A message to be sent. In it %id% stands for 16 new hexadecimal digits, %n% for a number that grows with
/// each heartbeat of a connection, %time_ms% for the milliseconds since 1970, and %NAME% for what a group of
/// that name in an expression has captured in this connection (%NAME|null%: or null, while there is nothing).
struct DialogueMessage {
    QString content; ///< empty: nothing is sent
    MessageForm form = MessageForm::Text;

    [[nodiscard]] bool isEmpty() const { return content.isEmpty(); }
    friend bool operator==(const DialogueMessage &, const DialogueMessage &) = default;
};

/// What a message is recognised by: a regular expression that is searched for in it.
struct DialoguePattern {
    QString expression; ///< empty: nothing is recognised
    /// Text: in the message as UTF-8, also when it came as a binary one. Else in its bytes as hexadecimal
    /// digits, two a byte, in small letters and without spaces.
    MessageForm form = MessageForm::Text;

    [[nodiscard]] bool isEmpty() const { return expression.isEmpty(); }
    friend bool operator==(const DialoguePattern &, const DialoguePattern &) = default;
};

/// One step of what is said first.
struct DialogueStep {
    DialogueMessage send;   ///< may be empty: the peer speaks first
    DialoguePattern expect; ///< may be empty: nothing is waited for
    DialoguePattern
        refused; ///< of what is not expected: a message that means no, so that the step fails at once
    nanoseconds within = seconds(10);

    friend bool operator==(const DialogueStep &, const DialogueStep &) = default;
};

/// A rule: what is sent whenever such a message comes. $1 to $9 and ${NAME} in it stand for what the
/// expression has captured. With nothing to send, it only captures.
struct DialogueAnswer {
    DialoguePattern when;
    DialogueMessage send;

    friend bool operator==(const DialogueAnswer &, const DialogueAnswer &) = default;
};

/// A feed that must go on: a peer that answers pings and sends nothing that matches is half dead.
struct DialogueAlive {
    DialoguePattern when; ///< empty: any message
    nanoseconds atLeastEvery = seconds(30);

    friend bool operator==(const DialogueAlive &, const DialogueAlive &) = default;
};

/// How an end looks that a missed first message causes, and the preset that speaks it.
struct MissedStart {
    std::optional<quint16> closeCode; ///< the peer's; 1005 for a Close frame without a code
    QString reason;                   ///< is part of the peer's reason, whatever the case; empty: any
    QString preset;

    friend bool operator==(const MissedStart &, const MissedStart &) = default;
};

/// A peer's dialogue as the engine holds it: presets and references to secrets are filled in.
struct DialogueSettings {
    QList<DialogueStep> onOpen;
    QList<DialogueAnswer> answer;
    std::optional<DialogueAlive> alive;
    QString preset;                                ///< the name of what the engine finds filled in
    QList<std::pair<QString, QString>> parameters; ///< of the preset
    QStringList secrets;                           ///< what stands in its texts and must never be shown
    QList<MissedStart> missedStarts;               ///< for a peer without a dialogue: what its ends may mean

    [[nodiscard]] bool isEmpty() const
    {
        return isSilent() && preset.isEmpty() && parameters.isEmpty() && missedStarts.isEmpty();
    }
    /// Nothing is said or waited for.
    [[nodiscard]] bool isSilent() const { return onOpen.isEmpty() && answer.isEmpty() && !alive; }
    friend bool operator==(const DialogueSettings &, const DialogueSettings &) = default;
};

/// Bounds of a dialogue.
struct DialogueLimits {
    static constexpr qsizetype rules = 64;             ///< steps and answers together
    static constexpr qsizetype characters = 64 * 1024; ///< of one message or expression
    static constexpr qint64 lookedAt = 64 * 1024;      ///< bytes of each message that are searched
    static constexpr int answersASecond = 100;         ///< more is a storm, and ends the connection
    static constexpr qsizetype captured = 4096;        ///< characters of one captured text
    static constexpr qsizetype variables = 64;         ///< named captures that are kept
};

/// A part of ConnectionSettings that most peers don't have, and that takes a pointer's room in them. Compared
/// by what it says.
class SharedDialogue
{
public:
    SharedDialogue() = default;
    explicit SharedDialogue(DialogueSettings settings)
        : m_settings(settings.isEmpty() ? nullptr
                                        : std::make_shared<const DialogueSettings>(std::move(settings)))
    {
    }

    /// False: there is none.
    explicit operator bool() const { return m_settings != nullptr; }
    const DialogueSettings &operator*() const { return *m_settings; }
    const DialogueSettings *operator->() const { return m_settings.get(); }
    [[nodiscard]] DialogueSettings value() const { return m_settings ? *m_settings : DialogueSettings(); }

    friend bool operator==(const SharedDialogue &a, const SharedDialogue &b)
    {
        return a.m_settings == b.m_settings ||
               (a.m_settings && b.m_settings && *a.m_settings == *b.m_settings);
    }

private:
    std::shared_ptr<const DialogueSettings> m_settings;
};

/// Checks a dialogue: its bounds, its expressions, what is written in hexadecimal digits. The error's subject
/// is the place ("on_open[0].expect"), its answer one clause that says what is wrong.
Outcome checkDialogue(const DialogueSettings &dialogue);

} // namespace Pongwatch
