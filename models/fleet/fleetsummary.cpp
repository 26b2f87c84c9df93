// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/fleetsummary.h"

#include "fleet/crosssentence.h"

#include <QCoreApplication>

#include <algorithm>

namespace Pongwatch
{

namespace
{

struct FleetSummaryStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Fleet)
};

void countPeer(FleetSummary &sum, const FleetPeer &peer, const CrossVerdict &verdict)
{
    switch (verdict.kind) {
    case CrossVerdict::Kind::Up:
    case CrossVerdict::Kind::Unknown:
    case CrossVerdict::Kind::VantageNetwork:
        break;
    case CrossVerdict::Kind::ProviderNetwork:
        if (!sum.providers.contains(verdict.provider))
            sum.providers.append(verdict.provider);
        [[fallthrough]];
    case CrossVerdict::Kind::Way:
        ++sum.partly;
        break;
    case CrossVerdict::Kind::Peer:
    case CrossVerdict::Kind::OneView:
        sum.onlyDown = ++sum.down == 1 ? peer.name : QString();
        if (verdict.since && (!sum.downSince || *verdict.since < *sum.downSince))
            sum.downSince = verdict.since;
        break;
    }
}

QString downSentence(const FleetSummary &fleet, const Formatter &format, WallTime now)
{
    QString what =
        FleetSummaryStrings::tr("%n peers are down from all vantages that tell", nullptr, fleet.down);
    if (fleet.down == 1)
        what = FleetSummaryStrings::tr("“%1” is down from all vantages that tell").arg(fleet.onlyDown);
    return fleet.downSince
               ? FleetSummaryStrings::tr("%1, since %2.").arg(what, format.moment(*fleet.downSince, now))
               : what + u'.';
}

} // namespace

FleetSummary summaryOf(const JudgedFleet &fleet)
{
    FleetSummary sum;
    sum.peers = static_cast<int>(fleet.fleet.peers.size());
    sum.vantages = fleet.fleet.vantages;
    sum.cut = fleet.cut.values();
    sum.cut.sort();
    sum.silent = fleet.silent;
    for (qsizetype i = 0; i < fleet.fleet.peers.size(); ++i)
        countPeer(sum, fleet.fleet.peers[i], fleet.verdicts[i]);
    sum.providers.sort();
    return sum;
}

QString fleetHeadline(const FleetSummary &fleet, const Formatter &format, WallTime now)
{
    if (fleet.peers == 0)
        return FleetSummaryStrings::tr("This Prometheus has nothing of Pongwatch's agents.");
    QStringList sentences;
    if (fleet.down > 0)
        sentences.append(downSentence(fleet, format, now));
    if (!fleet.cut.isEmpty())
        sentences.append(
            FleetSummaryStrings::tr("Reaches nothing of what others reach: %1.").arg(namesOf(fleet.cut)));
    if (fleet.partly > 0)
        sentences.append(FleetSummaryStrings::tr("%n peers are down from some vantages, up from others.",
                                                 nullptr, fleet.partly));
    if (!fleet.silent.isEmpty())
        sentences.append(
            FleetSummaryStrings::tr("Nothing is heard from %1, which says nothing about the peers.")
                .arg(namesOf(fleet.silent)));
    if (!sentences.isEmpty())
        return sentences.join(u' ');
    const QString all = FleetSummaryStrings::tr("All %n peers are up", nullptr, fleet.peers);
    return FleetSummaryStrings::tr("%1 from all %n vantages.", nullptr,
                                   static_cast<int>(fleet.vantages.size()))
        .arg(all);
}

QString fleetAdvice(const FleetSummary &fleet)
{
    if (fleet.down == 1)
        return FleetSummaryStrings::tr("Look at the peer, or at what is before it.");
    if (fleet.down > 1)
        return FleetSummaryStrings::tr("Look at the peers, or at what is before them.");
    if (!fleet.cut.isEmpty())
        return FleetSummaryStrings::tr("Look at the network of %1.").arg(namesOf(fleet.cut));
    if (!fleet.providers.isEmpty())
        return FleetSummaryStrings::tr("Look at the network of %1.").arg(namesOf(fleet.providers));
    if (fleet.partly > 0)
        return FleetSummaryStrings::tr("Look at the way from there to the peers.");
    if (!fleet.silent.isEmpty())
        return FleetSummaryStrings::tr("Look at the agent, or the machine, of %1.")
            .arg(namesOf(fleet.silent));
    return {};
}

} // namespace Pongwatch
