// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/tracelines.h"

#include "app/headless/eventwords.h"
#include "app/headless/jsonline.h"
#include "app/headless/plaintext.h"
#include "engine/diagnosis/explainpath.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

struct TraceStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Trace)
};

constexpr int figureColumns = 10;
constexpr int leastAddressColumns = 16;
constexpr int mostAddressColumns = 60;

QString protocolName(TraceProtocol protocol)
{
    return QString(toWord(protocol)).toUpper(); // protocol names are the same in every language
}

QString padded(const QString &text, int columns)
{
    return text + QString(std::max(0, columns - columnsOf(text)), u' ');
}

QString leftPadded(const QString &text, int columns)
{
    return QString(std::max(1, columns - columnsOf(text)), u' ') + text;
}

QString hopWords(const PathHop &hop)
{
    return hop.addresses.isEmpty() ? TraceStrings::tr("no answer")
                                   : plainLine(spokenAddress(hop.addresses.constFirst()));
}

/// The first hop of those at the end that never answered.
qsizetype silentFrom(const PathTrace &trace)
{
    qsizetype end = trace.hops.size();
    while (end > 0 && trace.hops[end - 1].answered == 0)
        --end;
    return end;
}

QString endpointOf(const TraceTarget &target)
{
    if (target.protocol == TraceProtocol::Icmp)
        return target.address;
    return (target.address.contains(u':') ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2"))
        .arg(target.address)
        .arg(target.port);
}

JsonLine traceLine(const char *event, WallTime time)
{
    JsonLine line;
    line.text("event", QString::fromLatin1(event));
    line.text("time", toRfc3339(time));
    return line;
}

void addFinding(JsonLine &line, const PathFinding &finding)
{
    line.text("result", toWord(finding.kind));
    if (finding.side != PathFinding::Side::Unknown)
        line.text("side", toWord(finding.side));
    if (finding.lastAnswering > 0)
        line.whole("last_hop", finding.lastAnswering);
    if (finding.from > 0) {
        line.whole("from_hop", finding.from);
        if (finding.fromAtMost != finding.from)
            line.whole("from_hop_at_most", finding.fromAtMost);
    }
    if (finding.loss > 0)
        line.number("loss", finding.loss);
    if (finding.slowerBy.count() > 0)
        line.milliseconds("slower_by_ms", finding.slowerBy);
    if (finding.change) {
        JsonLine change;
        change.whole("hop", finding.change->ttl);
        change.text("was", finding.change->was);
        change.text("now", finding.change->now);
        line.object("route_change", change);
    }
}

} // namespace

JsonLine pathObject(const TracedPath &path)
{
    JsonLine object;
    object.text("traced_at", toRfc3339(path.trace.begun));
    addFinding(object, findOnPath(path));
    return object;
}

QString traceHeading(const TraceTarget &target, int rounds)
{
    const QString where = target.host == target.address
                              ? endpointOf(target)
                              : QStringLiteral("%1 (%2)").arg(plainLine(target.host), endpointOf(target));
    const QString form = target.isProxy
                             ? TraceStrings::tr("Path to the proxy %1 by %2, %3 probes of each hop")
                             : TraceStrings::tr("Path to %1 by %2, %3 probes of each hop");
    return form.arg(where, protocolName(target.protocol), terminalFormatter().number(rounds));
}

QStringList traceTable(const PathTrace &trace)
{
    const Formatter format = terminalFormatter();
    const qsizetype silent = silentFrom(trace);
    int width = leastAddressColumns;
    for (qsizetype i = 0; i < silent; ++i)
        width = std::clamp(columnsOf(hopWords(trace.hops[i])), width, mostAddressColumns);
    QString heading = padded(TraceStrings::tr("hop"), 4) + padded(TraceStrings::tr("address"), width);
    for (const QString &word : {TraceStrings::tr("loss"), TraceStrings::tr("best"),
                                TraceStrings::tr("median"), TraceStrings::tr("worst")})
        heading += leftPadded(word, figureColumns);
    QStringList lines{heading};
    for (qsizetype i = 0; i < silent; ++i) {
        const PathHop &hop = trace.hops[i];
        QString line = padded(QString::number(hop.ttl), 4) + padded(hopWords(hop), width);
        line += leftPadded(format.percentage(hop.loss()), figureColumns);
        for (const auto &figure : {hop.best, hop.median, hop.worst})
            line += leftPadded(format.latencyOrDash(figure), figureColumns);
        lines.append(line);
        for (qsizetype other = 1; other < hop.addresses.size(); ++other)
            lines.append(QString(4, u' ') + plainLine(spokenAddress(hop.addresses[other])));
    }
    if (silent < trace.hops.size()) {
        const int first = trace.hops[silent].ttl;
        const int last = trace.hops.constLast().ttl;
        lines.append((first == last ? QString::number(first) : QStringLiteral("%1–%2").arg(first).arg(last)) +
                     u' ' + TraceStrings::tr("no answer"));
    }
    return lines;
}

QList<QByteArray> jsonlHops(const PathTrace &trace)
{
    QList<QByteArray> lines;
    for (const PathHop &hop : trace.hops) {
        JsonLine line = traceLine("hop", trace.begun);
        line.whole("ttl", hop.ttl);
        if (!hop.addresses.isEmpty()) {
            line.text("address", hop.addresses.constFirst().address);
            if (!hop.addresses.constFirst().name.isEmpty())
                line.text("name", hop.addresses.constFirst().name);
        }
        if (hop.addresses.size() > 1) {
            QStringList all;
            for (const HopAddress &one : hop.addresses)
                all.append(one.address);
            line.texts("addresses", all);
        }
        line.whole("sent", hop.sent);
        line.whole("received", hop.answered);
        JsonLine rtt;
        rtt.milliseconds("last", hop.last);
        rtt.milliseconds("min", hop.best);
        rtt.milliseconds("p50", hop.median);
        rtt.milliseconds("max", hop.worst);
        line.object("rtt_ms", rtt);
        lines.append(line.toJson());
    }
    return lines;
}

QByteArray jsonlPath(const PathTrace &trace, const PathFinding &finding, const QString &peer,
                     const QString &url, const QString &explanation)
{
    JsonLine line = traceLine("path", trace.begun);
    if (!peer.isEmpty())
        line.text("peer", peer);
    if (!url.isEmpty())
        line.text("url", url);
    line.text("reason", toWord(trace.reason));
    line.text("address", endpointOf(trace.target));
    if (trace.target.isProxy)
        line.text("proxy", trace.target.host);
    line.text("protocol", toWord(trace.target.protocol));
    line.seconds("took_s", trace.took);
    line.flag("reached", trace.reached);
    if (trace.cutShort)
        line.flag("cut_short", true);
    addFinding(line, finding);
    if (const QStringList suspects = toWords(suspectsOf(finding, trace)); !suspects.isEmpty())
        line.texts("suspects", suspects);
    line.text("explanation", explanation);
    return line.toJson();
}

} // namespace Pongwatch
