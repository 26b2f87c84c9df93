// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "engine/values/timetypes.h"

#include <QFlags>
#include <QLatin1String>

namespace Pongwatch
{

/// What became of one ping. The words are those of the output contract.
enum class PingOutcome : quint8 {
    Answered,   ///< in time
    Slow,       ///< in time, but later than slow_after_s
    Late,       ///< its pong came after its deadline
    Superseded, ///< a later ping was answered first (RFC 6455 5.5.3)
    TimedOut,   ///< no answer by its deadline
    Lost, ///< the connection ended, or this side stood still (see Suspended), before the ping was settled
};

/// What a reader must know before trusting a sample's RTT.
enum class SampleMark : quint8 {
    ObserverLag = 1,   ///< this program itself was over 5 ms late while the sample was taken
    BehindTraffic = 2, ///< the ping or its pong waited behind other bytes of the same connection
    Manual = 4,        ///< sent by the user, not on schedule
    Heartbeat = 8,     ///< a text heartbeat, not a ping frame
};
Q_DECLARE_FLAGS(SampleMarks, SampleMark)
Q_DECLARE_OPERATORS_FOR_FLAGS(SampleMarks)

/// One ping and its outcome: the value from which all figures are computed.
///
/// A ping is reported once when it is settled, and a second time, with the same peer and seq, if a pong turns
/// TimedOut into Late. Nothing else is ever revised.
struct PingSample {
    PeerId peer{};
    ConnectionNumber connection = 0;
    quint32 seq = 0;    ///< counts the peer's pings over all its connections, from 1
    WallTime sentAt{};  ///< when the ping was due (scheduled) or sent (manual)
    nanoseconds rtt{0}; ///< Answered, Slow, Late: the round-trip time. Otherwise how long we waited.
    std::optional<nanoseconds> tcpRtt; ///< the part of rtt taken by TCP, and so by the network; nullopt if
                                       ///< unknown (see NetworkShare)
    PingOutcome outcome = PingOutcome::Answered;
    SampleMarks marks;

    /// When the outcome was known: the pong came, or the wait was over.
    [[nodiscard]] WallTime settledAt() const { return sentAt + std::chrono::floor<microseconds>(rtt); }

    friend bool operator==(const PingSample &, const PingSample &) = default;
};

/// True for the outcomes whose rtt is a measured round trip.
[[nodiscard]] constexpr bool hasRoundTrip(PingOutcome outcome)
{
    return outcome == PingOutcome::Answered || outcome == PingOutcome::Slow || outcome == PingOutcome::Late;
}

/// The outcome's word in output and files, such as "timed-out". Not translated.
[[nodiscard]] QLatin1String toWord(PingOutcome outcome);

} // namespace Pongwatch
