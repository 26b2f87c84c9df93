// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "engine/values/settings.h"
#include "engine/values/timetypes.h"
#include "engine/values/verdict.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <variant>

namespace Pongwatch
{

/// The state of a peer's connection. The words (toWord) are those of the output contract, plus "paused".
enum class ConnectionState : quint8 {
    Connecting,
    Open,
    Closing, ///< a Close frame was sent or received; the TCP connection still exists
    Closed,  ///< ended, and will not be dialled again automatically
    Waiting, ///< for the next dial
    Failed,  ///< ended with an error that is not retried
    Paused,  ///< by the user
};

/// Whether a connection exists in this state; one that is closing still does.
[[nodiscard]] constexpr bool holdsConnection(ConnectionState state)
{
    return state == ConnectionState::Open || state == ConnectionState::Closing;
}

/// The state of a peer changed.
struct StateChanged {
    ConnectionState state = ConnectionState::Connecting;
    quint32 attempt = 0;                ///< dials since the last stable connection, counted from 1
    std::optional<nanoseconds> retryIn; ///< Waiting only
    /// Waiting only: the problem looks permanent, so the peer is dialled at long intervals, this at most.
    std::optional<nanoseconds> triedEvery{};
};

/// How long each step of a dial took. Absent if the step did not happen or its time is unknown.
struct DialPhases {
    std::optional<nanoseconds> dns;
    std::optional<nanoseconds> tcp;
    std::optional<nanoseconds> proxy;
    std::optional<nanoseconds> tls;
    std::optional<nanoseconds> upgrade;
    QList<nanoseconds> dialogue{}; ///< one per step, including the one that the dial failed in

    friend bool operator==(const DialPhases &, const DialPhases &) = default;
};

struct TlsFacts {
    QString protocol; ///< "TLSv1.3"
    QString cipher;
    QDateTime certificateExpires; ///< UTC
    QString certificateSubject;
    QString certificateIssuer;
    bool verified = true; ///< false: verification was off

    friend bool operator==(const TlsFacts &, const TlsFacts &) = default;
};

/// Why a peer that should use QWebSocket is dialled with the program's own client instead: QWebSocket can't
/// do what the settings ask for, or can't accept what the server answers. See docs/clients.md. The numbers
/// are stored in history files: append only.
enum class WireReason : quint8 {
    None,
    AddressFamily, ///< only IPv4, or only IPv6
    AddressZone,   ///< an IPv6 address with a zone, which QWebSocket would send to the server
    HostName,      ///< a host name that is not ASCII, which QWebSocket would garble
    Path,          ///< an encoded line break in the path
    OwnHost,       ///< a custom Host header
    HeaderTwice,   ///< a repeated header
    ConnectTo,     ///< an address other than the URL's
    AnswerRefused, ///< the server's answer to the upgrade is valid, but QWebSocket refused it, in this dial
                   ///< or an earlier one
};

/// The handshake succeeded.
struct Opened {
    DialPhases phases;
    QString address; ///< the one that answered: "127.0.0.1:9001", "[::1]:9001"
    QString subprotocol;
    QString server; ///< the Server header, at most 200 characters; empty if there was none
    std::optional<TlsFacts> tls;
    std::optional<ProxyUse> proxy{};  ///< the forward proxy in use
    QList<AddressAttempt> attempts{}; ///< addresses that were dialled before this one and did not answer
    QString redirectedTo{};           ///< the URL that was dialled last, if redirects were followed
    Client client = Client::Qt;       ///< the client that carries the connection
    WireReason wireReason = WireReason::None; ///< why it is not the client that the settings ask for
};

/// A ping's deadline passed.
struct PingTimedOut {
    quint32 seq = 0;
    nanoseconds waited{0};
    Evidence evidence = Evidence::Unknown;
    std::optional<TcpSnapshot> tcp;
    std::optional<nanoseconds> sinceLastReceived{}; ///< any byte
    quint64 foreignPongs = 0;     ///< pings that got another payload's pong since the peer last answered
    quint64 unsolicitedPongs = 0; ///< pongs in this connection that answered no ping, not even wrongly
};

/// A connection ended, or a dial failed.
struct Closed {
    Verdict verdict;
    DialPhases phases{}; ///< for a failed dial: how long its steps took, including the one at which the dial
                         ///< has failed
};

/// Running counts of pongs that settled no ping, since the peer was added. Sent after they change, at most
/// once per batch.
struct StrayPongs {
    quint64 unsolicited = 0; ///< matched none of our pings; includes the foreign ones
    quint64 duplicate = 0;   ///< a second pong for the same ping
    quint64 foreign = 0;     ///< pings that were answered with another payload, or with none
};

/// This side stood still for a while, so what was in flight says nothing about the peer.
struct Suspended {
    nanoseconds duration{0};
    bool programOnly = false; ///< the machine ran, but this program was stopped or kept from running
};

/// The limit for slow answers, learned from the peer's own past, is now known or has changed.
struct SlowLimitLearned {
    nanoseconds limit{0};
};

/// A ping requested by Monitor::pingNow() or BlockingClient was sent, or could not be sent.
struct PingSent {
    quint32 seq = 0; ///< the ping's number, as in its PingSample; 0 if it was not sent, usually for lack of a
                     ///< connection
};

/// The messages that the profile waits for have stopped coming, though the connection is open.
struct FeedStale {
    nanoseconds waited{0};
    quint64 messages = 0; ///< messages of the feed in this connection
    bool goesOn = false;  ///< messages come again after the feed was stale; `waited` is 0 then
    QString expected{};   ///< the expression that messages of the feed match; empty if any message counts
    std::optional<nanoseconds> sinceLastPong{}; ///< nullopt if no ping was answered in this connection
};

/// What has come from a feed in this connection. Sent after it changes, at most once a second.
struct FeedSeen {
    quint64 messages = 0;
    WallTime last{};
};

/// A message came from the peer. Sent only while somebody wants messages (BlockingClient), and cut to the
/// number of bytes that was asked for.
struct MessageReceived {
    bool binary = false;
    QByteArray payload;
    qint64 size = 0; ///< of the whole message, in bytes
};

/// The network path to a peer was traced.
struct PathTraced {
    SharedPath path;        ///< never empty
    bool isRoutine = false; ///< by the clock, and it found nothing that anybody needs to be told
};

/// Something that happened to one peer's connection.
struct ConnectionEvent {
    PeerId peer{};
    ConnectionNumber connection = 0;
    WallTime time{};
    std::variant<StateChanged, Opened, PingTimedOut, Closed, StrayPongs, Suspended, MessageReceived,
                 SlowLimitLearned, FeedStale, FeedSeen, PingSent, PathTraced>
        what;
};

[[nodiscard]] QLatin1String toWord(ConnectionState state);

} // namespace Pongwatch
