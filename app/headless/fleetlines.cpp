// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/fleetlines.h"

#include "app/headless/eventwords.h"
#include "app/headless/jsonline.h"
#include "app/headless/plaintext.h"
#include "fleet/crosssentence.h"

namespace Pongwatch
{

namespace
{

QString nameOf(const FleetPeer &peer)
{
    return plainLine(peer.group.isEmpty() ? peer.name : peer.name + QStringLiteral(" (%1)").arg(peer.group));
}

/// "fra up", "nyc down (timed-out; keepalive-timeout → network)", "sin silent".
QString sightWords(const VantageSight &sight)
{
    switch (sight.sight) {
    case Sight::Up:
        return HeadlessStrings::tr("%1 up", "a vantage").arg(sight.vantage);
    case Sight::Silent:
        return HeadlessStrings::tr("%1 silent", "a vantage").arg(sight.vantage);
    case Sight::Down:
        break;
    }
    QStringList facts;
    if (!sight.state.isEmpty())
        facts.append(sight.state);
    if (!sight.cause.isEmpty())
        facts.append(sight.suspect.isEmpty() ? sight.cause
                                             : QString(sight.cause + QStringLiteral(" → ") + sight.suspect));
    const QString down = HeadlessStrings::tr("%1 down", "a vantage").arg(sight.vantage);
    return facts.isEmpty() ? down
                           : QString(down + QStringLiteral(" (%1)").arg(facts.join(QStringLiteral("; "))));
}

JsonLine jsonOf(const FleetPeer &peer, const CrossVerdict &verdict, WallTime at)
{
    JsonLine line;
    line.text("event", QStringLiteral("fleet-peer"));
    line.text("time", toRfc3339(at));
    line.text("peer", peer.name);
    if (!peer.group.isEmpty())
        line.text("group", peer.group);
    line.text("verdict", toWord(verdict.kind));
    if (verdict.since)
        line.text("since", toRfc3339(*verdict.since));
    line.texts("up", verdict.up);
    line.texts("down", verdict.down);
    line.texts("silent", verdict.silent);
    if (!verdict.provider.isEmpty())
        line.text("provider", verdict.provider);
    if (verdict.suspects)
        line.texts("suspects", toWords(verdict.suspects));
    if (const QString explanation = crossSentence(verdict, terminalFormatter(), at); !explanation.isEmpty())
        line.text("explanation", explanation);
    return line;
}

} // namespace

QStringList fleetLines(const JudgedFleet &judged)
{
    QStringList lines;
    qsizetype up = 0;
    for (qsizetype i = 0; i < judged.fleet.peers.size(); ++i) {
        const FleetPeer &peer = judged.fleet.peers[i];
        const CrossVerdict &verdict = judged.verdicts[i];
        if (verdict.kind == CrossVerdict::Kind::Up) {
            ++up;
            continue;
        }
        lines.append(plainLine(nameOf(peer) + QStringLiteral(": ") +
                               crossSentence(verdict, terminalFormatter(), judged.fleet.at)));
        QStringList sights;
        for (const VantageSight &sight : peer.sights)
            sights.append(sightWords(sight));
        lines.append(QStringLiteral("    ") + plainLine(sights.join(QStringLiteral(", "))));
    }
    lines.append(
        HeadlessStrings::tr("Vantages: %1. Peers: %2, of which %3 are up from all vantages that tell.")
            .arg(judged.fleet.vantages.size())
            .arg(judged.fleet.peers.size())
            .arg(up));
    if (!judged.cut.isEmpty()) {
        QStringList cut = judged.cut.values();
        cut.sort();
        lines.append(plainLine(HeadlessStrings::tr("Reaches nothing of what others reach: %1.")
                                   .arg(cut.join(QStringLiteral(", ")))));
    }
    if (!judged.silent.isEmpty())
        lines.append(
            plainLine(HeadlessStrings::tr("Nothing is heard from: %1. That says nothing about the peers.")
                          .arg(judged.silent.join(QStringLiteral(", ")))));
    return lines;
}

QByteArrayList fleetJsonl(const JudgedFleet &judged)
{
    QByteArrayList lines;
    for (qsizetype i = 0; i < judged.fleet.peers.size(); ++i)
        lines.append(jsonOf(judged.fleet.peers[i], judged.verdicts[i], judged.fleet.at).toJson());
    JsonLine summary;
    summary.text("event", QStringLiteral("fleet"));
    summary.text("time", toRfc3339(judged.fleet.at));
    summary.whole("peers", judged.fleet.peers.size());
    summary.texts("vantages", judged.fleet.vantages);
    QStringList cut = judged.cut.values();
    cut.sort();
    summary.texts("cut", cut);
    summary.texts("silent", judged.silent);
    lines.append(summary.toJson());
    return lines;
}

} // namespace Pongwatch
