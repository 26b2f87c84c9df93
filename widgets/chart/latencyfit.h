// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/latencyscale.h"

#include <span>
#include <vector>

namespace Pongwatch
{

/// Collects the latencies that an axis should show.
class LatencyScaleFitter
{
public:
    /// What is added from now on belongs to another peer.
    void beginSeries();

    /// Ignores NaN.
    void add(double ms);
    /// A value that the axis must reach unless outliers are cut off, and that says nothing about what is
    /// usual.
    void addHigh(double ms);
    /// A value that the axis must reach down to.
    void addLow(double ms);

    /// An axis that reaches everything that was added or, with `clipping`, most of it: twice the 95th
    /// percentile of each series, so that one answer in a hundred that took a second does not flatten the
    /// others to a line. If this would cut off less than a third, nothing is cut off, as it would gain
    /// little. Starts at 0, or if logarithmic, at the decade below the smallest value.
    [[nodiscard]] LatencyScale fit(bool logarithmic, bool clipping) const;

private:
    std::vector<std::vector<double>> m_series; // latencies above 0
    double m_high = 0;                         // 0: none
    double m_low = 0;
};

/// Whether series with these middle latencies (ms) can only be told apart on a logarithmic axis.
/// `isLogarithmic`: it is one now; it stays so below the threshold for becoming one.
[[nodiscard]] bool wantsDecades(const std::vector<double> &middles, bool isLogarithmic);

/// The middle of the latencies, ignoring NaN; 0 if there are none.
[[nodiscard]] double middleLatency(std::span<const double> latencies);

} // namespace Pongwatch
