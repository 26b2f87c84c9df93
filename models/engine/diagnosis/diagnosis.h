// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/diagnosis/endpattern.h"
#include "engine/transport.h"
#include "engine/values/timetypes.h"
#include "engine/values/verdict.h"

#include <optional>
#include <span>

namespace Pongwatch
{

/// What this side decided that ended the connection, if it decided anything. Errors that the transport finds
/// in what the peer sends (protocol error, message too big) are told by TransportEnd instead.
enum class LocalAct : quint8 {
    None,             ///< the end came from outside
    User,             ///< closed, paused, removed or replaced by the user
    ProgramEnd,       ///< the program is ending
    KeepaliveTimeout, ///< a ping's deadline passed, and the settings say to close
    OpenTimeout,      ///< the dial took too long
    Dialogue,         ///< the peer did not say what the dialogue expects
    Stale,            ///< its feed has stopped
};

/// What is known of an open connection at one moment.
struct OpenFacts {
    nanoseconds age{0};
    std::optional<nanoseconds> sinceLastReceived{}; ///< any byte
    std::optional<nanoseconds> sinceLastPong{};     ///< nullopt: none came
    std::optional<nanoseconds> sinceLastData{};     ///< a message of either side; nullopt: none passed
};

/// All that is known about a connection at its end. Whoever watches the connection fills it in; diagnose()
/// makes the Verdict. Absent means: did not happen, or can't be told.
struct CloseFacts {
    LocalAct localAct = LocalAct::None;

    std::optional<CloseFrame> sent; ///< by this side's own decision; not the transport's answer to a Close
    std::optional<CloseFrame> received; ///< the peer's
    /// The peer's Close frame came in before this side sent one or decided to end the connection.
    bool receivedFirst = false;

    /// What the transport said last; nullopt when it was dropped with abort().
    std::optional<TransportEnd> end;
    /// How far the dial had come. Used when there is no `end`.
    DialPhase phase = DialPhase::Open;
    bool final = false;   ///< will not be dialled again by itself
    bool lasting = false; ///< nothing suggests that it passes by itself

    /// At the first Close frame, of either side; at the end where there was none. nullopt: it never opened.
    std::optional<OpenFacts> open;
    std::optional<nanoseconds> waited; ///< for the pong at KeepaliveTimeout; for the dial at OpenTimeout
    quint32 pingsUnanswered = 0;       ///< at KeepaliveTimeout: pings out with no pong, the late one included

    quint64 foreignPongs = 0;     ///< by the missed deadline: pings that were answered with other payloads
    quint64 unsolicitedPongs = 0; ///< by the missed deadline: pongs that answered none, not even wrongly
    std::optional<nanoseconds> lateAnswer; ///< the missed pong came all the same: its round trip

    std::optional<TcpSnapshot> tcp; ///< at the missed deadline
    std::optional<nanoseconds>
        sincePing; ///< at that moment, since the late ping was sent; if nullopt: `waited`
    std::optional<nanoseconds> sinceResume; ///< since this side went on, if it stood still in this connection
    bool programStood = false;              ///< it was only this program that did
    DialStory story;                        ///< the proxy and the addresses of the dial
    bool secure = false;                    ///< the URL was wss
    QString redirectedTo;     ///< the URL that was dialled at last, when redirects were followed
    bool answerBegan = false; ///< never open: bytes came in all the same
    QString redirectRefusal;  ///< why one was not, though it should have been
    ClientNote clientNote{};
    std::optional<DialogueEnd> dialogue{};
    std::span<const EndPattern> earlier; ///< the peer's earlier ends that this one is compared with
};

/// The finding about an end. Pure; any thread.
///
/// Who came first decides: a Close frame of the peer's that arrived before this side acted makes it
/// Cause::PeerClose; else this side's act names the cause; else what the transport met. A Close frame of the
/// peer's that crossed or answered ours is reported, and gives the close code, but changes no cause.
[[nodiscard]] Verdict diagnose(const CloseFacts &facts);

/// What the kernel's books say when a pong is missing `sincePing` after its ping was sent. Pure; any thread.
///
/// PathSilent: segments wait for their acknowledgement, have been retransmitted, and no acknowledgement has
/// come since the ping; or the window is closed and its probes stay unanswered. PeerSilent: everything is
/// acknowledged, or at least the missed ping is while a newer one is on its way, or the window is closed and
/// its probes are being answered. Else Unknown. See tcp(7): TCP_INFO's tcpi_unacked, tcpi_retransmits,
/// tcpi_probes, tcpi_last_ack_recv; and SIOCOUTQ.
[[nodiscard]] Evidence weighEvidence(const TcpSnapshot &tcp, nanoseconds sincePing);

} // namespace Pongwatch
