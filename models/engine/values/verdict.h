// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/dialfacts.h"
#include "engine/values/httpanswer.h"
#include "engine/values/timetypes.h"

#include <QLatin1String>
#include <QList>
#include <QString>

#include <optional>

namespace Pongwatch
{

/// Why a connection ended, or never came to be. The words (toWord) are those of the output contract.
enum class Cause : quint8 {
    LocalClose,       ///< the user, or the end of the program
    PeerClose,        ///< a Close frame of the peer's came first
    KeepaliveTimeout, ///< a ping of ours was not answered in time
    Eof,              ///< the TCP connection ended without a Close frame
    Reset,            ///< RST
    Dns,
    Refused,
    Unreachable,
    Tls,
    HandshakeRejected, ///< an HTTP status other than 101
    HandshakeInvalid,  ///< 101, or something like it, that breaks RFC 6455 4.2.2
    OpenTimeout,
    ProtocolError, ///< the peer's frames break RFC 6455
    MessageTooBig,
    Proxy,
    NetworkError, ///< anything else that the system reported
    OwnLimit,     ///< a limit of this process or machine: descriptors, memory, local ports
    Dialogue,     ///< what the peer said in the dialogue of the profile was not what was expected
    Stale,        ///< nothing that the profile waits for came in time, though the connection was open
};

enum class Initiator : quint8 { Local, Peer, Network, Unknown };

/// What the kernel knew at a missed deadline.
enum class Evidence : quint8 {
    Unknown,
    PathSilent, ///< our bytes were not acknowledged
    PeerSilent, ///< our bytes were acknowledged, yet no pong came
};

/// How far a dial had come.
enum class DialPhase : quint8 { Dns, Tcp, Proxy, Tls, Upgrade, Open };

/// What QWebSocket did or did not see otherwise than it was on the wire, where that matters to the verdict.
/// Numbers are written into histories: append only.
struct ClientNote {
    enum class Kind : quint8 {
        None,
        CloseCodeUnknown,   ///< it answered the peer's Close with 1002, since it doesn't know the code
        EmptyCloseAnswered, ///< it answered an empty Close with 1000, since it can't send an empty one
        CloseAnswerUnread,  ///< it reads nothing after its own Close: what the peer answered can't be known
        AnswerRefused,      ///< it refuses an answer to the upgrade that RFC 6455 allows
        PongsPiledUp,       ///< `count` bytes of its pongs waited for a peer that reads nothing
        AddressesLeft,      ///< `count` addresses of the name had not been tried
    };

    Kind kind = Kind::None;
    quint32 count = 0;

    friend bool operator==(const ClientNote &, const ClientNote &) = default;
};

/// One Close frame. Without a code: an empty Close frame (1005 in the terms of the API).
struct CloseFrame {
    std::optional<quint16> code;
    QString reason;

    friend bool operator==(const CloseFrame &, const CloseFrame &) = default;
};

/// A look at the kernel's books for one TCP connection (TCP_INFO and SIOCOUTQ). Linux only.
struct TcpSnapshot {
    quint32 unacked = 0;          ///< segments sent and not acknowledged
    quint32 retransmits = 0;      ///< retransmissions of the segment that waits now
    quint32 totalRetransmits = 0; ///< over the life of the connection
    quint32 probes = 0;           ///< unanswered zero-window or keepalive probes
    qint64 unsentBytes = 0;       ///< written by us, not yet acknowledged by the peer's TCP
    nanoseconds rtt{0};           ///< smoothed
    nanoseconds sinceLastAck{0};  ///< since an acknowledgement came in
    nanoseconds sinceLastData{0}; ///< since data came in
    bool peerClosed = false;      ///< a FIN came in

    friend bool operator==(const TcpSnapshot &, const TcpSnapshot &) = default;
};

/// What the kernel has measured of a connection's round trips. Linux only.
struct TcpTiming {
    nanoseconds smoothed{0};            ///< tcpi_rtt: RFC 6298's SRTT, which delayed acknowledgements are in
    std::optional<nanoseconds> minimum; ///< tcpi_min_rtt: the least of the last five minutes
    std::optional<quint32> delivered;   ///< segments acknowledged so far; nullopt: the kernel is too old
    quint32 totalRetransmits = 0;       ///< over the life of the connection

    friend bool operator==(const TcpTiming &, const TcpTiming &) = default;
};

/// What somebody's rule to end connections goes by.
enum class LimitKind : quint8 {
    Idle,          ///< nothing comes in, neither data nor answers to pings
    DataIdle,      ///< no data passes; pings and pongs don't count
    Age,           ///< whatever passes
    AgeOrDataIdle, ///< not by pings; whether data counts can't be told, since none passed
};

/// What the dialogue of a connection has to do with its end.
struct DialogueEnd {
    /// Numbers are written into histories: append only.
    enum class Kind : quint8 {
        CutShort,   ///< the connection ended within a step
        Silent,     ///< what a step expects did not come in time
        Refused,    ///< the peer said no to a step
        Storm,      ///< more answers a second were wanted than are given
        Unsendable, ///< what was to be said could not be put together; `came` says why
        Stale,      ///< the feed had stopped
        Costly,     ///< an expression takes too many steps on what the peer sends
    };

