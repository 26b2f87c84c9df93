// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/htmlreport.h"

#include "reports/svgchart.h"

#include <QCoreApplication>
#include <QLocale>

#include <utility>

namespace Pongwatch
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Report)
};

constexpr const char *style = R"(
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #ffffff; --soft: #5a6370; --rule: #d5dae0;
  --line: #1f5fbf; --band: #9dbdea; --bad: #b3261e; --shade: #e9e2d8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --paper: #16191d; --soft: #a4adb8;
  --rule: #3a4048; --line: #7db0ff; --band: #35588c; --bad: #ff8a80; --shade: #2e2a24; } }
body { font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { margin-bottom: 0; } h2 { margin-top: 2.2rem; overflow-wrap: anywhere; }
.soft { color: var(--soft); } .bad { color: var(--bad); font-weight: 600; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--rule);
  vertical-align: top; overflow-wrap: anywhere; }
th:first-child, td:first-child { min-width: 9rem; } div.wide { overflow-x: auto; }
td.n, th.n { text-align: right; white-space: nowrap; }
svg { width: 100%; height: auto; } svg text { font-size: 11px; fill: var(--soft); }
.grid { stroke: var(--rule); stroke-width: 1; } .down { fill: var(--shade); } .span { fill: var(--band); }
.mean { fill: none; stroke: var(--line); stroke-width: 1.5; } .timeout { fill: var(--bad); }
@media print { :root { --ink: #000; --paper: #fff; } body { margin: 0; max-width: none; }
  section, tr { break-inside: avoid; } }
)";

QString e(const QString &text)
{
    // Control characters are not allowed in HTML, and some turn the direction of writing.
    QString safe;
    for (const QChar c : text) {
        const bool control = c.category() == QChar::Other_Control && c != u'\n' && c != u'\t';
        safe += control || c.isNull() ? QChar(QChar::ReplacementCharacter) : c;
    }
    return QStringLiteral("<bdi>") + safe.toHtmlEscaped() + QStringLiteral("</bdi>");
}

QString ms(std::optional<nanoseconds> duration)
{
    if (!duration)
        return QStringLiteral("–");
    const double value = toMilliseconds(*duration);
    const int digits = value < 10 ? 3 : value < 100 ? 2 : 1;
    return Text::tr("%1 ms").arg(QLocale().toString(value, 'f', digits)).toHtmlEscaped();
}

QString s(nanoseconds duration)
{
    return Text::tr("%1 s").arg(QLocale().toString(toSeconds(duration), 'f', 1)).toHtmlEscaped();
}

QString percent(double share)
{
    return Text::tr("%1 %").arg(QLocale().toString(share * 100, 'f', 2)).toHtmlEscaped();
}

QString count(quint64 number)
{
    return QLocale().toString(number);
}

QString title(WallTime time)
{
    return toRfc3339(time).left(19).replace(u'T', u' ') + QStringLiteral(" UTC");
}

QString healthWord(Health health)
{
    switch (health) {
    case Health::Failed:
        return Text::tr("failed");
    case Health::TimedOut:
        return Text::tr("timed out");
    case Health::Closed:
        return Text::tr("closed");
    case Health::Waiting:
        return Text::tr("waiting");
    case Health::Connecting:
        return Text::tr("connecting");
    case Health::Slow:
        return Text::tr("slow");
    case Health::Ok:
        return Text::tr("ok");
    case Health::Paused:
        break;
    }
    return Text::tr("paused");
}

QString row(const QList<std::pair<QString, QString>> &cells, const char *tag, const char *cssClass)
{
    // The first cell is text, the others are figures.
    QString html = QStringLiteral("<tr>");
    const QString name = QString::fromLatin1(tag);
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString shown = QLatin1String(tag) == QLatin1String("th") ? cells[i].first : cells[i].second;
        const QString kind = i == 0 ? QString() : QString::fromLatin1(cssClass);
        html += QStringLiteral("<%1%2>%3</%1>").arg(name, kind, shown);
    }
    return html + QStringLiteral("</tr>\n");
}

bool isInTrouble(const ReportPeer &peer)
{
    return peer.health != Health::Ok && peer.health != Health::Slow && peer.health != Health::Paused;
}

/// Column heads and cells of the table of statistics; what is in the cells is escaped already.
QList<std::pair<QString, QString>> statisticsCells(const ReportPeer &peer)
{
    const StatisticsSummary &f = peer.statistics;
    const bool bad = isInTrouble(peer);
    const QString health = healthWord(peer.health).toHtmlEscaped();
    return {
        {Text::tr("Peer"), e(peer.name)},
        {Text::tr("State"),
         bad ? QStringLiteral("<span class=\"bad\">") + health + QStringLiteral("</span>") : health},
        {Text::tr("Pings"), count(f.pings)},
        {Text::tr("Timeouts"), count(f.timedOut)},
        {Text::tr("Loss"), percent(f.loss)},
        {Text::tr("Median"), ms(f.p50)},
        {Text::tr("p95"), ms(f.p95)},
        {Text::tr("p99"), ms(f.p99)},
        {Text::tr("Max"), ms(f.max)},
        {Text::tr("Jitter"), ms(f.jitter)},
        {Text::tr("Open"), s(f.openTime)},
        {Text::tr("Connections"), count(f.connects)},
    };
}

QString overview(const Report &report)
{
    if (report.peers.empty())
        return QStringLiteral("<p>") + Text::tr("No peers were watched.") + QStringLiteral("</p>\n");
    QString html = QStringLiteral("<div class=\"wide\"><table>\n<thead>") +
                   row(statisticsCells(report.peers.front()), "th", " class=\"n\"") +
                   QStringLiteral("</thead>\n<tbody>");
    for (const ReportPeer &peer : report.peers)
        html += row(statisticsCells(peer), "td", " class=\"n\"");
    return html + QStringLiteral("</tbody></table></div>\n");
}

