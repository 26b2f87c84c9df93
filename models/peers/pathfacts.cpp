// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/pathfacts.h"

#include "engine/diagnosis/explainpath.h"
#include "text/wording.h"

#include <algorithm>

namespace Pongwatch
{

QString PathFacts::ofHop(const PathHop &hop, const PathHop *before, const Formatter &format)
{
    const bool isOther = before && !before->addresses.isEmpty() &&
                         (hop.addresses.isEmpty() || !before->hasAddress(hop.addresses.constFirst().address));
    const QString was = isOther ? spokenAddress(before->addresses.constFirst()) : QString();
    if (hop.addresses.isEmpty())
        return was.isEmpty() ? tr("no answer") : tr("no answer; was %1").arg(was);
    QString words =
        tr("%1, %2 lost").arg(spokenAddress(hop.addresses.constFirst()), format.percentage(hop.loss()));
    if (hop.median && hop.best)
        words =
            tr("%1, median %2, best %3").arg(words, format.latency(*hop.median), format.latency(*hop.best));
    return was.isEmpty() ? words : tr("%1; was %2").arg(words, was);
}

QString PathFacts::sentence(const TracedPath &path)
{
    return Wording::harmless(explainPath(path), 1000);
}

QList<Fact> PathFacts::ofHops(const TracedPath &path, const Formatter &format)
{
    QList<Fact> facts;
    const QList<PathHop> &hops = path.trace.hops;
    qsizetype silentFrom = hops.size();
    while (silentFrom > 0 && hops[silentFrom - 1].answered == 0)
        --silentFrom;
    // Those that answered in the last good trace say so one by one.
    const qsizetype known = path.lastGood ? path.lastGood->hops.size() : 0;
    const qsizetype single = std::min(hops.size(), std::max(silentFrom, known));
    for (qsizetype i = 0; i < single; ++i)
        facts.append(
            {tr("Hop %1").arg(hops[i].ttl),
             ofHop(hops[i], path.lastGood && i < known ? &path.lastGood->hops[i] : nullptr, format)});
    if (single < hops.size())
        facts.append({hops.size() - single == 1
                          ? tr("Hop %1").arg(hops[single].ttl)
                          : tr("Hops %1 to %2").arg(hops[single].ttl).arg(hops.constLast().ttl),
                      tr("no answer")});
    return facts;
}

} // namespace Pongwatch
