// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/groupsummary.h"

#include "history/peerrecord.h"
#include "history/watchedstates.h"

#include <algorithm>
#include <numeric>

namespace Pongwatch
{

namespace
{

/// Keeps the larger one; nullopt is less than any value.
void raise(std::optional<nanoseconds> &largest, const std::optional<nanoseconds> &value)
{
    largest = std::max(largest, value);
}

} // namespace

int GroupSummary::peers() const
{
    return std::accumulate(counts.cbegin(), counts.cend(), 0);
}

void GroupSummaryBuilder::addState(const PeerRecord &record)
{
    const Health health = record.standing();
    const WallTime since = record.healthSince();
    const bool first = m_sum.counts.isEmpty();
    ++m_sum.counts[health];
    if (first || isWorse(health, m_sum.worst)) {
        m_sum.worst = health;
        m_sum.since = since;
    } else if (severityRank(health) == severityRank(m_sum.worst)) {
        const bool well = health == Health::Ok || health == Health::Paused;
        m_sum.since = well ? std::max(m_sum.since, since) : std::min(m_sum.since, since);
    }
}

void GroupSummaryBuilder::addFigures(const PeerRecord &record, const StatisticsSummary &summary)
{
    raise(m_sum.p95, summary.p95);
    raise(m_sum.estimatedP95, summary.estimatedP95);
    raise(m_sum.jitter, summary.jitter);
    if (const auto share = availability(summary.openTime, summary.watched))
        m_sum.availability = std::min(*share, m_sum.availability.value_or(1.0));
    m_sum.pings += summary.pings;
    m_sum.connects += summary.connects;
    m_timedOut += summary.timedOut;
    m_judged += summary.judged();
    const auto &opening = record.lastOpened();
    if (opening && opening->what.tls && opening->what.tls->certificateExpires.isValid()) {
        const QDateTime expires = opening->what.tls->certificateExpires;
        if (!m_sum.certificateExpires.isValid() || expires < m_sum.certificateExpires)
            m_sum.certificateExpires = expires;
    }
}

GroupSummary GroupSummaryBuilder::statesOver(const GroupSummary &before) const
{
    GroupSummary result = before;
    result.counts = m_sum.counts;
    result.worst = m_sum.worst;
    result.since = m_sum.since;
    return result;
}

GroupSummary GroupSummaryBuilder::figuresOver(const GroupSummary &before)
{
    GroupSummary result = m_sum;
    result.counts = before.counts;
    result.worst = before.worst;
    result.since = before.since;
    (result.p95 < result.estimatedP95 ? result.p95 : result.estimatedP95).reset();
    if (m_judged > 0)
        result.loss = static_cast<double>(m_timedOut) / static_cast<double>(m_judged);
    return result;
}

} // namespace Pongwatch
