// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartseries.h"

#include "history/timespan.h"
#include "past/seriessource.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace Pongwatch
{

namespace
{

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr int linesOfBuckets = 4; // mean, low, high, peak

void addPoint(ChartSeries &into, double time, double ms)
{
    into.times.append(time);
    into.latencies.append(ms);
}

void breakLine(ChartSeries &into, double time)
{
    if (into.latencies.isEmpty() || std::isnan(into.latencies.constLast()))
        return;
    addPoint(into, time, nan);
    if (into.coarse) {
        into.low.append(nan);
        into.high.append(nan);
        into.peak.append(nan);
    }
}

/// After a silence of this length, no pings were sent: five times the usual interval, and at least ten
/// seconds. No line is drawn across it: the machine slept, or the program did not run.
microseconds longestStep(const std::vector<PingSample> &samples)
{
    std::vector<microseconds> steps;
    steps.reserve(samples.size());
    for (size_t i = 1; i < samples.size(); ++i)
        steps.push_back(samples[i].sentAt - samples[i - 1].sentAt);
    if (steps.empty())
        return microseconds::max();
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return std::max<microseconds>(*middle * 5, seconds(10));
}

/// Whether there was a time without measurements in between.
bool isApart(const std::vector<TimeSpan> &gaps, WallTime before, WallTime after)
{
    return std::any_of(gaps.cbegin(), gaps.cend(),
                       [before, after](const TimeSpan &gap) { return gap.from < after && gap.to > before; });
}

void addSamples(ChartSeries &into, const std::vector<PingSample> &samples, const std::vector<TimeSpan> &gaps)
{
    const microseconds longest = longestStep(samples);
    ConnectionNumber connection = 0;
    std::optional<WallTime> before;
    for (const PingSample &sample : samples) {
        const double time = toChartTime(sample.sentAt);
        const bool apart =
            before && (sample.sentAt - *before > longest || isApart(gaps, *before, sample.sentAt));
        if (connection != sample.connection || apart)
            breakLine(into, time);
        connection = sample.connection;
        before = sample.sentAt;
        switch (sample.outcome) {
        case PingOutcome::TimedOut:
            into.timeouts.append(time);
            breakLine(into, time);
            break;
        case PingOutcome::Superseded:
            into.superseded.append(time);
            break;
        case PingOutcome::Lost:
            into.lost.append(time);
            breakLine(into, time);
            break;
        case PingOutcome::Late:
            into.late.append({time, toMilliseconds(sample.rtt)});
            [[fallthrough]];
        case PingOutcome::Answered:
        case PingOutcome::Slow:
            addPoint(into, time, toMilliseconds(sample.rtt));
            break;
        }
    }
}

void addBuckets(ChartSeries &into, const std::vector<SeriesBucket> &buckets)
{
    for (const SeriesBucket &bucket : buckets) {
        const double start = toChartTime(bucket.from);
        const double middle = start + toSeconds(bucket.width) / 2;
        const bool silent = bucket.timeouts + bucket.lost > 0 && bucket.count == 0;
        if (bucket.gap || silent || bucket.withoutConnection > nanoseconds(0))
            breakLine(into, start);
        if (bucket.timeouts > 0)
            into.timeouts.append(middle);
        if (!bucket.mean || !bucket.max || !bucket.min)
            continue;
        addPoint(into, middle, toMilliseconds(*bucket.mean));
        into.low.append(toMilliseconds(bucket.p5.value_or(*bucket.min)));
        into.high.append(toMilliseconds(bucket.p95.value_or(*bucket.max)));
        into.peak.append(toMilliseconds(*bucket.max));
        if (bucket.late > 0)
            into.late.append({middle, into.peak.constLast()});
    }
}

/// No line is drawn across a stretch of many empty buckets.
void breakAtHoles(std::vector<SeriesBucket> &buckets)
{
    for (size_t i = 1; i < buckets.size(); ++i) {
        const SeriesBucket &before = buckets[i - 1];
        const nanoseconds hole = buckets[i].from - before.from - before.width;
        // Buckets that only now and then contain a ping are not a hole.
        buckets[i].gap |= hole > std::max(before.width, buckets[i].width) * 8;
    }
}

bool sameNumbers(const QVector<double> &a, const QVector<double> &b)
{
    // Compares bytes, since NaN is not equal to itself.
    return a.size() == b.size() &&
           std::memcmp(a.constData(), b.constData(), sizeof(double) * static_cast<size_t>(a.size())) == 0;
}

} // namespace

bool operator==(const ChartSeries &a, const ChartSeries &b)
{
    const auto samePoint = [](const ChartSeries::Point &x, const ChartSeries::Point &y) {
        return x.time == y.time && x.ms == y.ms;
    };
    const auto sameSpan = [](const ChartSeries::Span &x, const ChartSeries::Span &y) {
        return x.from == y.from && x.to == y.to;
    };
    return a.coarse == b.coarse && sameNumbers(a.times, b.times) && sameNumbers(a.latencies, b.latencies) &&
           sameNumbers(a.low, b.low) && sameNumbers(a.high, b.high) && sameNumbers(a.peak, b.peak) &&
           a.timeouts == b.timeouts && a.superseded == b.superseded && a.lost == b.lost &&
           std::equal(a.late.cbegin(), a.late.cend(), b.late.cbegin(), b.late.cend(), samePoint) &&
           std::equal(a.notMeasured.cbegin(), a.notMeasured.cend(), b.notMeasured.cbegin(),
                      b.notMeasured.cend(), sameSpan) &&
           std::equal(a.withoutConnection.cbegin(), a.withoutConnection.cend(), b.withoutConnection.cbegin(),
                      b.withoutConnection.cend(), sameSpan);
}

double toChartTime(WallTime time)
{
    return static_cast<double>(time.time_since_epoch().count()) / 1e6;
}

ChartSeries makeChartSeries(const SeriesSource &source, PeerId peer, const TimeRange &range, WallTime now,
                            int pixels)
{
    ChartSeries result;
    const std::vector<TimeSpan> gaps = source.gaps(peer, range.from, range.to);
    for (const TimeSpan &gap : gaps)
        result.notMeasured.append({toChartTime(gap.from), toChartTime(gap.to)});
    // Slightly more on the left, so that the line enters from the edge.
    const WallTime early = range.from - range.length() / 8;
    const size_t most = static_cast<size_t>(std::max(1, pixels)) * 2;
    std::vector<PingSample> samples;
    result.coarse = !source.hasAllSamples(peer, range.from, range.to);
    if (!result.coarse) {
        samples = source.samples(peer, early, range.to);
        result.coarse = samples.size() > most;
    }
    if (result.coarse) {
        std::vector<SeriesBucket> buckets =
            source.buckets(peer, range.from, range.to, std::max(1, pixels * 2 / linesOfBuckets));
        breakAtHoles(buckets);
        addBuckets(result, buckets);
    } else {
        addSamples(result, samples, gaps);
    }
    for (const StateSpan &span : source.states(peer, range.from, std::min(range.to, now))) {
        if (span.state != ConnectionState::Open && span.state != ConnectionState::Closing) {
            const double start = toChartTime(span.from);
            const double end = toChartTime(span.to);
            if (!result.withoutConnection.isEmpty() && result.withoutConnection.constLast().to >= start)
                result.withoutConnection.last().to = end;
            else
                result.withoutConnection.append({start, end});
        } else if (span.health == Health::Stale) {
            result.stale.append({toChartTime(span.from), toChartTime(span.to)});
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

std::optional<WallTime> neighbouringPing(const SeriesSource &source, const QList<PeerId> &peers,
                                         const TimeRange &range, WallTime moment, bool forward)
{
    std::optional<WallTime> next;
    for (const PeerId peer : peers) {
        const auto samples = forward ? source.samples(peer, moment + microseconds(1), range.to)
                                     : source.samples(peer, range.from, moment);
        if (samples.empty())
            continue;
        const WallTime candidate = forward ? samples.front().sentAt : samples.back().sentAt;
        if (!next || (forward ? candidate < *next : candidate > *next))
            next = candidate;
    }
    return next;
}

} // namespace Pongwatch
