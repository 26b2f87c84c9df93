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

/// A ping on its way, as the ledger keeps it.
struct LedgerPing {
    quint32 seq = 0;
    QByteArray payload;
    SteadyTime due{};      ///< when the schedule (or the user) wanted it: the deadline runs from here
    SteadyTime handedAt{}; ///< when it was handed to the socket: the RTT runs from here
    std::optional<SteadyTime> deadline; ///< nullopt: waited for without end
    WallTime sentAt{};
    SampleMarks marks;
    bool answeredWrongly = false; ///< a pong with another payload was taken for its answer
};

/// A ping with what became of it.
struct SettledPing {
    LedgerPing ping;
    PingOutcome outcome = PingOutcome::Lost;
    nanoseconds elapsed{0}; ///< the RTT where there is one, else how long it was waited for
};

/// What a pong turned out to be.
enum class PongKind : quint8 {
    Settling,    ///< answered a ping of ours
    Excused,     ///< answered one that was lost because this side stood still: nothing follows from it
    Duplicate,   ///< answered one that had been settled before
    Foreign,     ///< an answer with another payload than its ping had, or with none
    Unsolicited, ///< no ping was there that it could answer (RFC 6455 5.5.3 allows it)
};

/// The books of one connection's pings: which are out, until when they may be answered, and which pong
/// settles which.
///
/// Pure arithmetic without a clock or a socket. A pong settles its own ping and, as RFC 6455 5.5.3 lets a
/// peer answer only the newest, every earlier one. A pong with another payload, or with none, settles
/// nothing; it is booked as the wrong answer to one ping, the oldest that waits or else the newest that timed
/// out, and what comes beyond one for each ping as unsolicited.
class PingLedger
{
public:
    /// So many pings may wait for an answer at once when no timeout ends the waiting.
    static constexpr std::size_t maximumPending = 256;
    /// So many timed-out pings are remembered, in case their pongs come late.
    static constexpr std::size_t maximumRemembered = 256;
    /// RFC 6455 5.5: a control frame's payload.
    static constexpr qsizetype maximumPayload = 125;

    /// A payload that a peer can't guess and so can't answer in advance: 16 bytes of the system's randomness.
    [[nodiscard]] static QByteArray unguessablePayload();

    /// True when a ping with this payload is still waiting (its pong could not be told from another's).
    [[nodiscard]] bool isPending(QByteArrayView payload) const;

    /// The payload of the heartbeat that an answer without a token is for: the oldest one that waits, else
    /// the one that timed out last. Empty: there is none.
    [[nodiscard]] QByteArray heartbeatToAnswer() const;

    /// True when no further ping should go out before one is settled.
    [[nodiscard]] bool isFull() const { return m_pending.size() >= maximumPending; }

    /// Enters a ping that was handed to the socket, or whose turn it was.
    void add(LedgerPing ping);

    struct PongResult {
        PongKind kind = PongKind::Unsolicited;
        std::vector<SettledPing> settled; ///< superseded ones first, in the order in which they were sent
    };

    /// Books a pong that was read at `readAt` by a program that may have been `lag` late in reading it. A
    /// pong that was late, or slow, by no more than our own lag is not called so.
    [[nodiscard]] PongResult pong(QByteArrayView payload, SteadyTime readAt,
                                  std::optional<nanoseconds> slowAfter, nanoseconds lag = nanoseconds(0));

    /// Takes out the pings whose deadline is over and returns them as TimedOut. Late pongs still find them.
    [[nodiscard]] std::vector<SettledPing> expire(SteadyTime now);

    /// Takes out everything that waits and returns it as Lost: the connection has ended, or this side stood
    /// still. The pongs may still come.
    [[nodiscard]] std::vector<SettledPing> loseAll(SteadyTime now);

    /// Forgets everything: a new connection starts with empty books.
    void clear();

    /// The earliest deadline; nullopt when nothing waits for one.
    [[nodiscard]] std::optional<SteadyTime> nextDeadline() const;

    [[nodiscard]] std::size_t pendingCount() const { return m_pending.size(); }

private:
    using Key = quint32;
    static Key keyOf(QByteArrayView payload);
    /// Takes a pong for the wrong answer to a ping that has had none yet. False: there is no such ping.
    bool takeWrongAnswer();
    void rememberSettled(QByteArrayView payload);
    [[nodiscard]] bool wasSettled(QByteArrayView payload) const;
    /// The pong of a lost ping came. False: it is none.
    bool takeLost(QByteArrayView payload);
    /// A wrong answer came, perhaps to a lost ping. False: there is none.
    bool takeOldestLost();
    /// Most of the time nothing waits: then no memory is held for it.
    void releaseUnused();
    void supersedeBefore(quint32 seq, SteadyTime readAt, std::vector<SettledPing> &settled);

    std::vector<LedgerPing> m_pending;  ///< in the order of sending
    std::vector<LedgerPing> m_timedOut; ///< oldest first
    std::vector<Key> m_lost;            ///< keys of the payloads that were lost last, oldest first
    std::array<Key, 8> m_settled{};     ///< keys of the payloads that were settled last; 0: unused
    quint8 m_nextSettled = 0;
};

} // namespace Pongwatch
