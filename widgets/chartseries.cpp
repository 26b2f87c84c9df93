// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chartseries.h"

#include "items/seriessource.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Pongwatch
{

namespace
{

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

void addPoint(ChartSeries &into, double time, double ms)
{
    if (into.largestMs == 0 || ms > into.largestMs) {
        into.largestMs = ms;
    }
    if (into.smallestMs == 0 || ms < into.smallestMs) {
        into.smallestMs = ms;
    }
    into.times.append(time);
    into.latencies.append(ms);
}

void breakLine(ChartSeries &into, double time)
{
    if (!into.latencies.isEmpty() && !std::isnan(into.latencies.constLast())) {
        into.times.append(time);
        into.latencies.append(nan);
    }
}

void addSamples(ChartSeries &into, const std::vector<PingSample> &samples)
{
    ConnectionNumber connection = 0;
    for (const PingSample &sample : samples) {
        const double time = toChartTime(sample.sentAt);
        if (connection != sample.connection) {
            breakLine(into, time);
            connection = sample.connection;
        }
        if (sample.outcome == PingOutcome::TimedOut) {
            into.timeouts.append(time);
            breakLine(into, time);
        } else if (hasRoundTrip(sample.outcome)) {
            const double ms = toMilliseconds(sample.rtt);
            addPoint(into, time, ms);
            if (sample.outcome == PingOutcome::Late) {
                into.late.append({time, ms});
            }
        }
    }
}

void addBuckets(ChartSeries &into, const std::vector<SeriesBucket> &buckets)
{
    for (const SeriesBucket &bucket : buckets) {
        const double start = toChartTime(bucket.from);
        const double width = toSeconds(bucket.width);
        if (bucket.gap || bucket.withoutConnection > nanoseconds(0)) {
            breakLine(into, start);
        }
        if (bucket.timeouts > 0) {
            into.timeouts.append(start + width / 2);
        }
        if (bucket.min && bucket.max) {
            const double largest = toMilliseconds(*bucket.max);
            addPoint(into, start + width / 4, toMilliseconds(*bucket.min));
            addPoint(into, start + width * 3 / 4, largest);
            if (bucket.late > 0) {
                into.late.append({start + width * 3 / 4, largest});
            }
        } else if (bucket.timeouts > 0) {
            breakLine(into, start);
        }
    }
}

} // namespace

double toChartTime(WallTime time)
{
    return static_cast<double>(time.time_since_epoch().count()) / 1e6;
}

WallTime fromChartTime(double time)
{
    return WallTime(microseconds(static_cast<qint64>(time * 1e6)));
}

ChartSeries makeChartSeries(const SeriesSource &source, PeerId peer, WallTime from, WallTime to, WallTime now,
                            int pixels)
{
    ChartSeries result;
    // A little more on the left, so that the line comes in from the edge.
    const WallTime early = from - (to - from) / 8;
    const size_t most = static_cast<size_t>(std::max(1, pixels)) * 2;
    std::vector<PingSample> samples;
    result.coarse = !source.hasAllSamples(peer, from, to);
    if (!result.coarse) {
        samples = source.samples(peer, early, to);
        result.coarse = samples.size() > most;
    }
    if (result.coarse) {
        addBuckets(result, source.buckets(peer, from, to, pixels));
    } else {
        addSamples(result, samples);
    }
    for (const StateSpan &span : source.states(peer, from, std::min(to, now))) {
        if (span.state != ConnectionState::Open && span.state != ConnectionState::Closing) {
            const double start = toChartTime(span.from);
            const double end = toChartTime(span.to);
            if (!result.withoutConnection.isEmpty() && result.withoutConnection.constLast().to >= start) {
                result.withoutConnection.last().to = end;
            } else {
                result.withoutConnection.append({start, end});
            }
        }
    }
    return result;
}

std::optional<PingSample> nearestSample(const SeriesSource &source, PeerId peer, WallTime moment,
                                        microseconds reach)
{
    const std::vector<PingSample> near = source.samples(peer, moment - reach, moment + reach);
    const auto nearest =
        std::min_element(near.cbegin(), near.cend(), [moment](const PingSample &a, const PingSample &b) {
            return std::chrono::abs(a.sentAt - moment) < std::chrono::abs(b.sentAt - moment);
        });
    return nearest == near.cend() ? std::nullopt : std::optional(*nearest);
}

double axisCeiling(double largest)
{
    if (!(largest > 0)) {
        return 1;
    }
    const double decade = std::pow(10.0, std::floor(std::log10(largest)));
    for (const double step : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0}) {
        if (largest <= step * decade) {
            return step * decade;
        }
    }
    return 10 * decade;
}

} // namespace Pongwatch
