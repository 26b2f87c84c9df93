// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/judgedfleet.h"

#include <algorithm>

namespace Pongwatch
{

JudgedFleet::JudgedFleet(const FleetView &view)
    : fleet(view)
    , cut(cutVantages(view))
{
    QSet<QString> silentOnes;
    verdicts.reserve(fleet.peers.size());
    for (const FleetPeer &peer : std::as_const(fleet.peers)) {
        verdicts.append(crossVerdictOf(peer, cut));
        for (const VantageSight &sight : peer.sights)
            if (sight.sight == Sight::Silent)
                silentOnes.insert(sight.vantage);
    }
    silent = silentOnes.values();
    silent.sort();
}

bool JudgedFleet::isFine() const
{
    return silent.isEmpty() &&
           std::all_of(verdicts.cbegin(), verdicts.cend(),
                       [](const CrossVerdict &verdict) { return verdict.kind == CrossVerdict::Kind::Up; });
}

} // namespace Pongwatch
