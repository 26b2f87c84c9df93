// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"
#include "history/latencyhistogram.h"
#include "history/statisticssummary.h"

namespace Pongwatch
{

/// Pings summed up into figures of constant size: everything in a StatisticsSummary except the times of the
/// connection. Two of them can be joined, if one follows the other in time, as if all pings had been added to
/// one. Also used to compute the figures of a marked range from its samples.
class SampleAggregate
{
public:
    /// Adds a settled ping, at constant cost.
    void add(const PingSample &sample);

    /// A ping added as TimedOut with the marks `before` turned out to be this late one.
    void revise(const PingSample &late, SampleMarks before);

    /// Appends pings that are later than everything in here.
    void append(const SampleAggregate &later);

    /// Sets the figures, except openTime, timeToRecover and connects.
    void fill(StatisticsSummary &summary) const;

    [[nodiscard]] quint32 pings() const { return m_pings; }
    [[nodiscard]] const LatencyHistogram &histogram() const { return m_histogram; }

    /// Frees the memory reserved for growing.
    void squeeze() { m_histogram.squeeze(); }

    /// Memory used in addition to the object itself.
    [[nodiscard]] size_t heapBytes() const { return m_histogram.heapBytes(); }

private:
    void addRoundTrip(const PingSample &sample);
    void addToJitter(nanoseconds rtt);

    quint32 m_pings = 0;
    quint32 m_outcomes[6] = {}; // by PingOutcome
    quint32 m_lagged = 0;
    quint32 m_roundTrips = 0;
    quint32 m_inTime = 0; // round trips in the jitter
    quint32 m_lastSeq = 0;
    WallTime m_lastSentAt{};
    nanoseconds m_last{0};
    nanoseconds m_min{0};
    nanoseconds m_max{0};
    double m_mean = 0;            // ns
    double m_squares = 0;         // ns², the sum of squared distances from the mean (Welford)
    nanoseconds m_firstInTime{0}; // the ends of the chain of consecutive round trips
    nanoseconds m_lastInTime{0};  //
    double m_differences = 0;     // ns, the sum of absolute differences in the chain
    double m_smoothed = 0;        // ns, RFC 3550's J if the chain started from J = 0
    LatencyHistogram m_histogram;
};

} // namespace Pongwatch
