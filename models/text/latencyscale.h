// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace Pongwatch
{

/// A latency axis of a chart, on the screen or in a report: which latencies, in milliseconds, it shows, and
/// where they lie between its ends.
struct LatencyScale {
    double lower = 0; ///< more than 0 when logarithmic
    double upper = 1;
    bool logarithmic = false;

    /// 0 at the lower end, 1 at the upper one; beyond them for what lies outside.
    [[nodiscard]] double share(double ms) const;
    /// The latency at this share.
    [[nodiscard]] double value(double share) const;

    /// Round latencies on the axis, about `wanted` of them.
    [[nodiscard]] std::vector<double> ticks(int wanted) const;

    friend bool operator==(const LatencyScale &, const LatencyScale &) = default;
};

/// The power of ten at or below `ms`, which is more than 0.
[[nodiscard]] double decadeBelow(double ms);

/// A round number at or above `largest`, for the upper end of a latency axis.
[[nodiscard]] double axisCeiling(double largest);

} // namespace Pongwatch
