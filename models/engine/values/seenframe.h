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

/// What a row of a recording is: a frame of RFC 6455 (11.8), a part of the handshake, or a note of what
/// happened to the connection. The words (toWord) are those of docs/frames.md.
enum class FrameKind : quint8 {
    Text,
    Binary,
    Continuation,
    Close,
    Ping,
    Pong,
    Reserved, ///< an opcode that RFC 6455 does not define
    Request,  ///< the request of the handshake
    Answer,   ///< the server's answer to it
    Opened,   ///< the recording began, or the handshake succeeded
    Ended,    ///< the connection ended, or the dial failed
    Missed,   ///< frames were left out here
};

/// The role of a frame in its connection's dialogue.
struct FramePlace {
    enum class Role : quint8 {
        None,
        Step,            ///< sent as a step of the opening dialogue
        StepDone,        ///< the message that a step expects
        StepRefused,     ///< a message that makes a step fail
        Asked,           ///< a message that a rule answers
        Answer,          ///< the rule's answer
        Heartbeat,       ///< a heartbeat of ours, sent as a message
        HeartbeatAnswer, ///< the answer to a heartbeat
        OwnPing,         ///< one of our pings
        PongOfOwn,       ///< the pong that answers one of our pings
        StrayPong,       ///< a pong that answers none of our pings
        ReplyPong,       ///< our answer to a ping from the peer
        User,            ///< sent by the user
    };

    Role role = Role::None;
    quint32 number = 0;                 ///< of the step, rule, heartbeat or ping, from 1; 0: none
    quint32 of = 0;                     ///< the number of steps
    bool isFeed = false;                ///< the frame shows that the feed is alive
    std::optional<nanoseconds> rtt;     ///< for HeartbeatAnswer and PongOfOwn
    std::optional<PingOutcome> outcome; ///< likewise

    friend bool operator==(const FramePlace &, const FramePlace &) = default;
};

/// One row of a peer's recording.
struct SeenFrame {
    quint64 number = 0; ///< within the recording, from 1; frames that were left out count as well
    ConnectionNumber connection = 0;
    WallTime wall{};
    std::optional<nanoseconds> sinceOpen; ///< since the upgrade; nullopt: before it
    std::optional<nanoseconds> sinceLast; ///< since the previous row that was not left out; nullopt: none
    FrameDirection direction = FrameDirection::None;
    FrameKind kind = FrameKind::Text;
    bool isFinal = true;     ///< FIN
    quint8 reservedBits = 0; ///< RSV1 (4), RSV2 (2), RSV3 (1); RSV1 is how permessage-deflate marks a message
    quint8 opcode = 0;
    qint64 size = 0; ///< of the whole payload, in bytes, or of the text of a part of the handshake; negative
                     ///< if the frame was refused before its length was known
    QByteArray payload;    ///< the part of it that is kept
    bool isMasked = false; ///< a secret was removed from it, so its length tells nothing
    FramePlace place;
    QString fault;                          ///< why the client refused the frame; empty if it did not
    std::shared_ptr<const Verdict> verdict; ///< for Ended
    quint64 missed = 0;                     ///< for Missed: the number of frames …
    qint64 missedBytes = 0;                 ///< … and of their bytes together

    /// Whether only a part of the payload is kept.
    [[nodiscard]] bool isCut() const { return !isMasked && payload.size() < size; }
    /// Whether it travelled as a frame.
    [[nodiscard]] bool isFrame() const { return kind <= FrameKind::Reserved; }
};

[[nodiscard]] QLatin1String toWord(FrameDirection direction);
[[nodiscard]] QLatin1String toWord(FrameKind kind);
[[nodiscard]] QLatin1String toWord(FramePlace::Role role);

} // namespace Pongwatch
