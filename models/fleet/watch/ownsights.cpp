// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/watch/ownsights.h"

#include "engine/values/suspects.h"
#include "peers/peerbook.h"
#include "peers/peerfinding.h"

namespace Pongwatch
{

OwnSights ownSightsOf(const PeerBook &book, const QString &vantage)
{
    OwnSights sights;
    for (const PeerId peer : book.peers()) {
        const PeerRecord *record = book.record(peer);
        if (!record || record->outside() || record->hold())
            continue;
        const Health health = record->health();
        const bool isUp = health == Health::Ok || health == Health::Slow || health == Health::Stale;
        if (!isUp && !record->troubleSince())
            continue;
        VantageSight sight;
        sight.vantage = vantage;
        sight.sight = isUp ? Sight::Up : Sight::Down;
        sight.state = toWord(health == Health::Connecting ? Health::Waiting : health);
        if (!isUp) {
            sight.since = record->troubleSince();
            if (const auto verdict = record->lastVerdict(); verdict && health != Health::TimedOut)
                sight.cause = toWord(verdict->cause);
            sight.suspect = toWords(PeerFinding(*record).suspicion().likely).join(u',');
        }
        // Of two with the same name, the first, as on the board.
        if (const FleetKey key{book.labels(peer)->group, record->name()}; !sights.contains(key))
            sights.insert(key, sight);
    }
    return sights;
}

} // namespace Pongwatch
