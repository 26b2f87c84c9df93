// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/trend.h"

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

    std::vector<PingSample> samples = series.samples(from, now + microseconds(1));
    std::erase_if(samples, [](const PingSample &sample) { return !isDrawn(sample); });

    Trend trend;
    const size_t step = samples.size() / static_cast<size_t>(std::max(1, maxPoints)) + 1;
    for (size_t first = 0; first < samples.size(); first += step) {
        const auto begin = samples.cbegin() + static_cast<std::ptrdiff_t>(first);
        const auto end =
            samples.cbegin() + static_cast<std::ptrdiff_t>(std::min(first + step, samples.size()));
        // The worst comes first under this order.
        const auto worst = std::min_element(begin, end, isWorseSample);
        trend.points.append({position(worst->sentAt), toMilliseconds(worst->rtt), worst->outcome});
    }
    for (const StateSpan &span : series.states(from, now)) {
        if (span.state != ConnectionState::Open && span.state != ConnectionState::Closing) {
            trend.gaps.append({position(span.from), position(span.to)});
        }
    }
    return trend;
}

} // namespace Pongwatch
