// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/watch/fleetnews.h"

#include <algorithm>

namespace Pongwatch
{

FleetNews FleetMemory::newsOf(const JudgedFleet &fleet)
{
    FleetNews news;
    news.at = fleet.fleet.at;
    news.summary = summaryOf(fleet);
    const QList<FleetPeer> &peers = fleet.fleet.peers;
    const auto troubled =
        std::count_if(fleet.verdicts.cbegin(), fleet.verdicts.cend(),
                      [](const CrossVerdict &one) { return one.kind != CrossVerdict::Kind::Up; });
    qsizetype roomForTrouble = std::min<qsizetype>(troubled, mostRows);
    qsizetype roomForOthers = mostRows - roomForTrouble;
    news.leftOut = std::max<qsizetype>(0, peers.size() - mostRows);

    QHash<FleetKey, FleetRow> seen;
    seen.reserve(std::min(peers.size(), mostRows));
    for (qsizetype i = 0; i < peers.size(); ++i) {
        const bool isUp = fleet.verdicts[i].kind == CrossVerdict::Kind::Up;
        if ((isUp ? roomForOthers : roomForTrouble)-- <= 0)
            continue;
        const FleetRow row{peers[i], fleet.verdicts[i]};
        const auto before = m_told.constFind(row.key());
        if (before == m_told.cend() || *before != row)
            news.changed.append(row);
        seen.insert(row.key(), row);
    }
    for (auto told = m_told.cbegin(); told != m_told.cend(); ++told)
        if (!seen.contains(told.key()))
            news.gone.append(told.key());
    m_told = std::move(seen);
    return news;
}

FleetView withOwnSights(FleetView fleet, const OwnSights &own)
{
    if (own.isEmpty())
        return fleet;
    for (FleetPeer &peer : fleet.peers) {
        const auto sight = own.constFind({peer.group, peer.name});
        if (sight == own.cend())
            continue;
        peer.sights.prepend(*sight);
        if (!fleet.vantages.contains(sight->vantage))
            fleet.vantages.prepend(sight->vantage);
    }
    return fleet;
}

} // namespace Pongwatch
