// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/latencyhistogram.h"
#include "text/latencyscale.h"

#include <vector>

namespace Pongwatch
{

/// How many of the histogram's latencies are in each of `count` equal parts of the scale. A cell that is only
/// partly in a bin counts for that part. Latencies beyond the ends are in the first and last bins.
[[nodiscard]] std::vector<double> latencyBins(const LatencyHistogram &histogram, const LatencyScale &scale,
                                              int count);

/// The scale from the minimum to the maximum of the histograms or, with `clipping`, to the 99th percentile of
/// all of them together.
[[nodiscard]] LatencyScale distributionScale(const std::vector<const LatencyHistogram *> &histograms,
                                             bool logarithmic, bool clipping);

} // namespace Pongwatch
