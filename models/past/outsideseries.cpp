// SPDX-License-Identifier: GPL-3.0-or-later
#include "past/outsideseries.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

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

namespace
{

/// Adds so many in [lower, upper), to each cell of the histogram by its share, so that no view shows a comb
/// in place of an even part. With no width, all at that value.
void addEvenly(LatencyHistogram &histogram, nanoseconds lower, nanoseconds upper, quint32 count)
{
    if (upper <= lower) {
        histogram.add(upper, count);
        return;
    }
    quint32 added = 0;
    for (nanoseconds at = lower; at < upper && count > 0;) {
        LatencyHistogram one; // tells the cell
        one.add(at);
        const nanoseconds end = std::min(LatencyHistogram::upperBound(one.cells().front().bucket), upper);
        const auto upTo =
            static_cast<quint32>(std::llround(count * (toSeconds(end - lower) / toSeconds(upper - lower))));
        histogram.add(at + (end - at) / 2, upTo - std::exchange(added, upTo));
        at = end;
    }
}

} // namespace

std::vector<HeatColumn> OutsidePicture::heat(const HeatGrid &grid) const
{
    constexpr quint32 countsARoundTrip = 256;
    struct Column {
        std::vector<double> counts;
        double timeouts = 0;
    };
    std::map<qint64, Column> columns;
    for (const OutsideStep &one : steps) {
        const WallTime middle = one.bucket.from + std::chrono::floor<microseconds>(one.bucket.width / 2);
        if (middle < grid.from || middle >= grid.to || (one.counts.empty() && one.bucket.timeouts == 0))
            continue;
        Column &column = columns[(middle - grid.from) / grid.width()];
        column.counts.resize(std::max(column.counts.size(), one.counts.size()));
        for (size_t i = 0; i < one.counts.size(); ++i)
            column.counts[i] += one.counts[i];
        column.timeouts += one.bucket.timeouts;
    }
    std::vector<HeatColumn> heat;
    for (const auto &[number, counted] : columns) {
        HeatColumn column{grid.from + number * grid.width(), grid.width(), {}, 0, true, countsARoundTrip};
        column.timeouts = static_cast<quint32>(std::llround(counted.timeouts));
        for (size_t i = 0; i < counted.counts.size() && !bounds.empty(); ++i) {
            const auto count = static_cast<quint32>(std::llround(counted.counts[i] * countsARoundTrip));
            const double lower = i == 0 ? 0 : bounds[i - 1];
            const double upper = bounds[std::min(i, bounds.size() - 1)]; // beyond the last: that bound
            addEvenly(column.latencies, fromSeconds(lower), fromSeconds(upper), count);
        }
        heat.push_back(std::move(column));
    }
    return heat;
}

} // namespace Pongwatch
