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

// What a peer's service needs to be sent, and what it should send, apart from pings and pongs. Most services
// close a connection whose client stays silent: they want a login or a subscription first, or send pings of
// their own as text.

/// How a message is written down.
enum class MessageForm : quint8 {
    Text, ///< sent as it is, as a text message
    /// Bytes, sent as a binary message. Hexadecimal digits and white space, 'text' between apostrophes, and
    /// u8(…), u16(…), u32(…) or varint(…) for content preceded by its length: big-endian, or seven bits a
    /// byte starting with the lowest, as in MQTT 5 (1.5.5) and Protocol Buffers.
    Hex,
    Base64, ///< bytes, as in RFC 4648 4; white space is skipped
};

/// A message to send. In its content, %id% stands for 16 new hexadecimal digits, %n% for a number that grows
/// with each heartbeat of a connection, %time_ms% for the milliseconds since 1970, and %NAME% for what a
/// group of that name has captured in this connection (%NAME|null%: or null, if nothing).
struct DialogueMessage {
    QString content; ///< empty: nothing is sent
    MessageForm form = MessageForm::Text;

    [[nodiscard]] bool isEmpty() const { return content.isEmpty(); }
    friend bool operator==(const DialogueMessage &, const DialogueMessage &) = default;
};

/// How a message is recognised: by a regular expression that is searched for in it.
struct DialoguePattern {
    QString expression; ///< empty: nothing is recognised
    /// Text: searched in the message as UTF-8, even if it came as a binary one. Otherwise: in its bytes as
    /// lowercase hexadecimal digits, two per byte, without spaces.
    MessageForm form = MessageForm::Text;

    [[nodiscard]] bool isEmpty() const { return expression.isEmpty(); }
    friend bool operator==(const DialoguePattern &, const DialoguePattern &) = default;
};

/// One step of the opening part of a dialogue.
struct DialogueStep {
    DialogueMessage send;   ///< may be empty if the peer speaks first
    DialoguePattern expect; ///< may be empty if there is nothing to wait for
    DialoguePattern
        refused; ///< recognises a message in which the peer refuses, which makes the step fail at once
    nanoseconds within = seconds(10);

    friend bool operator==(const DialogueStep &, const DialogueStep &) = default;
};

/// A rule: what to send whenever a matching message comes. $1 to $9 and ${NAME} in it stand for what the
/// expression captured. A rule with nothing to send only captures.
struct DialogueAnswer {
    DialoguePattern when;
    DialogueMessage send;

    friend bool operator==(const DialogueAnswer &, const DialogueAnswer &) = default;
};

/// A feed that must keep coming: a peer that answers pings but sends nothing that matches is half dead.
struct DialogueAlive {
    DialoguePattern when; ///< empty: any message
    nanoseconds atLeastEvery = seconds(30);

    friend bool operator==(const DialogueAlive &, const DialogueAlive &) = default;
};

/// How a connection ends when its first message is missing, and the preset that sends such a message.
struct MissedStart {
    std::optional<quint16> closeCode; ///< sent by the peer; 1005 for a Close frame without a code
    QString reason;                   ///< part of the peer's reason, ignoring case; empty: any reason
    QString preset;

    friend bool operator==(const MissedStart &, const MissedStart &) = default;
};

/// A peer's dialogue as the engine uses it, with presets and references to secrets already resolved.
struct DialogueSettings {
    QList<DialogueStep> onOpen;
    QList<DialogueAnswer> answer;
    std::optional<DialogueAlive> alive;
    QString preset;                                ///< the name of the preset that it was made from
    QList<std::pair<QString, QString>> parameters; ///< of the preset
    QStringList secrets;                           ///< secrets in its texts, never to be shown
    QList<MissedStart> missedStarts;               ///< for a peer without a dialogue: what its ends may mean

    [[nodiscard]] bool isEmpty() const
    {
        return isSilent() && preset.isEmpty() && parameters.isEmpty() && missedStarts.isEmpty();
    }
    /// Whether nothing is sent or waited for.
    [[nodiscard]] bool isSilent() const { return onOpen.isEmpty() && answer.isEmpty() && !alive; }
    friend bool operator==(const DialogueSettings &, const DialogueSettings &) = default;
};

/// The limits of a dialogue.
struct DialogueLimits {
    static constexpr qsizetype rules = 64;             ///< steps and answers together
    static constexpr qsizetype characters = 64 * 1024; ///< of one message or expression
    static constexpr qint64 lookedAt = 64 * 1024;      ///< how many bytes of each message are searched
    static constexpr int answersASecond = 100;         ///< more than this is a storm, and ends the connection
    static constexpr qsizetype captured = 4096;        ///< characters of one captured text
    static constexpr qsizetype variables = 64;         ///< how many named captures are kept
};

/// A part of ConnectionSettings that most peers don't have, and that takes only the space of a pointer in
/// them. Compared by value.
class SharedDialogue
{
public:
    SharedDialogue() = default;
    explicit SharedDialogue(DialogueSettings settings)
        : m_settings(settings.isEmpty() ? nullptr
                                        : std::make_shared<const DialogueSettings>(std::move(settings)))
    {
    }

    /// False if there is none.
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

/// Checks a dialogue: its limits, expressions and hexadecimal texts. The error's subject is the place
/// ("on_open[0].expect"), its answer a clause that says what is wrong.
Outcome checkDialogue(const DialogueSettings &dialogue);

} // namespace Pongwatch
