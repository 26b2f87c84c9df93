// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/opentimeledger.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr auto memory = std::chrono::hours(24);
constexpr WallTime stillOpen = WallTime::max();

/// Drops the first entries, but only when they are half of all, so that each entry is moved at most once.
template <typename Entry, typename IsOld>
void dropOld(std::vector<Entry> &entries, IsOld isOld, size_t limit)
{
    size_t old = 0;
    while (old < entries.size() && isOld(entries[old]))
        ++old;
    if (entries.size() > limit)
        old = std::max(old, entries.size() / 2 + 1);
    if (old > 0 && old * 2 >= entries.size())
        entries.erase(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(old));
}

} // namespace

void OpenTimeLedger::add(const ConnectionEvent &event)
{
    if (std::holds_alternative<Opened>(event.what)) {
        opened(event.time);
    } else if (const auto *end = std::get_if<Closed>(&event.what)) {
        closed(event.time, end->verdict.age);
        if (end->verdict.cause == Cause::LocalClose)
            m_troubleSince.reset();
        else
            troubleBegan(event.time);
    } else if (std::holds_alternative<PingTimedOut>(event.what)) {
        troubleBegan(event.time);
    } else if (const auto *change = std::get_if<StateChanged>(&event.what)) {
        if (change->state == ConnectionState::Paused)
            m_troubleSince.reset();
    }
}

void OpenTimeLedger::add(const PingSample &sample)
{
    if (hasRoundTrip(sample.outcome))
        troubleEnded(sample.settledAt());
    else if (sample.outcome == PingOutcome::TimedOut)
        troubleBegan(sample.settledAt());
}

void OpenTimeLedger::opened(WallTime time)
{
    troubleEnded(time);
    forget(time);
    m_spans.push_back({time, stillOpen});
    m_open = true;
    ++m_connects;
}

void OpenTimeLedger::closed(WallTime time, nanoseconds age)
{
    if (!m_open)
        return; // a failed dial
    m_open = false;
    // The age was measured on a steady clock; the record's clock may have been set in the meantime.
    m_openTimeBefore += age;
    m_spans.back().to = std::max(time, m_spans.back().from);
    forget(time);
}

void OpenTimeLedger::troubleBegan(WallTime time)
{
    if (!m_troubleSince)
        m_troubleSince = time;
}

void OpenTimeLedger::troubleEnded(WallTime time)
{
    if (!m_troubleSince)
        return;
    // If the clock was set back in the meantime, nothing can be said.
    if (time >= *m_troubleSince) {
        m_recoveries.push_back({time, time - *m_troubleSince});
        m_recoveryTime += time - *m_troubleSince;
        ++m_recoveryCount;
        forget(time);
    }
    m_troubleSince.reset();
}

void OpenTimeLedger::forget(WallTime now)
{
    const WallTime oldest = now - memory;
    dropOld(
        m_spans, [oldest](const OpenSpan &span) { return span.to < oldest; }, limit);
    dropOld(
        m_recoveries, [oldest](const Recovery &recovery) { return recovery.at < oldest; }, limit);
}

void OpenTimeLedger::fill(StatisticsSummary &summary, WallTime from, WallTime to) const
{
    for (const OpenSpan &span : m_spans) {
        const WallTime begin = std::max(span.from, from);
        const WallTime end = std::min(span.to, to);
        if (end > begin)
            summary.openTime += end - begin;
        if (span.from > from && span.from <= to)
            ++summary.connects;
    }
    nanoseconds took{0};
    int count = 0;
    for (const Recovery &recovery : m_recoveries) {
        if (recovery.at > from && recovery.at <= to) {
            took += recovery.took;
            ++count;
        }
    }
    summary.recoveries = static_cast<quint32>(count);
    if (count > 0)
        summary.timeToRecover = took / count;
}

void OpenTimeLedger::fillSinceStart(StatisticsSummary &summary, WallTime now) const
{
    summary.connects = m_connects;
    summary.openTime = m_openTimeBefore;
    if (m_open && now > m_spans.back().from)
        summary.openTime += now - m_spans.back().from;
    summary.recoveries = m_recoveryCount;
    if (m_recoveryCount > 0)
        summary.timeToRecover = m_recoveryTime / m_recoveryCount;
}

size_t OpenTimeLedger::heapBytes() const
{
    return m_spans.capacity() * sizeof(OpenSpan) + m_recoveries.capacity() * sizeof(Recovery);
}

} // namespace Pongwatch
