// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QtGlobal>

namespace Pongwatch
{

/// The figures of one peer over one stretch of time. A ping belongs to the moment at which it was due.
struct StatisticsSummary {
    quint64 pings = 0;      ///< settled ones, whatever their outcome
    quint64 answered = 0;   ///< in time and not slow
    quint64 slow = 0;       ///< in time, but slow
    quint64 late = 0;       ///< after their deadline
    quint64 superseded = 0; ///< a later ping was answered first
    quint64 timedOut = 0;   ///< no answer at all
    quint64 lost = 0;       ///< the connection ended first
    quint64 lagged = 0;     ///< marked SampleMark::ObserverLag

    /// timedOut / judged(); 0 when there are none. Lost and superseded pings say nothing about the peer, and
    /// a late answer is an answer.
    double loss = 0;

    // Over the round trips of answered, slow and late pings. Absent: there was none.
    std::optional<nanoseconds> last; ///< of the newest ping
    std::optional<nanoseconds> min;
    std::optional<nanoseconds> mean;
    std::optional<nanoseconds> p50; ///< quantiles are exact to 1 %
    std::optional<nanoseconds> p95;
    std::optional<nanoseconds> p99;
    std::optional<nanoseconds> max;
    // Where a part of the pings was thinned, and p50, p95, p99, deviation and jitter are therefore absent:
    // what the buckets say of them (RangeFigures). To be shown as estimates only.
    std::optional<nanoseconds> estimatedP50;
    std::optional<nanoseconds> estimatedP95;
    std::optional<nanoseconds> stddev; ///< of the population, as ping(8)'s mdev

    // Over the round trips that came in time (answered and slow), in the order in which they came. Absent:
    // fewer than two.
    std::optional<nanoseconds> jitter;         ///< mean absolute difference of consecutive ones
    std::optional<nanoseconds> smoothedJitter; ///< RFC 3550 6.4.1: J += (|D| - J) / 16, from 0

    nanoseconds openTime{0}; ///< how long a connection was open
    /// How long the peer was watched (watchedStates()): what availability is a share of. 0 where it is not
    /// known.
    nanoseconds watched{0};

    /// Mean, over the recoveries in this stretch, of the time from the first missed deadline or unwanted end
    /// to the next answer or open connection. Absent: there was none.
    std::optional<nanoseconds> timeToRecover;
    quint32 recoveries = 0; ///< that timeToRecover is the mean of
    quint32 connects = 0;   ///< connections that were opened

    /// The pings that were answered, in time or not: those with a round trip.
    [[nodiscard]] quint64 answers() const { return answered + slow + late; }
    /// The pings that are not lost: as answers(), and those in whose place a later one was answered.
    [[nodiscard]] quint64 received() const { return answers() + superseded; }
    /// The pings that say something about the peer.
    [[nodiscard]] quint64 judged() const { return answers() + timedOut; }
    /// What `loss` is by these counts.
    [[nodiscard]] double lossByCounts() const
    {
        return judged() == 0 ? 0 : static_cast<double>(timedOut) / static_cast<double>(judged());
    }
};

} // namespace Pongwatch
