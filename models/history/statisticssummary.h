// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QtGlobal>

namespace Pongwatch
{

/// The figures of one peer over a stretch of time. A ping counts at the moment when it was due.
struct StatisticsSummary {
    quint64 pings = 0;      ///< all settled ones, whatever their outcome
    quint64 answered = 0;   ///< in time and not slow
    quint64 slow = 0;       ///< in time, but slow
    quint64 late = 0;       ///< after their deadline
    quint64 superseded = 0; ///< a later ping was answered first
    quint64 timedOut = 0;   ///< never answered
    quint64 lost = 0;       ///< the connection ended first
    quint64 lagged = 0;     ///< marked SampleMark::ObserverLag

    /// timedOut / judged(), or 0 if there are none. Lost and superseded pings say nothing about the peer, and
    /// a late answer is an answer.
    double loss = 0;

    // Over the round trips of answered, slow and late pings. Absent if there were none.
    std::optional<nanoseconds> last; ///< of the newest ping
    std::optional<nanoseconds> min;
    std::optional<nanoseconds> mean;
    std::optional<nanoseconds> p50; ///< quantiles are exact to 1 %
    std::optional<nanoseconds> p95;
    std::optional<nanoseconds> p99;
    std::optional<nanoseconds> max;
    // If some of the pings were thinned, so that p50, p95, p99, deviation and jitter are absent: estimates
    // from the buckets (RangeFigures). Show them only as estimates.
    std::optional<nanoseconds> estimatedP50;
    std::optional<nanoseconds> estimatedP95;
    std::optional<nanoseconds> stddev; ///< of the population, like ping(8)'s mdev

    // Over the round trips that came in time (answered and slow), in order of arrival. Absent if there are
    // fewer than two.
    std::optional<nanoseconds> jitter;         ///< mean absolute difference of consecutive ones
    std::optional<nanoseconds> smoothedJitter; ///< RFC 3550 6.4.1: J += (|D| - J) / 16, from 0

    nanoseconds openTime{0}; ///< how long a connection was open
    /// How long the peer was watched (watchedStates()), on which availability is based. 0 if
    /// unknown.
    nanoseconds watched{0};

    /// The mean, over the recoveries in this stretch, of the time from the first missed deadline or unwanted
    /// end to the next answer or open connection. Absent if there were none.
    std::optional<nanoseconds> timeToRecover;
    quint32 recoveries = 0; ///< on which timeToRecover is based
    quint32 connects = 0;   ///< how many connections were opened

    /// The pings with an answer, in time or not: those with a round trip.
    [[nodiscard]] quint64 answers() const { return answered + slow + late; }
    /// The pings that were not lost: answers(), plus those in whose place a later one was answered.
    [[nodiscard]] quint64 received() const { return answers() + superseded; }
    /// The pings that say something about the peer.
    [[nodiscard]] quint64 judged() const { return answers() + timedOut; }
    /// The value of `loss` for these counts.
    [[nodiscard]] double lossByCounts() const
    {
        return judged() == 0 ? 0 : static_cast<double>(timedOut) / static_cast<double>(judged());
    }
};

} // namespace Pongwatch
