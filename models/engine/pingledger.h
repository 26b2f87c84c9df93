// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"
#include "engine/values/settings.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <vector>

namespace Pongwatch
{

/// A ping in flight, as the ledger keeps it.
struct LedgerPing {
    quint32 seq = 0;
    QByteArray payload;
    SteadyTime due{};      ///< when the schedule (or the user) wanted it: the deadline counts from here
    SteadyTime handedAt{}; ///< when it was handed to the socket: the RTT counts from here
    std::optional<SteadyTime> deadline; ///< nullopt: there is no limit
    WallTime sentAt{};
    SampleMarks marks;
    bool answeredWrongly = false; ///< a pong with another payload was counted as its answer
};

/// A ping and its outcome.
struct SettledPing {
    LedgerPing ping;
    PingOutcome outcome = PingOutcome::Lost;
    nanoseconds elapsed{0}; ///< the RTT if there is one, else how long we waited
};

/// What a pong turned out to be.
enum class PongKind : quint8 {
    Settling,    ///< answered one of our pings
    Excused,     ///< answered one lost because this side stood still: means nothing
    Duplicate,   ///< answered one that was settled before
    Foreign,     ///< an answer with a payload other than its ping's, or without one
    Unsolicited, ///< there was no ping that it could answer (RFC 6455 5.5.3 allows that)
};

/// Keeps track of one connection's pings: which are in flight, their deadlines, and which pong settles
/// which.
///
/// Pure arithmetic, without a clock or socket. A pong settles its own ping and all earlier ones, as RFC 6455
/// 5.5.3 lets a peer answer only the newest. A pong with another payload, or with none, settles nothing; it
/// counts as the wrong answer to one ping, which is the oldest in flight or else the newest that timed out.
/// Beyond one for each ping, such pongs count as unsolicited.
class PingLedger
{
public:
    /// How many pings may be in flight at once if they have no timeout.
    static constexpr std::size_t maximumPending = 256;
    /// How many timed-out pings are remembered in case their pongs come late.
    static constexpr std::size_t maximumRemembered = 256;
    /// RFC 6455 5.5: the limit for a control frame's payload.
    static constexpr qsizetype maximumPayload = 125;

    /// A payload that a peer can't guess, and so can't answer in advance: 16 random bytes from the system.
    [[nodiscard]] static QByteArray unguessablePayload();

    /// True while a ping with this payload is in flight (their pongs could not be told apart).
    [[nodiscard]] bool isPending(QByteArrayView payload) const;

    /// The payload of the heartbeat that an answer without a token belongs to: the oldest one in flight, else
    /// the one that timed out last. Empty: there is none.
    [[nodiscard]] QByteArray heartbeatToAnswer() const;

    /// True if no more pings should be sent before one is settled.
    [[nodiscard]] bool isFull() const { return m_pending.size() >= maximumPending; }

    /// Adds a ping that was handed to the socket, or that was due but could not be.
    void add(LedgerPing ping);

    struct PongResult {
        PongKind kind = PongKind::Unsolicited;
        std::vector<SettledPing> settled; ///< superseded ones first, in the order of sending
    };

    /// Accounts for a pong read at `readAt` by a program that may have been `lag` late in reading it. A pong
    /// is not called late, or slow, if it was so by no more than our own lag.
    [[nodiscard]] PongResult pong(QByteArrayView payload, SteadyTime readAt,
                                  std::optional<nanoseconds> slowAfter, nanoseconds lag = nanoseconds(0));

    /// Removes the pings whose deadline has passed, returned as TimedOut. Late pongs still find them.
    [[nodiscard]] std::vector<SettledPing> expire(SteadyTime now);

    /// Removes all pings in flight and returns them as Lost: the connection has ended, or this side stood
    /// still. Their pongs may still come.
    [[nodiscard]] std::vector<SettledPing> loseAll(SteadyTime now);

    /// Forgets everything, for a new connection.
    void clear();

    /// The earliest deadline; nullopt if no ping has one.
    [[nodiscard]] std::optional<SteadyTime> nextDeadline() const;

    [[nodiscard]] std::size_t pendingCount() const { return m_pending.size(); }

private:
    using Key = quint32;
    static Key keyOf(QByteArrayView payload);
    /// Counts a pong as the wrong answer to a ping that has had none yet. Returns false if there is none.
    bool takeWrongAnswer();
    void rememberSettled(QByteArrayView payload);
    [[nodiscard]] bool wasSettled(QByteArrayView payload) const;
    /// The pong of a lost ping came. Returns false if it isn't one.
    bool takeLost(QByteArrayView payload);
    /// A wrong answer came, perhaps to a lost ping. Returns false if there is no lost ping.
    bool takeOldestLost();
    /// Frees the memory when no ping is in flight, which is so most of the time.
    void releaseUnused();
    void supersedeBefore(quint32 seq, SteadyTime readAt, std::vector<SettledPing> &settled);

    std::vector<LedgerPing> m_pending;  ///< in sending order
    std::vector<LedgerPing> m_timedOut; ///< oldest first
    std::vector<Key> m_lost;            ///< keys of the payloads lost most recently, oldest first
    std::array<Key, 8> m_settled{};     ///< keys of the payloads settled most recently; 0: unused
    quint8 m_nextSettled = 0;
};

} // namespace Pongwatch
