// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reportdocument.h"

#include "reports/availability.h"
#include "reports/charts.h"
#include "reports/documentparts.h"
#include "reports/incidentlist.h"
#include "reports/pathchart.h"
#include "reports/reporttext.h"
#include "reports/summarysentence.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <span>
#include <tuple>

namespace Pongwatch
{

namespace
{

using DocumentCell = Document::Table::Cell;

Tone toneOf(std::optional<double> share)
{
    if (!share)
        return Tone::Soft;
    return *share >= 0.999 ? Tone::Good : *share >= 0.99 ? Tone::Warning : Tone::Bad;
}

Tone toneOf(Health health)
{
    switch (health) {
    case Health::Ok:
        return Tone::Good;
    case Health::Slow:
    case Health::Connecting:
        return Tone::Warning;
    case Health::Paused:
        return Tone::Soft;
    default:
        return Tone::Bad;
    }
}

/// The one that is first by `less`; those without a value are ignored.
template <typename Value, typename Less>
const ReportPeer *mostExtreme(const std::vector<ReportPeer> &peers, Value value, Less less)
{
    const ReportPeer *found = nullptr;
    for (const ReportPeer &peer : peers)
        if (value(peer) && (found == nullptr || less(*value(peer), *value(*found))))
            found = &peer;
    return found;
}

QString nameOf(const ReportPeer &peer)
{
    return ReportText::harmless(peer.name, 40);
}

Document::Tiles::Tile openTile(const Report &report, const ReportText &text)
{
    nanoseconds open{0};
    nanoseconds watched{0};
    for (const ReportPeer &peer : report.peers) {
        open += peer.open;
        watched += peer.watched;
    }
    const auto shareOf = [](const ReportPeer &peer) { return availability(peer.open, peer.watched); };
    const auto share = availability(open, watched);
    const ReportPeer *worst = mostExtreme(report.peers, shareOf, std::less<>());
    QString detail = ReportStrings::tr("of the time it was watched");
    if (report.peers.size() > 1 && worst != nullptr && *shareOf(*worst) < 1)
        detail = ReportStrings::tr("least %1: %2").arg(text.share(shareOf(*worst)), nameOf(*worst));
    else if (report.peers.size() > 1)
        detail = ReportStrings::tr("%n peers", nullptr, static_cast<int>(report.peers.size()));
    return {ReportStrings::tr("Open"), text.share(share), detail, toneOf(share)};
}

/// The latency of one peer, or of the slowest of several: a figure for all together would mean nothing.
std::optional<Document::Tiles::Tile> latencyTile(const Report &report, const ReportText &text)
{
    if (report.peers.size() == 1) {
        const StatisticsSummary &figures = report.peers.front().statistics;
        if (!figures.p50)
            return std::nullopt;
        return Document::Tiles::Tile{ReportStrings::tr("Median latency"), text.latency(figures.p50),
                                     ReportStrings::tr("p99 %1").arg(text.latency(figures.p99)), Tone::Plain};
    }
    const auto p99 = [](const ReportPeer &peer) { return peer.statistics.p99; };
    const ReportPeer *slowest = mostExtreme(report.peers, p99, std::greater<>());
    if (slowest == nullptr)
        return std::nullopt;
    return Document::Tiles::Tile{ReportStrings::tr("Highest p99"), text.latency(slowest->statistics.p99),
                                 nameOf(*slowest), Tone::Plain};
}

Document::Tiles tilesOf(const Report &report, const ReportText &text)
{
    nanoseconds longest{0};
    quint64 outages = 0;
    quint64 pings = 0;
    quint64 timeouts = 0;
    for (const ReportPeer &peer : report.peers) {
        outages += peer.outages.size();
        longest = std::max(longest, longestOutage(peer.outages));
        pings += peer.statistics.pings;
        timeouts += peer.statistics.timedOut;
    }
    Document::Tiles tiles;
    tiles.tiles.push_back(openTile(report, text));
    tiles.tiles.push_back({ReportStrings::tr("Outages"), text.count(outages),
                           outages > 0 ? ReportStrings::tr("longest %1").arg(text.duration(longest))
                                       : ReportStrings::tr("none in this time"),
                           Tone::Plain});
    if (const auto latency = latencyTile(report, text))
        tiles.tiles.push_back(*latency);
    tiles.tiles.push_back({ReportStrings::tr("Pings"), text.count(pings),
                           timeouts > 0 ? ReportStrings::tr("%1 timed out").arg(text.count(timeouts))
                                        : ReportStrings::tr("none timed out"),
                           Tone::Plain});
    return tiles;
}

Document::Table overviewTable(const Report &report, const std::vector<const ReportPeer *> &peers,
                              const ReportText &text)
{
    // Long names need the room more than the strips do.
    constexpr double longName = 170;
    const bool hasLongNames = std::any_of(peers.begin(), peers.end(), [](const ReportPeer *peer) {
        return Drawing::roughWidth(ReportText::harmless(peer->name, 120)) > longName;
    });
    Document::Table table;
    table.columns = {{ReportStrings::tr("Peer"), false, hasLongNames ? 2 : 1.1},
                     {ReportStrings::tr("Open"), true},
                     {ReportStrings::tr("State over time"), false, hasLongNames ? 1.3 : 2.2},
                     {ReportStrings::tr("Outages"), true},
                     {ReportStrings::tr("Longest"), true, 0, false, true},
                     {ReportStrings::tr("Median"), true},
                     {ReportStrings::tr("p95"), true, 0, false, true},
                     {ReportStrings::tr("p99"), true, 0, false, true},
                     {ReportStrings::tr("Timeouts"), true, 0, false, true}};
    for (const ReportPeer *peer : peers) {
        const auto share = availability(peer->open, peer->watched);
        const StatisticsSummary &figures = peer->statistics;
        const nanoseconds longest = longestOutage(peer->outages);
        DocumentCell strip;
        strip.text = summaryRemark(*peer, report.incidents, report.timeZone);
        strip.drawings.push_back(stateStrip(*peer, report.from, report.to, 240, 16));
        table.rows.push_back(
            {DocumentCell{ReportText::harmless(peer->name, 120), Tone::Plain, {}, {}},
             DocumentCell{text.share(share), toneOf(share), {}, {}}, strip,
             DocumentCell{text.count(peer->outages.size()), Tone::Plain, {}, {}},
             DocumentCell{
                 longest.count() > 0 ? text.duration(longest) : text.latency({}), Tone::Plain, {}, {}},
             DocumentCell{text.latency(figures.p50), Tone::Plain, {}, {}},
             DocumentCell{text.latency(figures.p95), Tone::Plain, {}, {}},
             DocumentCell{text.latency(figures.p99), Tone::Plain, {}, {}},
             DocumentCell{text.count(figures.timedOut), Tone::Plain, {}, {}}});
    }
    return table;
}

Document::Table figuresTable(const ReportPeer &peer, const ReportText &text)
{
    const StatisticsSummary &f = peer.statistics;
    Document::Table table;
    std::vector<DocumentCell> row;
    const auto add = [&table, &row](const QString &title, const QString &value) {
        table.columns.push_back({title, true, 0});
        row.push_back({value, Tone::Plain, {}, {}});
    };
    add(ReportStrings::tr("Min"), text.latency(f.min));
    add(ReportStrings::tr("Mean"), text.latency(f.mean));
    add(ReportStrings::tr("Median"), text.latency(f.p50));
    add(ReportStrings::tr("p95"), text.latency(f.p95));
    add(ReportStrings::tr("p99"), text.latency(f.p99));
    add(ReportStrings::tr("Max"), text.latency(f.max));
    add(ReportStrings::tr("Jitter"), text.latency(f.jitter));
    add(ReportStrings::tr("Pings"), text.count(f.pings));
    add(ReportStrings::tr("Timeouts"), text.count(f.timedOut));
    add(ReportStrings::tr("Loss"), text.share(f.loss));
    add(ReportStrings::tr("Connections"), text.count(f.connects));
    table.rows.push_back(row);
    return table;
}

/// Whether the list of incidents already says how the peer last ended, so that it need not be repeated.
bool isListed(const ReportPeer &peer, const Report &report, const DocumentOptions &options)
{
    const size_t listed = std::min(report.incidents.size(), options.mostIncidents);
    return std::any_of(report.incidents.cend() - static_cast<std::ptrdiff_t>(listed), report.incidents.cend(),
                       [&peer](const ReportIncident &incident) {
                           return incident.peer == peer.name && incident.explanation == peer.finding;
                       });
}

/// The worst first: those that were open least, then silent or stale longest, timed out most often,
/// slowest.
bool isWorse(const ReportPeer &a, const ReportPeer &b)
{
    const auto rank = [](const ReportPeer &peer) {
        const double share = availability(peer.open, peer.watched).value_or(2); // not watched: last
        return std::tuple(share, -(peer.silent + peer.stale).count(),
                          -static_cast<qint64>(peer.statistics.timedOut),
                          -peer.statistics.p95.value_or(nanoseconds(0)).count());
    };
    return rank(a) < rank(b);
}

bool hadTrouble(const ReportPeer &peer)
{
    return availability(peer.open, peer.watched).value_or(1) < 1 || (peer.silent + peer.stale).count() > 0 ||
           peer.statistics.timedOut > 0;
}

void addSmallCharts(Document &document, std::span<const ReportPeer *const> peers, const Report &report,
                    double width)
{
    constexpr size_t columns = 3;
    constexpr double between = 24;
    const double each = (width - between * (columns - 1)) / columns;
    for (size_t i = 0; i < peers.size(); i += columns) {
        Document::Drawings row{{}, columns};
        for (size_t j = i; j < std::min(peers.size(), i + columns); ++j)
            row.drawings.push_back(smallLatencyChart(*peers[j], report, each));
        document.blocks.push_back(std::move(row));
    }
}

QString feedSentence(const ReportPeer &peer, const ReportText &text)
{
    const quint64 messages = peer.feedMessages();
    const double lasting = std::max(1.0, toSeconds(peer.open));
    const QString rate = text.rate(static_cast<double>(messages) / lasting);
    const auto share = peer.feedShare();
    if (!share)
        return ReportStrings::tr("Of its feed, %1 messages came.").arg(text.count(messages));
    //: %1 a number, %2 how often in a second, as "12.3/s"; %3 a share
    return ReportStrings::tr("Of its feed, %1 messages came: %2 on average. It was connected, and the feed "
                             "went on, for %3 of the time.")
        .arg(text.count(messages), rate, text.share(share));
}

void addPeer(Document &document, const ReportPeer &peer, const Report &report, const ReportText &text,
             const DocumentOptions &options)
{
    using Paragraph = Document::Paragraph;
    document.blocks.push_back(Document::Heading{3, ReportText::harmless(peer.name, 120),
                                                ReportText::health(peer.health), toneOf(peer.health)});
    document.blocks.push_back(Paragraph{ReportText::harmless(displayUrl(peer.settings.url), 300),
                                        Paragraph::Kind::Soft, Tone::Soft});
    document.blocks.push_back(Paragraph{summarySentence(peer, report.incidents, report.timeZone),
                                        Paragraph::Kind::Lead, Tone::Plain});
    if (!peer.finding.isEmpty() && !isListed(peer, report, options))
        document.blocks.push_back(
            Paragraph{ReportStrings::tr("The last end: %1").arg(ReportText::harmless(peer.finding)),
                      Paragraph::Kind::Body, Tone::Plain});
    // A peer that was not watched, or not pinged, has nothing to show.
    if (peer.states.empty() && peer.statistics.pings == 0)
        return;
    document.blocks.push_back(Document::Drawings{{latencyChart(peer, report, options.width)}});
    if (peer.hasFeed()) {
        document.blocks.push_back(Paragraph{feedSentence(peer, text), Paragraph::Kind::Body, Tone::Plain});
        document.blocks.push_back(Document::Drawings{{feedChart(peer, report, options.width)}});
    }
    if (!peer.paths.empty()) {
        document.blocks.push_back(Paragraph{pathSentence(peer, report), Paragraph::Kind::Body, Tone::Plain});
        document.blocks.push_back(Document::Drawings{{pathChart(peer, report, options.width)}});
    }
    if (options.compact || peer.statistics.pings == 0)
        return;
    const double half = (options.width - 24) / 2;
    if (peer.days.size() > 1)
        document.blocks.push_back(
            Document::Drawings{{distributionChart(peer, report, half), daysChart(peer, report, half)}});
    else
        document.blocks.push_back(Document::Drawings{{distributionChart(peer, report, options.width)}});
    document.blocks.push_back(figuresTable(peer, text));
}

/// If there are few peers, all are shown in full; otherwise the worst are, and the others as small charts.
void addParts(Document &document, std::span<const ReportPeer *const> peers, const Report &report,
              const ReportText &text, const DocumentOptions &options)
{
    const bool isFew = peers.size() <= options.mostFullParts;
    DocumentOptions its = options;
    its.compact = options.compact || !isFew;
    size_t full = isFew ? peers.size() : 0;
    while (!isFew && full < options.mostFullParts / 2 && hadTrouble(*peers[full]))
        ++full;
    for (size_t i = 0; i < full; ++i)
        addPeer(document, *peers[i], report, text, its);
    if (full == peers.size())
        return;
    document.blocks.push_back(Document::Heading{
        3, full > 0 ? ReportStrings::tr("The others") : ReportStrings::tr("At a glance"), {}, Tone::Plain});
    document.blocks.push_back(Document::Paragraph{
        ReportStrings::tr("Latency from 0 up, each on its own scale, with the state below it; share of the "
                          "time with an open connection, and what 95 % of the answers stayed below."),
        Document::Paragraph::Kind::Soft, Tone::Soft});
    addSmallCharts(document, peers.subspan(full), report, options.width);
}

} // namespace

QList<std::pair<QString, QString>> reportFacts(const Report &report)
{
    const ReportText text(report.timeZone, QLocale::c());
    QStringList names;
    for (const ReportPeer &peer : report.peers)
        names.append(ReportText::harmless(peer.name, 120));
    constexpr qsizetype most = 100;
    const qsizetype more = names.size() - most;
    names = names.mid(0, most);
    if (more > 0)
        names.append(QStringLiteral("(%1 more)").arg(more));
    QList<std::pair<QString, QString>> facts = {
        {QStringLiteral("Title"), documentTitle(report)},
        {QStringLiteral("Software"), QStringLiteral("Pongwatch %1").arg(report.version)},
        {QStringLiteral("Range"), toRfc3339(report.from) + u'/' + toRfc3339(report.to)},
        {QStringLiteral("Time Zone"), text.timeZone(report.from)},
        {QStringLiteral("Peers"), names.join(QStringLiteral(", "))},
        {QStringLiteral("Creation Time"), toRfc3339(report.madeAt)},
    };
    if (!report.note.isEmpty())
        facts.append({QStringLiteral("Comment"), ReportText::harmless(report.note, 2000)});
    return facts;
}

Document reportDocument(const Report &report, const DocumentOptions &options)
{
    const ReportText text(report.timeZone);
    using Paragraph = Document::Paragraph;
    Document document;
    document.title = documentTitle(report);
    document.subtitle =
        ReportStrings::tr("%1 · %2").arg(text.range(report.from, report.to), text.timeZone(report.from));
    document.language = text.locale().bcp47Name();
    document.rightToLeft = text.locale().textDirection() == Qt::RightToLeft;
    document.footer = ReportStrings::tr("Pongwatch %1 · made %2 %3")
                          .arg(report.version, text.minute(report.madeAt), text.timeZone(report.madeAt));
    document.facts = reportFacts(report);

    if (!report.note.isEmpty())
        document.blocks.push_back(Paragraph{noteText(report.note), Paragraph::Kind::Note, Tone::Plain});
    for (const HistoryDamage &damage : report.damage)
        document.blocks.push_back(
            Paragraph{ReportStrings::tr("The history is damaged. %1.").arg(damageSentence(damage, text)),
                      Paragraph::Kind::Body, Tone::Bad});
    addFleet(document, report, text, options.mostPeers);
    if (report.peers.empty() && report.fleet) {
        // Nothing was measured here.
    } else if (report.peers.empty()) {
        document.blocks.push_back(
            Paragraph{ReportStrings::tr("No peers were watched."), Paragraph::Kind::Body, Tone::Plain});
    } else {
        document.blocks.push_back(tilesOf(report, text));
        std::vector<const ReportPeer *> peers;
        for (const ReportPeer &peer : report.peers)
            peers.push_back(&peer);
        std::stable_sort(peers.begin(), peers.end(),
                         [](const ReportPeer *a, const ReportPeer *b) { return isWorse(*a, *b); });
        peers.resize(std::min(peers.size(), options.mostPeers));
        document.blocks.push_back(Document::Heading{2, ReportStrings::tr("Overview"), {}, Tone::Plain});
        document.blocks.push_back(overviewTable(report, peers, text));
        if (peers.size() < report.peers.size())
            document.blocks.push_back(Paragraph{
                ReportStrings::tr("The %1 peers that were open least, of %2; CSV and JSON list all of them.")
                    .arg(text.count(peers.size()), text.count(report.peers.size())),
                Paragraph::Kind::Soft, Tone::Soft});
        document.blocks.push_back(
            Paragraph{ReportStrings::tr(
                          "In the strips a thin bar is an open connection, a thicker one slow answers, and a "
                          "bar of full height no connection; a gap means that nothing was watched."),
                      Paragraph::Kind::Soft, Tone::Soft});
        document.blocks.push_back(Document::Heading{2, ReportStrings::tr("Peers"), {}, Tone::Plain});
        addParts(document, std::span(peers).first(std::min(peers.size(), options.mostParts)), report, text,
                 options);
    }
    addObjectiveList(document, report, text, options.mostIncidents);
    addAlertList(document, report, text, options.mostIncidents);
    addNoteList(document, report, text, options.mostNotes);
    addIncidents(document, report, text, options.mostIncidents);
    addBreaks(document, report, text);
    addExaminations(document, report, text);
    addSettings(document, report, text);
    addMethod(document, report, text);
    return document;
}

} // namespace Pongwatch
