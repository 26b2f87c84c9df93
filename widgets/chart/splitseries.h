// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"
#include "history/splitledger.h"
#include "widgets/chart/chartaxis.h"

#include <vector>

namespace Pongwatch
{

/// Round trips taken apart: what the network took, and what the peer (and whatever lies between its kernel
/// and its answer) took on top.
struct SplitPoint {
    WallTime at{};
    double network = 0; ///< ms: what TCP took of it, never more than the whole
    double peer = 0;    ///< ms: the rest
    bool first = false; ///< of an area: nothing is drawn from the point before
};

/// The mean of the round trips that have a kernel's figure, for each pixel of the axis that has any: at most
/// one point a pixel. An area ends where pings are missing, and at a new connection.
[[nodiscard]] std::vector<SplitPoint> splitSeries(const std::vector<PingSample> &samples,
                                                  const ChartAxis &axis);

/// The same from minutes, for what is no longer known ping by ping: one point each. An area ends where
/// minutes are missing.
[[nodiscard]] std::vector<SplitPoint> splitSeries(const std::vector<SplitMinute> &minutes);

} // namespace Pongwatch
