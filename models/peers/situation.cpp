// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/situation.h"

#include "history/peerrecord.h"
#include "peers/peerfinding.h"

#include <QSet>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr seconds together{60}; // keepalive notices within interval plus timeout: 40 s by default

/// Closed and paused peers are as the user wants them.
bool isWatched(const PeerStanding &standing)
{
    return standing.troubleSince || (standing.health != Health::Paused && standing.health != Health::Closed);
}

using Troubles = std::vector<const PeerStanding *>; // the longest first

Troubles troublesOf(std::span<const PeerStanding> standings)
{
    Troubles troubles;
    for (const PeerStanding &standing : standings)
        if (standing.troubleSince)
            troubles.push_back(&standing);
    std::stable_sort(troubles.begin(), troubles.end(), [](const PeerStanding *a, const PeerStanding *b) {
        return *a->troubleSince < *b->troubleSince;
    });
    return troubles;
}

Troubles slowOnes(std::span<const PeerStanding> standings)
{
    Troubles slow;
    for (const PeerStanding &standing : standings)
        if (standing.health == Health::Slow)
            slow.push_back(&standing);
    return slow;
}

/// Where all of them point; if nothing is likely for all, what is possible for some counts, too.
Suspicion inCommon(const Troubles &troubles)
{
    Suspicion common = troubles.front()->suspicion;
    Suspects thinkable = common.likely | common.possible;
    for (const PeerStanding *trouble : troubles) {
        common.likely &= trouble->suspicion.likely;
        thinkable &= trouble->suspicion.likely | trouble->suspicion.possible;
    }
    if (!common.likely)
        return {thinkable, {}};
    return {common.likely, thinkable & ~common.likely};
}

/// Whether this side or the network could be behind every one of them.
bool mayAllBeHere(const Troubles &troubles)
{
    const Suspects here = Suspects(Suspect::ThisSide) | Suspect::Network;
    return std::all_of(troubles.begin(), troubles.end(), [here](const PeerStanding *trouble) {
        return bool((trouble->suspicion.likely | trouble->suspicion.possible) & here);
    });
}

/// Others answer, so it is not this side.
Suspicion elsewhere(Suspicion suspicion)
{
    const Suspects others = ~Suspects(Suspect::ThisSide);
    if (suspicion.likely & others) {
        suspicion.likely &= others;
        suspicion.possible &= others;
    }
    return suspicion;
}

void judge(Situation &situation, const Troubles &troubles, std::span<const PeerStanding> standings)
{
    const bool all = static_cast<int>(troubles.size()) == situation.watched;
    const bool atOnce = *troubles.back()->troubleSince - *troubles.front()->troubleSince <= together;
    situation.suspicion = inCommon(troubles);
    if (troubles.size() == 1) {
        situation.kind = Situation::Kind::One;
        return;
    }
    if (all && situation.hosts >= 2 && troubles.size() >= 3 && atOnce && mayAllBeHere(troubles)) {
        situation.kind = Situation::Kind::Everything;
        situation.suspicion = {Suspect::ThisSide, Suspect::Network};
        return;
    }
    const QString &host = troubles.front()->host;
    const bool atOneHost =
        !host.isEmpty() &&
        std::all_of(troubles.begin(), troubles.end(), [&host](const auto *one) { return one->host == host; });
    const bool othersThereAreWell =
        std::any_of(standings.begin(), standings.end(), [&host](const PeerStanding &one) {
            return one.host == host && !one.troubleSince && isWatched(one);
        });
    if (atOneHost)
        situation.host = host;
    if (atOneHost && !othersThereAreWell && !all) {
        situation.kind = Situation::Kind::Host;
        situation.suspicion = elsewhere(situation.suspicion);
        return;
    }
    situation.kind = Situation::Kind::Several;
}

} // namespace

PeerStanding standingOf(const PeerRecord &record)
{
    const bool flaps = record.standing() == Health::Flapping;
    PeerStanding standing{record.id(),
                          flaps ? Health::Flapping : record.health(),
                          record.host(),
                          record.troubleSince(),
                          {},
                          true,
                          {}};
    if (standing.troubleSince || standing.health == Health::Slow)
        standing.suspicion = PeerFinding(record).suspicion();
    if (standing.health == Health::Ok) {
        const auto &sample = record.lastSample();
        const auto &opened = record.lastOpened();
        standing.answered = sample && opened && sample->connection == opened->connection &&
                            sample->outcome != PingOutcome::Lost;
    }
    if (standing.health == Health::Stale) {
        standing.cause = Cause::Stale;
    } else if (standing.troubleSince) {
        if (const std::optional<Verdict> verdict = record.lastVerdict())
            standing.cause = verdict->cause;
    }
    return standing;
}

Situation situationOf(std::span<const PeerStanding> standings)
{
    Situation situation;
    QSet<QString> hosts;
    bool starting = false;
    for (const PeerStanding &standing : standings) {
        if (!isWatched(standing))
            continue;
        ++situation.watched;
        hosts.insert(standing.host);
        const bool dialledAgain = standing.troubleSince && standing.health == Health::Connecting;
        const Health health = dialledAgain ? Health::Waiting : standing.health;
        if (isWorse(health, situation.worst))
            situation.worst = health;
        situation.slow += standing.health == Health::Slow ? 1 : 0;
        situation.unanswered += standing.health == Health::Ok && !standing.answered ? 1 : 0;
        const bool answers = standing.health == Health::Ok || standing.health == Health::Slow;
        starting = starting || (!answers && !standing.troubleSince);
    }
    situation.hosts = static_cast<int>(hosts.size());
    const Troubles troubles = troublesOf(standings);
    for (const PeerStanding *trouble : troubles)
        situation.inTrouble.append(trouble->peer);
    if (!troubles.empty()) {
        situation.since = *troubles.front()->troubleSince;
        situation.newestSince = *troubles.back()->troubleSince;
        const std::optional<Cause> cause = troubles.front()->cause;
        if (std::all_of(troubles.begin(), troubles.end(),
                        [cause](const PeerStanding *one) { return one->cause == cause; }))
            situation.cause = cause;
        judge(situation, troubles, standings);
    } else if (starting) {
        situation.kind = Situation::Kind::Starting;
    } else if (situation.slow > 0) {
        situation.kind = Situation::Kind::Slow;
        situation.suspicion = inCommon(slowOnes(standings));
    } else if (situation.watched > 0) {
        situation.kind = Situation::Kind::Well;
    }
    return situation;
}

} // namespace Pongwatch
