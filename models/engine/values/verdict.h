// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/dialfacts.h"
#include "engine/values/httpanswer.h"
#include "engine/values/pathtrace.h"
#include "engine/values/timetypes.h"

#include <QLatin1String>
#include <QList>
#include <QString>

#include <optional>

namespace Pongwatch
{

/// Why a connection ended, or could not be opened. The words (toWord) are those of the output contract.
enum class Cause : quint8 {
    LocalClose,       ///< by the user, or because the program ended
    PeerClose,        ///< the peer sent its Close frame first
    KeepaliveTimeout, ///< one of our pings was not answered in time
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
    Dialogue,     ///< the peer's part in the profile's dialogue was not what was expected
    Stale,        ///< the messages that the profile waits for stopped, though the connection was open
};

enum class Initiator : quint8 { Local, Peer, Network, Unknown };

/// What the kernel knew when a deadline was missed.
enum class Evidence : quint8 {
    Unknown,
    PathSilent, ///< our bytes were not acknowledged
    PeerSilent, ///< our bytes were acknowledged, yet no pong came
};

/// How far a dial got.
enum class DialPhase : quint8 { Dns, Tcp, Proxy, Tls, Upgrade, Open };

/// Where QWebSocket saw or did something other than what was on the wire, if that matters to the verdict. The
/// numbers are stored in history files: append only.
struct ClientNote {
    enum class Kind : quint8 {
        None,
        CloseCodeUnknown,   ///< it answered the peer's Close with 1002 because it doesn't know the code
        EmptyCloseAnswered, ///< it answered an empty Close with 1000 because it can't send an empty one
        CloseAnswerUnread,  ///< it reads nothing after its own Close, so the peer's answer is unknown
        AnswerRefused,      ///< it refuses an answer to the upgrade that RFC 6455 allows
        PongsPiledUp,       ///< `count` bytes of its pongs were queued for a peer that does not read
        AddressesLeft,      ///< `count` addresses of the name had not been tried
    };

    Kind kind = Kind::None;
    quint32 count = 0;

    friend bool operator==(const ClientNote &, const ClientNote &) = default;
};

/// One Close frame. An empty one has no code (1005 in terms of the API).
struct CloseFrame {
    std::optional<quint16> code;
    QString reason;

    friend bool operator==(const CloseFrame &, const CloseFrame &) = default;
};

/// A snapshot of the kernel's data about one TCP connection (TCP_INFO and SIOCOUTQ). Linux only.
struct TcpSnapshot {
    quint32 unacked = 0;          ///< segments sent but not acknowledged
    quint32 retransmits = 0;      ///< retransmissions of the oldest unacknowledged segment
    quint32 totalRetransmits = 0; ///< over the lifetime of the connection
    quint32 probes = 0;           ///< unanswered zero-window or keepalive probes
    qint64 unsentBytes = 0;       ///< written by us but not yet acknowledged by the peer's TCP
    nanoseconds rtt{0};           ///< smoothed
    nanoseconds sinceLastAck{0};  ///< since the last acknowledgement came in
    nanoseconds sinceLastData{0}; ///< since the last data came in
    bool peerClosed = false;      ///< a FIN came in

    friend bool operator==(const TcpSnapshot &, const TcpSnapshot &) = default;
};

/// What the kernel has measured of a connection's round trips. Linux only.
struct TcpTiming {
    nanoseconds smoothed{0};            ///< tcpi_rtt: RFC 6298's SRTT, including delayed ACKs
    std::optional<nanoseconds> minimum; ///< tcpi_min_rtt: the minimum of the last five minutes
    std::optional<quint32> delivered;   ///< segments acknowledged so far; nullopt: the kernel is too old
    quint32 totalRetransmits = 0;       ///< over the lifetime of the connection

    friend bool operator==(const TcpTiming &, const TcpTiming &) = default;
};

/// What a rule that ends connections is based on.
enum class LimitKind : quint8 {
    Idle,          ///< nothing comes in, neither data nor answers to pings
    DataIdle,      ///< no data passes; pings and pongs don't count
    Age,           ///< the age of the connection, whatever passes
    AgeOrDataIdle, ///< not pings; whether data counts is unknown, since none passed
};

/// How a connection's dialogue is related to its end.
struct DialogueEnd {
    /// The numbers are stored in history files: append only.
    enum class Kind : quint8 {
        CutShort,   ///< the connection ended during a step
        Silent,     ///< the message that a step expects did not come in time
        Refused,    ///< the peer said no to a step
        Storm,      ///< more answers per second were needed than are allowed
        Unsendable, ///< the message could not be put together; `came` says why
        Stale,      ///< the feed had stopped
        Costly,     ///< an expression takes too many steps on what the peer sends
    };

    Kind kind = Kind::CutShort;
    quint32 step = 0; ///< from 1; 0: not in a step
    quint32 steps = 0;
    nanoseconds waited{0}; ///< in this step; at Stale: since the feed's last message, or since open
    QString expected;      ///< the expression in question, at most 200 characters
    QString came;          ///< the beginning of what came instead, at most 200 characters; empty: nothing
    quint64 messages = 0;  ///< at Stale: messages of the feed that had come before

