// SPDX-License-Identifier: GPL-3.0-or-later
// What a HistoryQuery tells of stretches of time beside pings: states, ends, gaps.
#include "history/store/eventcodec.h"
#include "history/store/historyquery.h"
#include "history/store/storedtime.h"
#include "history/timegrid.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

bool isConnected(ConnectionState state)
{
    return state == ConnectionState::Open || state == ConnectionState::Closing;
}

/// Runs of programs that overlap count as one.
std::vector<TimeSpan> betweenRuns(const std::vector<HistoryRun> &runs)
{
    std::vector<TimeSpan> gaps;
    std::optional<WallTime> covered;
    for (const HistoryRun &run : runs) {
        if (covered && run.from > *covered)
            gaps.push_back({*covered, run.from});
        covered = covered ? std::max(*covered, run.to) : run.to;
    }
    return gaps;
}

} // namespace

Outcome HistoryQuery::addStates(qint64 peer, Buckets &buckets, WallTime to)
{
    if (buckets.empty())
        return success();
    const WallTime from = buckets.front().from;
    Result<std::vector<StateSpan>> spans = states(peer, from, to);
    if (!spans)
        return spans.error();
    Result<std::vector<HistoryRun>> ran = runs(from, to);
    if (!ran)
        return ran.error();
    // All three are in time order: one walk. Runs of programs that overlap count as one.
    auto span = spans.value().cbegin();
    auto run = ran.value().cbegin();
    WallTime covered = WallTime::min();
    if (run != ran.value().cend())
        covered = (run++)->to;
    for (SeriesBucket &bucket : buckets) {
        const WallTime end = std::min(bucket.from + TimeGrid::step(bucket.width), to);
        while (span != spans.value().cend() && span->to <= bucket.from)
            ++span;
        for (auto its = span; its != spans.value().cend() && its->from < end; ++its) {
            if (!isConnected(its->state))
                bucket.withoutConnection += std::min(its->to, end) - std::max(its->from, bucket.from);
        }
        // A gap lies in the bucket, or between it and the one before, where a later run begins.
        while (run != ran.value().cend() && run->from < end) {
            if (run->from > covered)
                bucket.gap = true;
            covered = std::max(covered, run->to);
            ++run;
        }
    }
    return success();
}

Result<std::vector<StateSpan>> HistoryQuery::states(qint64 peer, WallTime from, WallTime to)
{
    Result<std::vector<HistoryRun>> ran = runs(from, to);
    if (!ran)
        return ran.error();
    Result<QSqlQuery *> rows = m_database.run(
        "select_states", {peer, inMicroseconds(to), peer, inMicroseconds(from), inMicroseconds(from)});
    if (!rows)
        return rows.error();
    std::vector<StateSpan> spans;
    while (rows.value()->next()) {
        const WallTime at = toWallTime(rows.value()->value(0));
        if (!spans.empty())
            spans.back().to = at;
        const int health = std::clamp(rows.value()->value(1).toInt(), 0, static_cast<int>(Health::Paused));
        const int state =
            std::clamp(rows.value()->value(2).toInt(), 0, static_cast<int>(ConnectionState::Paused));
        spans.push_back({at, to, static_cast<Health>(health), static_cast<ConnectionState>(state)});
    }
    rows.value()->finish();
    // A state lasts no longer than the run that saw it; what a run sees first may be from just before it was
    // recorded.
    std::vector<StateSpan> cut;
    for (const StateSpan &span : spans) {
        const auto its =
            std::find_if(ran.value().rbegin(), ran.value().rend(),
                         [&span](const HistoryRun &run) { return run.from <= span.from + seconds(1); });
        const WallTime end =
            its == ran.value().rend() ? span.to : std::min(span.to, std::max(its->to, span.from));
        const WallTime begin = std::max(span.from, from);
        if (end > begin)
            cut.push_back({begin, end, span.health, span.state});
    }
    return cut;
}

Result<std::vector<ConnectionEvent>> HistoryQuery::eventsOf(qint64 peer, int kind, WallTime from, WallTime to,
                                                            int limit)
{
    Result<QSqlQuery *> rows = m_database.run("select_events_of_kind",
                                              {peer, kind, inMicroseconds(from), inMicroseconds(to), limit});
    if (!rows)
        return rows.error();
    std::vector<ConnectionEvent> events;
    while (rows.value()->next()) {
        ConnectionEvent event;
        event.connection = rows.value()->value(0).toUInt();
        event.time = toWallTime(rows.value()->value(1));
        if (EventCodec::decode(kind, rows.value()->value(2).toByteArray(), event))
            events.push_back(event);
        else
            noteDamage(event, peer, kind);
    }
    rows.value()->finish();
    std::reverse(events.begin(), events.end());
    return events;
}

Result<std::vector<ConnectionEvent>> HistoryQuery::ends(qint64 peer, WallTime from, WallTime to, int limit)
{
    return eventsOf(peer, static_cast<int>(EventCodec::Kind::Closed), from, to, limit);
}

Result<std::vector<TimeSpan>> HistoryQuery::gaps(qint64 peer, WallTime from, WallTime to,
                                                 std::optional<WallTime> began)
{
    constexpr int mostSleeps = 1000;
    constexpr auto longestSleep = std::chrono::hours(24 * 31);
    Result<std::vector<HistoryRun>> ran = runs(WallTime::min(), WallTime::max());
    if (!ran)
        return ran.error();
    if (began) {
        const auto isLater = [](WallTime time, const HistoryRun &run) { return time < run.from; };
        ran.value().insert(std::upper_bound(ran.value().begin(), ran.value().end(), *began, isLater),
                           HistoryRun{*began, *began});
    }
    // A sleep is told when it is over.
    Result<std::vector<ConnectionEvent>> woken =
        eventsOf(peer, static_cast<int>(EventCodec::Kind::Suspended), from, to + longestSleep, mostSleeps);
    if (!woken)
        return woken.error();
    std::vector<TimeSpan> gaps = betweenRuns(ran.value());
    for (const ConnectionEvent &event : woken.value()) {
        if (const auto *sleep = std::get_if<Suspended>(&event.what))
            gaps.push_back(
                {event.time - std::chrono::duration_cast<microseconds>(sleep->duration), event.time});
    }
    std::erase_if(gaps, [from, to](const TimeSpan &gap) { return gap.from >= to || gap.to <= from; });
    std::sort(gaps.begin(), gaps.end(), [](const TimeSpan &a, const TimeSpan &b) { return a.from < b.from; });
    return gaps;
}

} // namespace Pongwatch
