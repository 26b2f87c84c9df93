// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/latencybins.h"

#include "widgets/chart/latencyfit.h"

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

std::vector<double> latencyBins(const LatencyHistogram &histogram, const LatencyScale &scale, int count)
{
    std::vector<double> bins(static_cast<size_t>(std::max(1, count)), 0);
    const auto last = static_cast<double>(bins.size() - 1);
    for (const LatencyHistogram::Cell &cell : histogram.cells()) {
        const double low = toMilliseconds(LatencyHistogram::lowerBound(cell.bucket));
        const double high = toMilliseconds(LatencyHistogram::upperBound(cell.bucket));
        const auto size = static_cast<double>(bins.size());
        const double from = std::clamp(scale.share(low) * size, 0.0, last);
        const double to = std::clamp(scale.share(high) * size, from, last + 1);
        const auto first = static_cast<size_t>(from);
        const auto end = static_cast<size_t>(std::min(last, std::floor(to)));
        const double width = to - from;
        if (first == end || width <= 0) {
            bins[first] += cell.count();
            continue;
        }
        for (size_t bin = first; bin <= end; ++bin) {
            const double left = std::max(from, static_cast<double>(bin));
            const double right = std::min(to, static_cast<double>(bin) + 1);
            bins[bin] += cell.count() * std::max(0.0, right - left) / width;
        }
    }
    return bins;
}

LatencyScale distributionScale(const std::vector<const LatencyHistogram *> &histograms, bool logarithmic,
                               bool clipping)
{
    LatencyScaleFitter fitter;
    for (const LatencyHistogram *histogram : histograms) {
        if (const auto least = histogram->quantile(0)) {
            fitter.add(toMilliseconds(*least));
            fitter.add(toMilliseconds(*histogram->quantile(clipping ? 0.99 : 1)));
        }
    }
    return fitter.fit(logarithmic, false);
}

} // namespace Pongwatch
