// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/rangefigures.h"

#include "history/likelyroundtrips.h"

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

namespace
{

void widen(SeriesBucket &sum, const SeriesBucket &bucket)
{
    sum.count += bucket.count;
    sum.timeouts += bucket.timeouts;
    sum.late += bucket.late;
    sum.lost += bucket.lost;
    sum.superseded += bucket.superseded;
    if (bucket.min)
        sum.min = std::min(*bucket.min, sum.min.value_or(*bucket.min));
    if (bucket.max)
        sum.max = std::max(*bucket.max, sum.max.value_or(*bucket.max));
}

} // namespace

void RangeFigures::addThinned(const SeriesBucket &bucket)
{
    widen(m_thinned, bucket);
    m_thinnedTotal += static_cast<double>(bucket.mean.value_or(nanoseconds(0)).count()) * bucket.count;
    forEachLikelyRoundTrip(bucket,
                           [this](nanoseconds rtt, quint32 count) { m_thinnedLatencies.add(rtt, count); });
}

void RangeFigures::addTimes(const StatisticsSummary &times)
{
    m_openTime += times.openTime;
    m_watched += times.watched;
    m_connects += times.connects;
    m_recoveryTime += times.timeToRecover.value_or(nanoseconds(0)) * times.recoveries;
    m_recoveries += times.recoveries;
}

void RangeFigures::append(const RangeFigures &later)
{
    m_samples.append(later.m_samples);
    widen(m_thinned, later.m_thinned);
    m_thinnedTotal += later.m_thinnedTotal;
    m_thinnedLatencies.merge(later.m_thinnedLatencies);
    m_openTime += later.m_openTime;
    m_watched += later.m_watched;
    m_recoveryTime += later.m_recoveryTime;
    m_recoveries += later.m_recoveries;
    m_connects += later.m_connects;
}

StatisticsSummary RangeFigures::summary() const
{
    StatisticsSummary result;
    m_samples.fill(result);
    result.openTime = m_openTime;
    result.watched = m_watched;
    result.connects = m_connects;
    result.recoveries = m_recoveries;
    if (m_recoveries > 0)
        result.timeToRecover = m_recoveryTime / m_recoveries;
    fillThinned(result);
    return result;
}

void RangeFigures::fillThinned(StatisticsSummary &summary) const
{
    const auto known = static_cast<double>(summary.answers());
    summary.pings += m_thinned.pings();
    summary.answered += m_thinned.count - std::min(m_thinned.late, m_thinned.count);
    summary.late += m_thinned.late;
    summary.timedOut += m_thinned.timeouts;
    summary.lost += m_thinned.lost;
    summary.superseded += m_thinned.superseded;
    summary.loss = summary.lossByCounts();
    if (m_thinned.count == 0)
        return;
    const double mine = known * static_cast<double>(summary.mean.value_or(nanoseconds(0)).count());
    summary.mean = nanoseconds(std::llround((mine + m_thinnedTotal) / (known + m_thinned.count)));
    summary.min = summary.min ? std::min(*summary.min, *m_thinned.min) : m_thinned.min;
    summary.max = summary.max ? std::max(*summary.max, *m_thinned.max) : m_thinned.max;
    // For the thinned part they are unknown, and those of the rest must not pass for those of the whole.
    summary.p50 = summary.p95 = summary.p99 = summary.stddev = std::nullopt;
    summary.jitter = summary.smoothedJitter = std::nullopt;
    LatencyHistogram all = m_samples.histogram();
    all.merge(m_thinnedLatencies);
    const auto within = [&summary](std::optional<nanoseconds> estimate) {
        return estimate ? std::optional(std::clamp(*estimate, *summary.min, *summary.max)) : std::nullopt;
    };
    summary.estimatedP50 = within(all.quantile(0.50));
    summary.estimatedP95 = within(all.quantile(0.95));
}

} // namespace Pongwatch
