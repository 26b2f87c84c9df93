// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historycheck.h"

#include <QFileInfo>

#include <algorithm>

namespace Pongwatch
{

bool HistoryCheck::isFine() const
{
    return damage.empty() && complaints.isEmpty() &&
           std::all_of(peers.cbegin(), peers.cend(), [](const Peer &peer) { return peer.counts.agree(); });
}

Result<HistoryCheck> checkHistory(const QString &path)
{
    Result<std::unique_ptr<HistoryQuery>> opened = HistoryQuery::open(path);
    if (!opened)
        return opened.error();
    HistoryQuery &query = *opened.value();
    const HistoryQuery::Snapshot snapshot(query);
    if (!snapshot.begun())
        return snapshot.begun().error();
    HistoryCheck check;
    check.bytes = QFileInfo(path).size();
    check.format = query.format();
    Result<QStringList> complaints = query.complaints();
    if (!complaints)
        return complaints.error();
    check.complaints = complaints.value();
    Result<std::vector<HistoryRun>> runs = query.runs(WallTime::min(), WallTime::max());
    if (!runs)
        return runs.error();
    check.runs = std::move(runs).value();
    Result<std::vector<HistoryPeer>> peers = query.peers();
    if (!peers)
        return peers.error();
    for (const HistoryPeer &peer : peers.value()) {
        Result<HistoryCounts> counts = query.counts(peer);
        if (!counts)
            return counts.error();
        check.peers.push_back({peer, counts.value()});
    }
    check.damage = query.namedDamage();
    return check;
}

} // namespace Pongwatch
