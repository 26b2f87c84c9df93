// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/trend.h"

#include "history/seriespyramid.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

bool isDrawn(const PingSample &sample)
{
    return hasRoundTrip(sample.outcome) || sample.outcome == PingOutcome::TimedOut;
}

bool isWorseSample(const PingSample &a, const PingSample &b)
{
    const bool aTimedOut = a.outcome == PingOutcome::TimedOut;
    const bool bTimedOut = b.outcome == PingOutcome::TimedOut;
    return aTimedOut != bTimedOut ? aTimedOut : a.rtt > b.rtt;
}

template <typename Position>
void addGaps(Trend &trend, const SeriesPyramid &series, WallTime from, WallTime now, const Position &position)
{
    for (const StateSpan &span : series.states(from, now))
        if (span.state != ConnectionState::Open && span.state != ConnectionState::Closing)
            trend.gaps.append({position(span.from), position(span.to)});
}

template <typename Position>
void addBuckets(Trend &trend, const std::vector<SeriesBucket> &buckets, const Position &position)
{
    for (const SeriesBucket &bucket : buckets) {
        const WallTime middle = bucket.from + std::chrono::duration_cast<microseconds>(bucket.width / 2);
        if (bucket.max) {
            const bool late = bucket.late > 0 && bucket.late == bucket.count;
            trend.points.append({position(middle), toMilliseconds(*bucket.max),
                                 late ? PingOutcome::Late : PingOutcome::Answered});
        }
        if (bucket.timeouts > 0)
            trend.points.append({position(middle), 0, PingOutcome::TimedOut});
    }
}

} // namespace

int Trend::timeouts() const
{
    return static_cast<int>(std::count_if(points.cbegin(), points.cend(), [](const Point &point) {
        return point.outcome == PingOutcome::TimedOut;
    }));
}

Trend makeTrend(const SeriesPyramid &series, WallTime now, nanoseconds window, int maxPoints)
{
    const WallTime from = now - std::chrono::duration_cast<microseconds>(window);
    const auto position = [&](WallTime time) {
        const double at = toSeconds(time - from) / toSeconds(window);
        return std::clamp(at, 0.0, 1.0);
    };

    Trend trend;
    addGaps(trend, series, from, now, position);
    if (series.samplesCompleteFrom() > from) {
        addBuckets(trend, series.buckets(from, now + microseconds(1), maxPoints), position);
        return trend;
    }
    std::vector<PingSample> samples = series.samples(from, now + microseconds(1));
    std::erase_if(samples, [](const PingSample &sample) { return !isDrawn(sample); });
    const size_t step = samples.size() / static_cast<size_t>(std::max(1, maxPoints)) + 1;
    for (size_t first = 0; first < samples.size(); first += step) {
        const auto begin = samples.cbegin() + static_cast<std::ptrdiff_t>(first);
        const auto end =
            samples.cbegin() + static_cast<std::ptrdiff_t>(std::min(first + step, samples.size()));
        // In this order, the worst comes first.
        const auto worst = std::min_element(begin, end, isWorseSample);
        trend.points.append({position(worst->sentAt), toMilliseconds(worst->rtt), worst->outcome});
    }
    return trend;
}

} // namespace Pongwatch
