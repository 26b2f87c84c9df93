// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"
#include "history/latencyhistogram.h"

#include <QMetaType>

#include <vector>

namespace Pongwatch
{

/// The distribution of one peer's round trips in one stretch of time: a column of a heat map or, for a whole
/// range, a histogram. Cells and quantiles are those of LatencyHistogram.
struct HeatColumn {
    WallTime from{};
    nanoseconds width{0};
    LatencyHistogram latencies;
    quint32 timeouts = 0; ///< pings without an answer
    bool thinned = false; ///< partly estimated, from buckets whose pings are no longer known one by one
    quint32 countsARoundTrip = 1; ///< more if others measured it, so that fractions can be told

    /// How many round trips there are.
    [[nodiscard]] quint64 roundTrips() const
    {
        return (latencies.count() + countsARoundTrip / 2) / countsARoundTrip;
    }
};

} // namespace Pongwatch

Q_DECLARE_METATYPE(Pongwatch::HeatColumn)
Q_DECLARE_METATYPE(std::vector<Pongwatch::HeatColumn>)
