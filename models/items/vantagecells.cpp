// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/vantagecells.h"

#include "fleet/watch/fleetboard.h"
#include "text/wording.h"

#include <algorithm>

namespace Pongwatch
{

bool isSeenUp(Health health)
{
    return health == Health::Ok || health == Health::Slow || health == Health::Stale ||
           health == Health::Flapping;
}

QList<VantageCell> VantageCells::of(const FleetRow &row, const QStringList &vantages)
{
    QList<VantageCell> cells;
    cells.reserve(vantages.size());
    for (const QString &vantage : vantages) {
        const auto sight =
            std::find_if(row.peer.sights.cbegin(), row.peer.sights.cend(),
                         [&vantage](const VantageSight &one) { return one.vantage == vantage; });
        if (sight == row.peer.sights.cend())
            cells.append({vantage, std::nullopt, {}});
        else
            cells.append({vantage, healthOf(*sight), word(*sight)});
    }
    return cells;
}

QString VantageCells::inShort(const FleetRow &row)
{
    return upOf(std::count_if(row.peer.sights.cbegin(), row.peer.sights.cend(),
                              [](const VantageSight &sight) { return sight.sight == Sight::Up; }),
                row.peer.sights.size());
}

QString VantageCells::inShort(const QList<VantageCell> &cells)
{
    const auto watching =
        std::count_if(cells.cbegin(), cells.cend(), [](const VantageCell &cell) { return !!cell.health; });
    const auto ups = std::count_if(cells.cbegin(), cells.cend(), [](const VantageCell &cell) {
        return cell.health && isSeenUp(*cell.health);
    });
    return upOf(ups, watching);
}

QString VantageCells::upOf(qsizetype ups, qsizetype all)
{
    //: how many vantages see a peer up, and how many there are
    return tr("%1 of %2 up").arg(ups).arg(all);
}

QString VantageCells::word(const VantageSight &sight)
{
    return word(healthOf(sight));
}

QString VantageCells::word(Health health)
{
    return health == Health::Unknown ? tr("Silent", "nothing is heard from a vantage")
                                     : Wording::health(health);
}

QString VantageCells::evidence(const VantageSight &sight, const Formatter &format, WallTime now)
{
    QString text = word(sight);
    if (sight.since) {
        //: %1 a state, %2 a moment
        text = tr("%1 since %2").arg(text, format.moment(*sight.since, now));
    }
    if (!sight.cause.isEmpty() && !sight.suspect.isEmpty()) {
        //: %1 a state, %2 how a connection ended, %3 where that points to; words of the output
        text = tr("%1; %2, points to: %3").arg(text, sight.cause, sight.suspect);
    } else if (!sight.cause.isEmpty()) {
        text = tr("%1; %2", "a state, how a connection ended").arg(text, sight.cause);
    }
    return text;
}

QList<Fact> VantageCells::facts(const FleetRow &row, const Formatter &format, WallTime now)
{
    QList<Fact> facts;
    for (const VantageSight &sight : row.peer.sights) {
        const QString name =
            sight.provider.isEmpty()
                ? sight.vantage
                : tr("%1 (%2)", "a vantage, its provider").arg(sight.vantage, sight.provider);
        facts.append({name, evidence(sight, format, now)});
    }
    return facts;
}

QString VantageCells::toolTip(const FleetRow &row, const Formatter &format, WallTime now)
{
    QStringList lines;
    for (const VantageSight &sight : row.peer.sights)
        lines.append(
            tr("%1: %2", "a vantage, what it sees").arg(sight.vantage, evidence(sight, format, now)));
    return lines.join(QLatin1Char('\n'));
}

int VantageCells::sortKey(const FleetRow &row)
{
    int sum = 0;
    for (const VantageSight &sight : row.peer.sights)
        sum += sight.sight == Sight::Down ? 1000 : sight.sight == Sight::Silent ? 1 : 0;
    return -sum;
}

} // namespace Pongwatch
