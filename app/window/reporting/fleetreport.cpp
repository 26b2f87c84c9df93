// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/reporting/fleetreport.h"

#include "fleet/crosssentence.h"
#include "fleet/watch/fleetboard.h"
#include "items/vantagecells.h"
#include "peers/peerbook.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

QString wordOfSight(Sight sight)
{
    switch (sight) {
    case Sight::Up:
        return QStringLiteral("up");
    case Sight::Down:
        return QStringLiteral("down");
    case Sight::Silent:
        break;
    }
    return QStringLiteral("silent");
}

ReportFleet::Peer fleetPeer(const FleetRow &row, const Formatter &format, WallTime at)
{
    const OutsideView view = outsideViewOf(row, format, at);
    ReportFleet::Peer peer;
    peer.name = row.peer.name;
    peer.group = row.peer.group;
    peer.url = row.peer.url;
    peer.health = view.health;
    peer.verdict = toWord(row.verdict.kind);
    peer.since = row.verdict.since;
    peer.explanation = view.sentence;
    for (const VantageSight &sight : row.peer.sights)
        peer.sights.append(
            {sight.vantage, wordOfSight(sight.sight), VantageCells::evidence(sight, format, at)});
    return peer;
}

} // namespace

std::optional<ReportFleet> fleetForReport(const FleetBoard &board, const PeerBook &book,
                                          const QStringList &names)
{
    if (!board.isOpen() || board.readAt() == WallTime{})
        return std::nullopt;
    const Formatter format = board.format();
    ReportFleet fleet;
    fleet.source = board.source();
    fleet.readAt = board.readAt();
    fleet.problem = board.problem();
    fleet.vantages = board.vantages();
    fleet.headline = fleetHeadline(board.summary(), format, board.readAt());
    for (const PeerId peer : book.peers())
        if (const FleetRow *row = board.of(peer); row && (names.isEmpty() || names.contains(row->peer.name)))
            fleet.peers.append(fleetPeer(*row, format, board.readAt()));
    std::stable_sort(
        fleet.peers.begin(), fleet.peers.end(),
        [](const ReportFleet::Peer &a, const ReportFleet::Peer &b) { return isWorse(a.health, b.health); });
    return fleet;
}

} // namespace Pongwatch
