// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/sampleaggregate.h"
#include "history/serieslevel.h"
#include "history/statisticssummary.h"

#include <QMetaType>

namespace Pongwatch
{

/// The figures of a stretch of time in a form that can be joined with those of the following stretch, as if
/// both had been computed together: a part from the history file, and a part from memory. A plain value.
class RangeFigures
{
public:
    /// Adds a ping that is known by itself.
    void add(const PingSample &sample) { m_samples.add(sample); }
    /// The same for many pings at once, all later than everything added before.
    void add(const SampleAggregate &samples) { m_samples.append(samples); }
    [[nodiscard]] const SampleAggregate &samples() const { return m_samples; }

    /// Adds pings of which only a bucket is left: counts, minimum, mean and maximum. Then quantiles,
    /// deviation and jitter of the whole are absent; median and p95 are estimated (forEachLikelyRoundTrip()).
    void addThinned(const SeriesBucket &bucket);

    /// Adds open and watched time, connections and recoveries of the stretch; ignores the rest of `times`.
    void addTimes(const StatisticsSummary &times);

    /// Appends figures that are later than everything in here.
    void append(const RangeFigures &later);

    [[nodiscard]] StatisticsSummary summary() const;

private:
    void fillThinned(StatisticsSummary &summary) const;

    SampleAggregate m_samples;
    SeriesBucket m_thinned;    // its from and width mean nothing
    double m_thinnedTotal = 0; // ns, of round trips
    LatencyHistogram m_thinnedLatencies;
    nanoseconds m_openTime{0};
    nanoseconds m_watched{0};
    nanoseconds m_recoveryTime{0};
    quint32 m_recoveries = 0;
    quint32 m_connects = 0;
};

} // namespace Pongwatch

Q_DECLARE_METATYPE(Pongwatch::RangeFigures)
