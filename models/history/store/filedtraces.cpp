// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/filedtraces.h"

#include "history/store/eventcodec.h"
#include "history/store/historydatabase.h"
#include "history/store/storedtime.h"

#include <algorithm>
#include <initializer_list>

namespace Pongwatch
{

namespace
{

/// A trace is filed when it is over: so long after it began, at most.
constexpr std::chrono::minutes longestTrace{2};
/// More traces than this are not looked through for those that belong to a page of ends; a trouble makes a
/// few.
constexpr int mostLaterTraces = 4'000;

bool isLackingItsTrace(const ConnectionEvent &event)
{
    const auto *closed = std::get_if<Closed>(&event.what);
    return closed != nullptr && !closed->verdict.path && isNetworkSilent(closed->verdict);
}

/// The newest traces of these kinds that began in the range, the oldest first.
Result<std::vector<SharedPath>> tracesOf(HistoryDatabase &database, qint64 peer,
                                         std::initializer_list<EventCodec::Kind> kinds, WallTime from,
                                         WallTime to, int limit)
{
    std::vector<SharedPath> traces;
    for (const auto kind : kinds) {
        const WallTime filedTo = to < WallTime::max() - longestTrace ? to + longestTrace : to;
        Result<QSqlQuery *> rows =
            database.run("select_events_of_kind", {peer, static_cast<int>(kind), inMicroseconds(from),
                                                   inMicroseconds(filedTo), limit});
        if (!rows)
            return rows.error();
        while (rows.value()->next()) {
            ConnectionEvent event;
            if (!EventCodec::decode(static_cast<int>(kind), rows.value()->value(2).toByteArray(), event))
                continue;
            SharedPath path = std::get<PathTraced>(event.what).path;
            if (path->trace.begun >= from && path->trace.begun < to)
                traces.push_back(std::move(path));
        }
        rows.value()->finish();
    }
    std::stable_sort(traces.begin(), traces.end(), [](const SharedPath &a, const SharedPath &b) {
        return a->trace.begun < b->trace.begun;
    });
    if (traces.size() > static_cast<size_t>(limit))
        traces.erase(traces.begin(), traces.end() - limit);
    return traces;
}

} // namespace

Result<std::vector<SharedPath>> filedTraces(HistoryDatabase &database, qint64 peer, WallTime from,
                                            WallTime to, int limit)
{
    return tracesOf(database, peer, {EventCodec::Kind::Path, EventCodec::Kind::RoutinePath}, from, to, limit);
}

void addLaterTraces(HistoryDatabase &database, qint64 peer, std::vector<ConnectionEvent> &events)
{
    constexpr std::chrono::minutes near{1};
    const auto first = std::find_if(events.begin(), events.end(), isLackingItsTrace);
    if (first == events.end())
        return;
    // Routine ones were made without a trouble, and can't be about an end.
    const Result<std::vector<SharedPath>> traces =
        tracesOf(database, peer, {EventCodec::Kind::Path}, first->time - near, events.back().time + near,
                 mostLaterTraces);
    if (!traces)
        return;
    const auto begunEarlier = [](const SharedPath &path, WallTime time) { return path->trace.begun < time; };
    for (auto event = first; event != events.end(); ++event) {
        if (!isLackingItsTrace(*event))
            continue;
        Verdict &verdict = std::get<Closed>(event->what).verdict;
        auto path = std::lower_bound(traces.value().cbegin(), traces.value().cend(), event->time - near,
                                     begunEarlier);
        for (; path != traces.value().cend() && (*path)->trace.begun < event->time + near; ++path)
            if ((*path)->trace.reason != TraceReason::ByHand &&
                isAbout((*path)->trace, verdict, event->time)) {
                verdict.path = *path;
                break;
            }
    }
}

} // namespace Pongwatch
