// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/situationline.h"

#include "peers/situationtext.h"

#include <algorithm>

namespace Pongwatch
{

SituationLine situationLine(const std::deque<PeerRecord> &peers, WallTime now)
{
    std::vector<PeerStanding> standings;
    standings.reserve(peers.size());
    for (const PeerRecord &peer : peers)
        standings.push_back(standingOf(peer));
    const Situation situation = situationOf(standings);
    const auto record = [&peers](PeerId peer) -> const PeerRecord * {
        const auto found = std::find_if(peers.begin(), peers.end(),
                                        [peer](const PeerRecord &one) { return one.id() == peer; });
        return found == peers.end() ? nullptr : &*found;
    };
    const QString headline = SituationText::headline(situation, now, record);
    const QString suspicion = SituationText::suspicion(situation);
    return {situation.worst,
            suspicion.isEmpty() ? headline : QString(headline + QStringLiteral("  ") + suspicion)};
}

} // namespace Pongwatch
