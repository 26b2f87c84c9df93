// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/diagnosis/endpattern.h"
#include "engine/transport.h"
#include "engine/values/examinedlimits.h"
#include "engine/values/timetypes.h"
#include "engine/values/verdict.h"

#include <optional>
#include <span>

namespace Pongwatch
{

/// The decision of this side that ended the connection, if there was one. Errors that the transport finds in
/// what the peer sends (protocol error, message too big) are in TransportEnd instead.
enum class LocalAct : quint8 {
    None,             ///< the other end, or something in between, ended it
    User,             ///< closed, paused, removed or replaced by the user
    ProgramEnd,       ///< the program is ending
    KeepaliveTimeout, ///< a ping's deadline passed, and the settings say to close then
    OpenTimeout,      ///< the dial took too long
    Dialogue,         ///< the peer did not send what the dialogue expects
    Stale,            ///< its feed has stopped
};

/// What is known about an open connection at one moment.
struct OpenFacts {
    nanoseconds age{0};
    std::optional<nanoseconds> sinceLastReceived{}; ///< since any byte
    std::optional<nanoseconds> sinceLastPong{};     ///< nullopt: none came
    std::optional<nanoseconds> sinceLastData{};     ///< since a message of either side; nullopt: none passed
    std::optional<nanoseconds> sinceLastPing{}; ///< since this side sent one, or a heartbeat; nullopt: none
};

/// Everything that is known about a connection at its end. Filled in by whoever watches the connection;
/// diagnose() makes the Verdict. A missing value means: did not happen, or unknown.
struct CloseFacts {
    LocalAct localAct = LocalAct::None;

    std::optional<CloseFrame> sent; ///< by this side's own decision, not as the transport's answer to a Close
    std::optional<CloseFrame> received; ///< the peer's
    /// The peer's Close frame arrived before this side sent one or decided to end the connection.
    bool receivedFirst = false;

    /// What the transport reported last; nullopt if it was dropped with abort().
    std::optional<TransportEnd> end;
    /// How far the dial got. Used if there is no `end`.
    DialPhase phase = DialPhase::Open;
    bool final = false;   ///< will not be dialled again automatically
    bool lasting = false; ///< nothing suggests that the problem will pass

    /// At the first Close frame from either side, or at the end if there was none. nullopt: it never opened.
    std::optional<OpenFacts> open;
    std::optional<nanoseconds> waited; ///< at KeepaliveTimeout: for the pong; at OpenTimeout: for the dial
    quint32 pingsUnanswered = 0;       ///< at KeepaliveTimeout: pings without a pong, including the late one

    quint64 foreignPongs = 0;     ///< at the missed deadline: pings that were answered with another payload
    quint64 unsolicitedPongs = 0; ///< at the missed deadline: pongs that answered no ping, not even wrongly
    std::optional<nanoseconds> lateAnswer; ///< the missed pong came after all: its round trip

    std::optional<TcpSnapshot> tcp; ///< at the missed deadline
    std::optional<nanoseconds>
        sincePing; ///< how long before that moment the late ping was sent; if nullopt: `waited`
    std::optional<nanoseconds> sinceResume; ///< since this side resumed, if it stood still in this connection
    bool programStood = false;              ///< only this program stood still
    DialStory story;                        ///< the proxy and the addresses of the dial
    bool secure = false;                    ///< the URL was wss
    QString redirectedTo;                   ///< the URL that was dialled last, if redirects were followed
    bool answerBegan = false;               ///< never open, but some bytes of an answer came in
    QString redirectRefusal;                ///< why a redirect was not followed, though it should have been
    ClientNote clientNote{};
    std::optional<DialogueEnd> dialogue{};
    std::span<const EndPattern> earlier;      ///< the peer's earlier ends, for comparison
    const ExaminedLimits *examined = nullptr; ///< what an examination of the peer found; null: nothing
    QString server{};                         ///< the Server header of the upgrade
};

/// Makes the verdict on an end. Pure; any thread.
///
/// Whoever acted first decides: if a Close frame from the peer came before this side acted, it is
/// Cause::PeerClose; else this side's act gives the cause, or else what happened to the transport. A peer's
/// Close frame that crossed or answered ours is reported, and gives the close code, but not the cause.
[[nodiscard]] Verdict diagnose(const CloseFacts &facts);

/// What the kernel's data say when a pong is missing `sincePing` after its ping was sent. Pure; any thread.
///
/// PathSilent: segments are unacknowledged and have been retransmitted, and no acknowledgement has come since
/// the ping; or the window is closed and its probes get no answer. PeerSilent: everything is acknowledged, or
/// at least the missed ping is while a newer one is under way, or the window is closed and its probes are
/// answered. Otherwise Unknown. See tcp(7): TCP_INFO's tcpi_unacked, tcpi_retransmits, tcpi_probes,
/// tcpi_last_ack_recv; and SIOCOUTQ.
[[nodiscard]] Evidence weighEvidence(const TcpSnapshot &tcp, nanoseconds sincePing);

} // namespace Pongwatch