    Kind kind = Kind::CutShort;
    quint32 step = 0; ///< from 1; 0: none of the steps
    quint32 steps = 0;
    nanoseconds waited{0}; ///< in this step; at Stale: since the feed's last message, or since it was open
    QString expected;      ///< the expression that it is about, at most 200 characters
    QString came;          ///< the beginning of what came instead, at most 200 characters; empty: nothing
    quint64 messages = 0;  ///< at Stale: of the feed, that had come before

    friend bool operator==(const DialogueEnd &, const DialogueEnd &) = default;
};

/// Somebody's rule that a connection is to be ended, as one end or several give it away.
struct ConnectionLimit {
    LimitKind kind = LimitKind::Idle;
    nanoseconds length{0};
    bool common = false;     ///< what proxies, load balancers and NAT are set to as they come
    bool pingsReset = false; ///< Idle only: a pong came in, and then it took the whole length again

    friend bool operator==(const ConnectionLimit &, const ConnectionLimit &) = default;
};

/// The finding about the end of a connection: facts first, from which explain() makes the sentence.
struct Verdict {
    Cause cause = Cause::NetworkError;
    Initiator initiator = Initiator::Unknown;
    Evidence evidence = Evidence::Unknown;
    quint16 closeCode = 1006; ///< as an API would report it: the received code, 1005, 1006 or 1015
    std::optional<CloseFrame> sent;
    std::optional<CloseFrame> received;
    /// From open to the first Close frame, of either side; to the end where there was none. 0: never open.
    nanoseconds age{0};
    /// Any byte, up to the moment that `age` ends at; nullopt when it never opened.
    std::optional<nanoseconds> sinceLastReceived;
    std::optional<nanoseconds> sinceLastPong; ///< up to the same; nullopt: none came
    std::optional<nanoseconds> sinceLastData; ///< a message of either side; nullopt: none passed
    DialPhase phase = DialPhase::Open;        ///< how far it came
    std::optional<int> httpStatus;
    QString detail;                 ///< what the system, the TLS library or the parser answered
    std::optional<TcpSnapshot> tcp; ///< at the missed deadline
    std::optional<nanoseconds>
        waited;                   ///< for the pong, at a keepalive timeout; for the dial, at an open timeout
    quint32 pingsUnanswered = 0;  ///< at a keepalive timeout
    quint64 foreignPongs = 0;     ///< by a missed deadline: pings that were answered with other payloads
    quint64 unsolicitedPongs = 0; ///< by a missed deadline: pongs that answered none, not even wrongly
    /// After a keepalive timeout: the missed pong came all the same, so long after its ping.
    std::optional<nanoseconds> lateAnswer;
    /// This side went on so long before the end, after having stood still in this connection.
    std::optional<nanoseconds> sinceResume;
    bool programStood = false; ///< it was only this program that stood still, not the machine
    quint32 similarEnds = 0; ///< of the last `endsCompared` ends, this one included, that look like this one
    quint32 endsCompared = 0;
    std::optional<ConnectionLimit> limit; ///< somebody's, that this end and earlier ones give away
    bool final = false;                   ///< will not be retried
    /// At Cause::ProtocolError: what breaks the protocol is the peer's Close frame, as it is in `received`.
    bool brokenClose = false;
    /// Nothing suggests that it passes by itself: it is dialled again after long delays only.
    bool lasting = false;
    bool secure = false;              ///< the URL was wss
    bool answerBegan = false;         ///< in the upgrade: a part of the server's answer had come
    std::optional<HttpAnswer> answer; ///< where 101 was wanted
    std::optional<TlsFailure> tls;    ///< at Cause::Tls
    std::optional<ProxyUse> proxy;    ///< the forward proxy of the dial, if there was one
    QList<AddressAttempt> attempts; ///< what the addresses did that did not answer, in the order of the dial
    QString redirectedTo;           ///< the URL that was dialled at last, when redirects were followed
    QString redirectRefusal;        ///< why the redirect of `answer` was not followed, as a clause
    ClientNote clientNote{};
    std::optional<DialogueEnd> dialogue{};
    QString
        presetToTry{}; ///< the peer may have waited for a first message, which this preset says; empty: no

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

[[nodiscard]] QLatin1String toWord(Cause cause);
[[nodiscard]] QLatin1String toWord(Initiator initiator);
[[nodiscard]] QLatin1String toWord(Evidence evidence);
[[nodiscard]] QLatin1String toWord(DialPhase phase);
[[nodiscard]] QLatin1String toWord(ClientNote::Kind kind);
[[nodiscard]] QLatin1String toWord(LimitKind kind);
[[nodiscard]] QLatin1String toWord(DialogueEnd::Kind kind);

} // namespace Pongwatch
