// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"
#include "history/splitledger.h"
#include "widgets/chart/chartaxis.h"

#include <vector>

namespace Pongwatch
{

/// Round trips split into the network's part and that of the peer (with whatever lies between its kernel and
/// its answer).
struct SplitPoint {
    WallTime at{};
    double network = 0; ///< ms: TCP's part, never more than the whole
    double peer = 0;    ///< ms: the rest
    bool first = false; ///< starts an area: nothing is drawn from the point before
};

/// The mean of the round trips with a kernel's figure for each pixel of the axis that has any: at most one
/// point per pixel. An area ends where pings are missing, and at a new connection.
[[nodiscard]] std::vector<SplitPoint> splitSeries(const std::vector<PingSample> &samples,
                                                  const ChartAxis &axis);

/// The same from minutes, for what is no longer known ping by ping: one point for each minute. An area ends
/// where minutes are missing.
[[nodiscard]] std::vector<SplitPoint> splitSeries(const std::vector<SplitMinute> &minutes);

} // namespace Pongwatch
