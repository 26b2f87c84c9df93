// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "engine/values/pingsample.h"
#include "engine/values/timetypes.h"

#include <QByteArray>
#include <QLatin1String>
#include <QString>

#include <memory>
#include <optional>

namespace Pongwatch
{

struct Verdict;

/// Which way something went: to the peer, from it, or neither.
enum class FrameDirection : quint8 { None, Sent, Received };

/// What a row of a recording is: a frame of RFC 6455 (11.8), a part of the handshake, or a mark of what
/// happened to the connection. The words (toWord) are those of docs/frames.md.
enum class FrameKind : quint8 {
    Text,
    Binary,
    Continuation,
    Close,
    Ping,
    Pong,
    Reserved, ///< an opcode that RFC 6455 has no use for
    Request,  ///< the handshake's request
    Answer,   ///< the server's answer to it
    Opened,   ///< the recording began, or the handshake succeeded
    Ended,    ///< the connection ended, or the dial failed
    Missed,   ///< frames were left out here
};

/// What a frame is in its connection's dialogue.
struct FramePlace {
    enum class Role : quint8 {
        None,
        Step,            ///< said first, as a step of the dialogue
        StepDone,        ///< what a step expects
        StepRefused,     ///< what makes a step fail
        Asked,           ///< what a rule answers
        Answer,          ///< the rule's answer
        Heartbeat,       ///< a question of ours in a message
        HeartbeatAnswer, ///< what answers it
        OwnPing,         ///< a ping of ours
        PongOfOwn,       ///< the pong that answers it
        StrayPong,       ///< a pong that answers no ping of ours
        ReplyPong,       ///< our answer to a ping of the peer's
        User,            ///< the user sent it
    };

    Role role = Role::None;
    quint32 number = 0;                 ///< of the step, the rule, the heartbeat or the ping, from 1; 0: none
    quint32 of = 0;                     ///< steps there are
    bool isFeed = false;                ///< it shows that the feed goes on
    std::optional<nanoseconds> rtt;     ///< with HeartbeatAnswer and PongOfOwn
    std::optional<PingOutcome> outcome; ///< the same

    friend bool operator==(const FramePlace &, const FramePlace &) = default;
};

/// One row of the recording of a peer.
struct SeenFrame {
    quint64 number = 0; ///< in its recording, from 1; frames that were left out have numbers as well
    ConnectionNumber connection = 0;
    WallTime wall{};
    std::optional<nanoseconds> sinceOpen; ///< since the upgrade; nullopt: before it
    std::optional<nanoseconds> sinceLast; ///< since the row before it that is not left out; nullopt: none is
    FrameDirection direction = FrameDirection::None;
    FrameKind kind = FrameKind::Text;
    bool isFinal = true;     ///< FIN
    quint8 reservedBits = 0; ///< RSV1 (4), RSV2 (2), RSV3 (1); RSV1 is how permessage-deflate marks a message
    quint8 opcode = 0;
    qint64 size = 0; ///< of the whole payload, in bytes; of a part of the handshake: of its text; negative:
                     ///< the frame was refused before its length was known
    QByteArray payload;    ///< as much of it as is kept
    bool isMasked = false; ///< a secret was taken out of it, so that its length says nothing
    FramePlace place;
    QString fault;                          ///< why the client refused the frame; empty: it did not
    std::shared_ptr<const Verdict> verdict; ///< with Ended
    quint64 missed = 0;                     ///< with Missed: so many frames …
    qint64 missedBytes = 0;                 ///< … of so many bytes together

    /// Whether not all of the payload is kept.
    [[nodiscard]] bool isCut() const { return !isMasked && payload.size() < size; }
    /// Whether it went over the wire as a frame.
    [[nodiscard]] bool isFrame() const { return kind <= FrameKind::Reserved; }
};

[[nodiscard]] QLatin1String toWord(FrameDirection direction);
[[nodiscard]] QLatin1String toWord(FrameKind kind);
[[nodiscard]] QLatin1String toWord(FramePlace::Role role);

} // namespace Pongwatch
