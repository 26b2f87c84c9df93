// SPDX-License-Identifier: GPL-3.0-or-later
#include "past/pastends.h"

#include "engine/values/settings.h"
#include "history/store/historyquery.h"

namespace Pongwatch
{

Result<std::vector<PastEnd>> pastEndsOf(const QString &url, const QString &historyFile)
{
    constexpr int mostPastEnds = 500;
    Result<std::unique_ptr<HistoryQuery>> query = HistoryQuery::open(historyFile);
    if (!query)
        return query.error();
    const Result<std::vector<HistoryPeer>> peers = query.value()->peers();
    if (!peers)
        return peers.error();
    std::vector<PastEnd> ends;
    for (const HistoryPeer &peer : peers.value()) {
        if (displayUrl(peer.url) != url)
            continue;
        const auto events = query.value()->ends(peer.row, WallTime::min(), WallTime::max(), mostPastEnds);
        if (!events)
            return events.error();
        for (const ConnectionEvent &event : events.value())
            if (const Closed *closed = std::get_if<Closed>(&event.what))
                ends.push_back({event.time, patternOf(closed->verdict)});
    }
    return ends;
}

} // namespace Pongwatch
