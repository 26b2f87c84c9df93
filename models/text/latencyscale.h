// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace Pongwatch
{

/// A latency axis of a chart, on the screen or in a report: which latencies it shows, in milliseconds, and
/// where they are between its ends.
struct LatencyScale {
    double lower = 0; ///< more than 0 if logarithmic
    double upper = 1;
    bool logarithmic = false;

    /// 0 at the lower end, 1 at the upper end; outside of 0 to 1 for latencies beyond the ends.
    [[nodiscard]] double share(double ms) const;
    /// The latency at this position.
    [[nodiscard]] double value(double share) const;

    /// Round latencies on the axis, about `wanted` of them.
    [[nodiscard]] std::vector<double> ticks(int wanted) const;

    friend bool operator==(const LatencyScale &, const LatencyScale &) = default;
};

/// The power of ten at or below `ms`, which must be above 0.
[[nodiscard]] double decadeBelow(double ms);

/// A round number at or above `largest`, for the upper end of a latency axis.
[[nodiscard]] double axisCeiling(double largest);

} // namespace Pongwatch
