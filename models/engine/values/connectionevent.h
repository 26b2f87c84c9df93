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

/// Where a peer's connection stands. The words (toWord) are those of the output contract, and "paused".
enum class ConnectionState : quint8 {
    Connecting,
    Open,
    Closing, ///< a Close frame was sent or received; the TCP connection is still there
    Closed,  ///< ended, and nothing more will happen by itself
    Waiting, ///< for the next dial
    Failed,  ///< ended with an error that is not retried
    Paused,  ///< by the user
};

/// Whether there is a connection in this state: one that is being closed is still one.
[[nodiscard]] constexpr bool holdsConnection(ConnectionState state)
{
    return state == ConnectionState::Open || state == ConnectionState::Closing;
}

/// The state of a peer changed.
struct StateChanged {
    ConnectionState state = ConnectionState::Connecting;
    quint32 attempt = 0;                ///< dials since the last stable connection, from 1
    std::optional<nanoseconds> retryIn; ///< Waiting only
    /// Waiting only: what it waits for looks lasting, so it is tried at long intervals, of this at most.
    std::optional<nanoseconds> triedEvery{};
};

/// How long the steps of a dial took. Absent: the step did not happen or can't be told.
struct DialPhases {
    std::optional<nanoseconds> dns;
    std::optional<nanoseconds> tcp;
    std::optional<nanoseconds> proxy;
    std::optional<nanoseconds> tls;
    std::optional<nanoseconds> upgrade;
    QList<nanoseconds> dialogue{}; ///< its steps; the one that the dial failed in included

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

/// Why a peer whose client is to be QWebSocket is dialled by the program's own: QWebSocket can't be asked for
/// what its settings want, or can't take what the server answers. See docs/clients.md. Numbers are written
/// into histories: append only.
enum class WireReason : quint8 {
    None,
    AddressFamily, ///< only IPv4, or only IPv6
    AddressZone,   ///< an IPv6 address with a zone, which QWebSocket would tell the server
    HostName,      ///< a host name that is not ASCII, which QWebSocket would garble
    Path,          ///< an encoded line break in the path
    OwnHost,       ///< a Host header of one's own
    HeaderTwice,   ///< a header more than once
    ConnectTo,     ///< another address than the URL's
    AnswerRefused, ///< the server's answer to the upgrade is right, and QWebSocket refused it in this dial or
                   ///< an earlier one
};

/// The handshake succeeded.
struct Opened {
    DialPhases phases;
    QString address; ///< "127.0.0.1:9001", "[::1]:9001": the one that answered
    QString subprotocol;
    QString server; ///< the Server header, at most 200 characters; empty when there was none
    std::optional<TlsFacts> tls;
    std::optional<ProxyUse> proxy{};  ///< the forward proxy that it goes through
    QList<AddressAttempt> attempts{}; ///< addresses that were dialled before this one, and did not answer
    QString redirectedTo{};           ///< the URL that was dialled at last, when redirects were followed
    Client client = Client::Qt;       ///< that carries the connection
    WireReason wireReason = WireReason::None; ///< why it is not the one that the settings ask for
};

/// A ping's deadline passed.
struct PingTimedOut {
    quint32 seq = 0;
    nanoseconds waited{0};
    Evidence evidence = Evidence::Unknown;
    std::optional<TcpSnapshot> tcp;
    std::optional<nanoseconds> sinceLastReceived{}; ///< any byte
    quint64 foreignPongs = 0;     ///< since the peer last answered: missed pings with another payload's pong
    quint64 unsolicitedPongs = 0; ///< in this connection: pongs that answered none, not even wrongly
};

/// A connection ended, or a dial failed.
struct Closed {
    Verdict verdict;
    DialPhases
        phases{}; ///< of a dial that failed: how long its steps took, the one included that it failed in
};

/// Running counts of pongs that settled nothing, since the peer was added. Sent when they changed, at most
/// once a batch.
struct StrayPongs {
    quint64 unsolicited = 0; ///< matched no ping of ours; the foreign ones included
    quint64 duplicate = 0;   ///< a second pong for one ping
    quint64 foreign = 0;     ///< answered a ping with another payload, or with none; one for each such ping
};

/// This side stood still for so long; what was in flight says nothing about the peer.
struct Suspended {
    nanoseconds duration{0};
    bool programOnly = false; ///< the machine ran, but this program did not: stopped, or kept from running
};

/// From where on an answer of the peer is slow, by its own past: it became known, or another one.
struct SlowLimitLearned {
    nanoseconds limit{0};
};

/// A ping that Monitor::pingNow() or BlockingClient asked for was sent, or could not be.
struct PingSent {
    quint32 seq = 0; ///< its number, as in its PingSample; 0: it was not sent, most often for want of a
                     ///< connection
};

/// What the profile waits for has not come for so long, though the connection is open.
struct FeedStale {
    nanoseconds waited{0};
    quint64 messages = 0; ///< of the feed, in this connection
    bool goesOn = false;  ///< it comes again, after having been stale; `waited` is 0 then
    QString expected{};   ///< the expression that a message of the feed matches; empty: any message does
    std::optional<nanoseconds> sinceLastPong{}; ///< nullopt: no ping was answered in this connection
};

/// What has come of a feed in this connection. Sent when it changed, at most once a second.
struct FeedSeen {
    quint64 messages = 0;
    WallTime last{};
};

/// A message came from the peer. Sent only while messages are wanted (BlockingClient), and cut to as many
/// bytes as were asked for.
struct MessageReceived {
    bool binary = false;
    QByteArray payload;
    qint64 size = 0; ///< of the whole message
};

/// One thing that happened to one peer's connection.
struct ConnectionEvent {
    PeerId peer{};
    ConnectionNumber connection = 0;
    WallTime time{};
    std::variant<StateChanged, Opened, PingTimedOut, Closed, StrayPongs, Suspended, MessageReceived,
                 SlowLimitLearned, FeedStale, FeedSeen, PingSent>
        what;
};

[[nodiscard]] QLatin1String toWord(ConnectionState state);

} // namespace Pongwatch
