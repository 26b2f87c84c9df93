// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/crossverdict.h"

#include <QHash>

#include <algorithm>

namespace Pongwatch
{

namespace
{

bool isUpSomewhere(const FleetPeer &peer)
{
    return std::any_of(peer.sights.cbegin(), peer.sights.cend(),
                       [](const VantageSight &sight) { return sight.sight == Sight::Up; });
}

/// The earliest moment told by the vantages that see it down and count.
std::optional<WallTime> firstSeenDown(const QList<const VantageSight *> &downs)
{
    std::optional<WallTime> first;
    for (const VantageSight *down : downs)
        if (down->since && (!first || *down->since < *first))
            first = down->since;
    return first;
}

/// The provider of all these vantages, if there are two or more and no other vantage of that provider sees
/// the peer up; otherwise empty.
QString commonProvider(const QList<const VantageSight *> &downs, const FleetPeer &peer)
{
    const QString provider = downs.size() >= 2 ? downs.first()->provider : QString();
    const bool isCommon = std::all_of(downs.cbegin(), downs.cend(), [&provider](const VantageSight *down) {
        return down->provider == provider;
    });
    const bool isUpFromIt =
        std::any_of(peer.sights.cbegin(), peer.sights.cend(), [&provider](const VantageSight &sight) {
            return sight.sight == Sight::Up && sight.provider == provider;
        });
    return isCommon && !isUpFromIt ? provider : QString();
}

} // namespace

QLatin1String toWord(CrossVerdict::Kind kind)
{
    switch (kind) {
    case CrossVerdict::Kind::Up:
        return QLatin1String("up");
    case CrossVerdict::Kind::Unknown:
        return QLatin1String("unknown");
    case CrossVerdict::Kind::VantageNetwork:
        return QLatin1String("vantage-network");
    case CrossVerdict::Kind::Way:
        return QLatin1String("way");
    case CrossVerdict::Kind::ProviderNetwork:
        return QLatin1String("provider-network");
    case CrossVerdict::Kind::Peer:
        return QLatin1String("peer");
    case CrossVerdict::Kind::OneView:
        break;
    }
    return QLatin1String("one-view");
}

QSet<QString> cutVantages(const FleetView &fleet)
{
    struct Tally {
        qsizetype up = 0;
        qsizetype downButUpElsewhere = 0;
    };
    QHash<QString, Tally> tallies;
    for (const FleetPeer &peer : fleet.peers) {
        if (!isUpSomewhere(peer))
            continue;
        for (const VantageSight &sight : peer.sights) {
            Tally &tally = tallies[sight.vantage];
            tally.up += sight.sight == Sight::Up ? 1 : 0;
            tally.downButUpElsewhere += sight.sight == Sight::Down ? 1 : 0;
        }
    }
    QSet<QString> cut;
    for (auto tally = tallies.cbegin(); tally != tallies.cend(); ++tally)
        if (tally->up == 0 && tally->downButUpElsewhere > 0)
            cut.insert(tally.key());
    return cut;
}

CrossVerdict crossVerdictOf(const FleetPeer &peer, const QSet<QString> &cut)
{
    CrossVerdict verdict;
    QList<const VantageSight *> downs;   // all of them
    QList<const VantageSight *> telling; // those that are not cut
    for (const VantageSight &sight : peer.sights) {
        if (sight.sight == Sight::Silent) {
            verdict.silent.append(sight.vantage);
        } else if (sight.sight == Sight::Up) {
            verdict.up.append(sight.vantage);
        } else {
            verdict.down.append(sight.vantage);
            downs.append(&sight);
            if (!cut.contains(sight.vantage))
                telling.append(&sight);
        }
    }
    using Kind = CrossVerdict::Kind;
    if (downs.isEmpty()) {
        verdict.kind = verdict.up.isEmpty() ? Kind::Unknown : Kind::Up;
        return verdict;
    }
    const QList<const VantageSight *> &counted = telling.isEmpty() ? downs : telling;
    for (const VantageSight *sight : counted)
        verdict.telling.append(sight->vantage);
    verdict.since = firstSeenDown(counted);
    verdict.suspects = Suspect::Network;
    if (telling.isEmpty()) {
        verdict.kind = Kind::VantageNetwork;
    } else if (verdict.up.isEmpty()) {
        const bool isAlone = telling.size() == 1;
        verdict.kind = isAlone ? Kind::OneView : Kind::Peer;
        verdict.suspects = isAlone ? Suspects(Suspect::Network) | Suspect::Peer : Suspects(Suspect::Peer);
    } else {
        verdict.provider = commonProvider(telling, peer);
        verdict.kind = verdict.provider.isEmpty() ? Kind::Way : Kind::ProviderNetwork;
    }
    return verdict;
}

} // namespace Pongwatch
