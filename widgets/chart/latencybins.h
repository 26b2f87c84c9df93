// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/latencyhistogram.h"
#include "text/latencyscale.h"

#include <vector>

namespace Pongwatch
{

/// How many of the histogram's latencies lie in each of `count` equal parts of the scale; the part of one of
/// its cells that lies in a bin counts for that bin. What lies beyond the ends is in the first and the last.
[[nodiscard]] std::vector<double> latencyBins(const LatencyHistogram &histogram, const LatencyScale &scale,
                                              int count);

/// The scale from the least to the most of the histograms, or with `clipping` up to the 99th of a hundred of
/// all of them together.
[[nodiscard]] LatencyScale distributionScale(const std::vector<const LatencyHistogram *> &histograms,
                                             bool logarithmic, bool clipping);

} // namespace Pongwatch
