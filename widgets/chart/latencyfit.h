// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/latencyscale.h"

#include <span>
#include <vector>

namespace Pongwatch
{

/// Gathers the latencies that an axis is to show.
class LatencyScaleFitter
{
public:
    /// What is added from now on is another peer's.
    void beginSeries();

    /// NaN is nothing.
    void add(double ms);
    /// Something that the axis has to reach unless outliers are cut off, and that does not tell what is
    /// usual.
    void addHigh(double ms);
    /// Something that the axis has to reach down to.
    void addLow(double ms);

    /// Reaches all that was added, or, when `clipping`, the most of it: twice what 95 % of each series stay
    /// under, so that one answer in a hundred that took a second does not press the others into a line.
    /// Little is gained by cutting off less than a third: then nothing is. Starts at 0, and the logarithmic
    /// one at the decade below the smallest.
    [[nodiscard]] LatencyScale fit(bool logarithmic, bool clipping) const;

private:
    std::vector<std::vector<double>> m_series; // latencies more than 0
    double m_high = 0;                         // 0: none
    double m_low = 0;
};

/// Whether series whose middle latencies (ms) are these can only be told apart with a logarithmic axis.
/// `isLogarithmic`: it is one now, which it stays for longer than it takes to become one.
[[nodiscard]] bool wantsDecades(const std::vector<double> &middles, bool isLogarithmic);

/// The middle of the latencies, NaN left out; 0 when there are none.
[[nodiscard]] double middleLatency(std::span<const double> latencies);

} // namespace Pongwatch