    friend bool operator==(const DialogueEnd &, const DialogueEnd &) = default;
};

/// A rule by which somebody ends connections, as inferred from one or more ends, or found by an examination.
struct ConnectionLimit {
    LimitKind kind = LimitKind::Idle;
    nanoseconds length{0};
    bool common = false;     ///< a usual default of proxies, load balancers and NAT
    bool pingsReset = false; ///< Idle only: the limit started over after a pong came in
    bool examined = false;   ///< an examination of the peer had found this limit, and this end agrees with it
    QString front{};         ///< with `examined`: the product that answers in front of the peer; may be empty

    friend bool operator==(const ConnectionLimit &, const ConnectionLimit &) = default;
};

/// The verdict on the end of a connection: the facts, from which explain() makes the sentence.
struct Verdict {
    Cause cause = Cause::NetworkError;
    Initiator initiator = Initiator::Unknown;
    Evidence evidence = Evidence::Unknown;
    quint16 closeCode = 1006; ///< as an API would report it: the received code, 1005, 1006 or 1015
    std::optional<CloseFrame> sent;
    std::optional<CloseFrame> received;
    /// From open to the first Close frame from either side, or to the end if there was none. 0: never open.
    nanoseconds age{0};
    /// Since the last byte received, up to the same moment as `age`; nullopt if it never opened.
    std::optional<nanoseconds> sinceLastReceived;
    std::optional<nanoseconds> sinceLastPong; ///< up to the same moment; nullopt: none came
    std::optional<nanoseconds> sinceLastData; ///< since the last message of either side; nullopt: none passed
    DialPhase phase = DialPhase::Open;        ///< how far it got
    std::optional<int> httpStatus;
    QString detail;                 ///< what the system, the TLS library or the parser answered
    std::optional<TcpSnapshot> tcp; ///< when the deadline was missed
    std::optional<nanoseconds>
        waited;                   ///< for the pong, at a keepalive timeout; for the dial, at an open timeout
    quint32 pingsUnanswered = 0;  ///< at a keepalive timeout
    quint64 foreignPongs = 0;     ///< at a missed deadline: pings that were answered with another payload
    quint64 unsolicitedPongs = 0; ///< at a missed deadline: pongs that answered no ping, not even wrongly
    /// After a keepalive timeout: how long after its ping the missed pong came after all.
    std::optional<nanoseconds> lateAnswer;
    /// How long before the end this side resumed after standing still during this connection.
    std::optional<nanoseconds> sinceResume;
    bool programStood = false; ///< only this program stood still, not the machine
    quint32 similarEnds = 0;   ///< of the last `endsCompared` ends, itself included, how many look like this
    quint32 endsCompared = 0;
    std::optional<ConnectionLimit> limit; ///< somebody's limit, as this end and earlier ones suggest
    bool final = false;                   ///< will not be retried
    /// At Cause::ProtocolError: what breaks the protocol is the peer's Close frame, which is in `received`.
    bool brokenClose = false;
    /// Nothing suggests that the problem will pass, so the peer is dialled again only after long delays.
    bool lasting = false;
    bool secure = false;              ///< the URL was wss
    bool answerBegan = false;         ///< in the upgrade: a part of the server's answer had arrived
    std::optional<HttpAnswer> answer; ///< what came instead of 101
    std::optional<TlsFailure> tls;    ///< at Cause::Tls
    std::optional<ProxyUse> proxy;    ///< the forward proxy of the dial, if any
    QList<AddressAttempt> attempts;   ///< the addresses that did not answer, in dialling order
    QString redirectedTo;             ///< the URL that was dialled last, if redirects were followed
    QString redirectRefusal;          ///< why the redirect in `answer` was not followed, as a clause
    ClientNote clientNote{};
    std::optional<DialogueEnd> dialogue{};
    QString presetToTry{}; ///< a preset to try, if the peer may have waited for a first message; empty if
                           ///< there is none

    /// What the network path to the peer was like, if it was traced in that trouble; see isAbout().
    SharedPath path{};

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

/// Whether it ended because the network did not answer: nothing acknowledged a ping, or answered TCP, or
/// somebody said that the peer can't be reached.
[[nodiscard]] bool isNetworkSilent(const Verdict &verdict);

/// Whether a trace says something about an end at this moment: the network was silent, and the path was
/// traced because of that no more than five minutes before or after, or by hand after it.
[[nodiscard]] bool isAbout(const PathTrace &trace, const Verdict &verdict, WallTime endedAt);

[[nodiscard]] QLatin1String toWord(Cause cause);
[[nodiscard]] QLatin1String toWord(Initiator initiator);
[[nodiscard]] QLatin1String toWord(Evidence evidence);
[[nodiscard]] QLatin1String toWord(DialPhase phase);
[[nodiscard]] QLatin1String toWord(ClientNote::Kind kind);
[[nodiscard]] QLatin1String toWord(LimitKind kind);
[[nodiscard]] QLatin1String toWord(DialogueEnd::Kind kind);

} // namespace Pongwatch