QString secondsOr(std::optional<nanoseconds> duration, const QString &otherwise)
{
    return duration ? Text::tr("%1 s").arg(QLocale().toString(toSeconds(*duration))) : otherwise;
}

QString settingsSentence(const ConnectionSettings &settings)
{
    QStringList parts{
        Text::tr("a ping every %1").arg(secondsOr(settings.keepalive.interval, Text::tr("(off)"))),
        Text::tr("ping timeout %1").arg(secondsOr(settings.keepalive.timeout, Text::tr("off"))),
        settings.keepalive.onTimeout == OnTimeout::Keep ? Text::tr("kept open on a timeout")
                                                        : Text::tr("closed on a timeout"),
        settings.reconnect.enabled ? Text::tr("reconnects") : Text::tr("does not reconnect")};
    if (settings.keepalive.slowAfter)
        parts.append(Text::tr("slow after %1").arg(secondsOr(settings.keepalive.slowAfter, {})));
    if (!settings.tls.verify)
        parts.append(Text::tr("certificate not verified"));
    if (!settings.headers.isEmpty())
        parts.append(Text::tr("headers added: %1").arg(settings.headers.size()));
    return parts.join(QStringLiteral(", "));
}

QString peerSection(const ReportPeer &peer, const Report &report)
{
    QString html = QStringLiteral("<section>\n<h2>") + e(peer.name) + QStringLiteral("</h2>\n<p>") +
                   e(displayUrl(peer.settings.url)) + QStringLiteral("<br/>") +
                   e(summarySentence(peer, report.to - report.from)) + QStringLiteral("</p>\n");
    if (!peer.finding.isEmpty() && isInTrouble(peer))
        html += QStringLiteral("<p class=\"bad\">") + e(peer.finding) + QStringLiteral("</p>\n");
    else if (!peer.finding.isEmpty())
        html += QStringLiteral("<p>") + e(Text::tr("The last end: %1").arg(peer.finding)) +
                QStringLiteral("</p>\n");
    html += svgLatencyChart(peer, report.from, report.to);
    html += QStringLiteral("<p class=\"soft\">") +
            e(Text::tr("Settings: %1.").arg(settingsSentence(peer.settings))) +
            QStringLiteral("</p>\n</section>\n");
    return html;
}

QString incidents(const Report &report)
{
    QString html = QStringLiteral("<h2>") + Text::tr("Incidents") + QStringLiteral("</h2>\n");
    if (report.incidents.empty())
        return html + QStringLiteral("<p>") + Text::tr("No connection ended.") + QStringLiteral("</p>\n");
    if (report.incidentsLeftOut > 0)
        html += QStringLiteral("<p class=\"soft\">") +
                e(Text::tr("%1 earlier ones are left out.").arg(count(report.incidentsLeftOut))) +
                QStringLiteral("</p>\n");
    html += QStringLiteral("<table>\n<thead><tr><th>%1</th><th>%2</th><th>%3</th><th>%4</th></tr></thead>"
                           "\n<tbody>")
                .arg(Text::tr("Time"), Text::tr("Peer"), Text::tr("Cause"), Text::tr("Finding"));
    for (const ReportIncident &incident : report.incidents)
        html += QStringLiteral("<tr><td>%1</td><td>").arg(title(incident.time)) + e(incident.peer) +
                QStringLiteral("</td><td>%1</td><td>").arg(toWord(incident.verdict.cause)) +
                e(incident.explanation) + QStringLiteral("</td></tr>\n");
    return html + QStringLiteral("</tbody></table>\n");
}

QString method(const Report &report)
{
    quint64 lagged = 0;
    quint64 pings = 0;
    for (const ReportPeer &peer : report.peers) {
        lagged += peer.statistics.lagged;
        pings += peer.statistics.pings;
    }
    return QStringLiteral("<h2>") + Text::tr("How it was measured") + QStringLiteral("</h2>\n<p>") +
           e(Text::tr("Round-trip times run from the moment a ping frame is handed to the socket to the "
                      "moment its pong is read, on a steady clock. The observer itself was at most %1 late; "
                      "%2 of %3 pings were sent or answered while it was more than 5 ms late.")
                 .arg(Text::tr("%1 ms").arg(QLocale().toString(toMilliseconds(report.worstLag), 'f', 1)),
                      count(lagged), count(pings))) +
           QStringLiteral("</p>\n<p class=\"soft\">") +
           e(Text::tr("Made by Pongwatch %1 on %2.").arg(report.version, title(report.madeAt))) +
           QStringLiteral("</p>\n");
}

} // namespace

QByteArray toHtml(const Report &report)
{
    QString html =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                       "style-src 'unsafe-inline'\"/>\n<title>%2</title>\n<style>")
            .arg(QLocale().bcp47Name().toHtmlEscaped(),
                 Text::tr("Pongwatch report, %1").arg(title(report.to)).toHtmlEscaped());
    html +=
        QString::fromLatin1(style) + QStringLiteral("</style>\n</head>\n<body>\n<h1>") +
        Text::tr("WebSocket connections") + QStringLiteral("</h1>\n<p class=\"soft\">") +
        e(Text::tr("%1 to %2 (%3)")
              .arg(title(report.from), title(report.to),
                   Text::tr("%1 s").arg(QLocale().toString(toSeconds(report.to - report.from), 'f', 1)))) +
        QStringLiteral("</p>\n");
    html += overview(report);
    for (const ReportPeer &peer : report.peers)
        html += peerSection(peer, report);
    html += incidents(report) + method(report) + QStringLiteral("</body>\n</html>\n");
    return html.toUtf8();
}

} // namespace Pongwatch
