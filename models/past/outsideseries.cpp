// SPDX-License-Identifier: GPL-3.0-or-later
#include "past/outsideseries.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Pongwatch
{

std::optional<nanoseconds> quantileOf(const std::vector<double> &bounds, const std::vector<float> &counts,
                                      double share)
{
    const double all = std::accumulate(counts.begin(), counts.end(), 0.0);
    if (bounds.empty() || counts.size() != bounds.size() + 1 || !(all > 0))
        return std::nullopt;
    double below = 0;
    for (size_t i = 0; i < bounds.size(); ++i) {
        const double here = counts[i];
        if (here > 0 && below + here >= share * all) {
            const double lower = i == 0 ? 0 : bounds[i - 1];
            return fromSeconds(lower +
                               (bounds[i] - lower) * std::clamp((share * all - below) / here, 0.0, 1.0));
        }
        below += here;
    }
    return fromSeconds(bounds.back());
}

StatisticsSummary OutsidePicture::summary(WallTime from, WallTime to) const
{
    StatisticsSummary sum;
    std::vector<float> counts(bounds.empty() ? 0 : bounds.size() + 1, 0.0F);
    double total = 0; // of round trips, in seconds
    for (const OutsideStep &one : steps) {
        const WallTime begin = one.bucket.from;
        if (begin < from || begin >= to)
            continue;
        sum.answered += one.bucket.count;
        sum.timedOut += one.bucket.timeouts;
        if (one.bucket.mean)
            total += toSeconds(*one.bucket.mean) * one.bucket.count;
        for (size_t i = 0; i < counts.size() && i < one.counts.size(); ++i)
            counts[i] += one.counts[i];
        if (one.up >= 0) {
            sum.watched += one.bucket.width;
            sum.openTime +=
                std::chrono::duration_cast<nanoseconds>(one.bucket.width * static_cast<double>(one.up));
        }
    }
    sum.pings = sum.answered + sum.timedOut;
    sum.loss = sum.lossByCounts();
    if (sum.answered > 0)
        sum.mean = fromSeconds(total / static_cast<double>(sum.answered));
    sum.estimatedP50 = quantileOf(bounds, counts, 0.5);
    sum.estimatedP95 = quantileOf(bounds, counts, 0.95);
    return sum;
}

} // namespace Pongwatch
