// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/incidentlist.h"

#include "engine/diagnosis/suspicion.h"
#include "reports/incidentrows.h"
#include "reports/reporttext.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

using IncidentParagraph = Document::Paragraph;
using IncidentCell = Document::Table::Cell;

constexpr size_t mostBreaks = 100;

QString listed(const QStringList &parts)
{
    return parts.join(ReportStrings::tr(", ", "between the parts of a list"));
}

QString kernelsBooks(const TcpSnapshot &tcp, const ReportText &text)
{
    QStringList parts;
    if (tcp.unacked > 0)
        parts.append(ReportStrings::tr("unacknowledged segments %1").arg(text.count(tcp.unacked)));
    if (const quint32 again = std::max(tcp.retransmits, tcp.totalRetransmits); again > 0)
        parts.append(ReportStrings::tr("retransmissions %1").arg(text.count(again)));
    if (tcp.unsentBytes > 0)
        parts.append(
            ReportStrings::tr("unsent bytes %1").arg(text.count(static_cast<quint64>(tcp.unsentBytes))));
    if (tcp.rtt.count() > 0)
        parts.append(ReportStrings::tr("round trip %1").arg(text.latency(tcp.rtt)));
    return parts.isEmpty() ? QString() : ReportStrings::tr("TCP: %1").arg(listed(parts));
}

QString frame(const CloseFrame &frame)
{
    const QString reason = frame.reason.isEmpty() ? QString() : ReportText::harmless(frame.reason, 120);
    if (!frame.code)
        return ReportStrings::tr("no code");
    const QString code = QString::number(*frame.code);
    return reason.isEmpty() ? code
                            : ReportStrings::tr("%1 “%2”", "a close code and its reason").arg(code, reason);
}

/// Measurements that are not already in the sentence.
QString factsOf(const Verdict &verdict, const ReportText &text)
{
    const bool ranOut = verdict.cause == Cause::KeepaliveTimeout;
    QStringList parts;
    if (const Suspicion suspicion = suspicionOf(verdict); suspicion.possible)
        parts.append(ReportStrings::tr("points to %1, perhaps to %2")
                         .arg(suspectsPhrase(suspicion.likely), suspectsPhrase(suspicion.possible)));
    else if (suspicion.likely)
        parts.append(ReportStrings::tr("points to %1").arg(suspectsPhrase(suspicion.likely)));
    if (ranOut && verdict.age.count() > 0)
        parts.append(ReportStrings::tr("open for %1").arg(text.duration(verdict.age)));
    if (ranOut && verdict.evidence != Evidence::Unknown && verdict.sinceLastReceived)
        parts.append(ReportStrings::tr("last byte %1 before").arg(text.duration(*verdict.sinceLastReceived)));
    if (verdict.sent && verdict.cause != Cause::PeerClose)
        parts.append(ReportStrings::tr("sent: %1").arg(frame(*verdict.sent)));
    if (verdict.received && verdict.cause != Cause::PeerClose)
        parts.append(ReportStrings::tr("received: %1").arg(frame(*verdict.received)));
    if (verdict.tcp) {
        if (const QString books = kernelsBooks(*verdict.tcp, text); !books.isEmpty())
            parts.append(books);
    }
    return parts.join(ReportStrings::tr("; ", "between the parts of a sentence"));
}

QString titleOf(const IncidentRow &row)
{
    const ReportIncident &incident = row.sharedBy.isEmpty() ? *row.last : *row.first;
    if (!incident.title.isEmpty() && row.first->title == incident.title)
        return ReportText::harmless(incident.title, 120);
    QString cause = ReportText::cause(incident.verdict.cause);
    cause.replace(0, 1, cause.left(1).toUpper());
    return cause;
}

/// The consequences of a failure shared by several peers.
QString sharedConsequence(const IncidentRow &row, const ReportText &text)
{
    QStringList parts;
    if (row.last->time - row.first->time >= seconds(1))
        parts.append(ReportStrings::tr("until %1").arg(text.moment(row.last->time)));
    if (row.down.count() > 0) {
        const QString most = text.duration(row.down);
        const QString least = text.duration(row.leastDown);
        parts.append(row.stillDown   ? ReportStrings::tr("down for up to %1, to the end").arg(most)
                     : least == most ? ReportStrings::tr("each down for %1").arg(most)
                                     : ReportStrings::tr("down for %1 to %2").arg(least, most));
    }
    return parts.join(ReportStrings::tr("; ", "between the parts of a sentence"));
}

/// The peers of a row: the name of one, or how many of all.
IncidentCell peersOf(const IncidentRow &row, const Report &report, const ReportText &text)
{
    if (row.sharedBy.isEmpty())
        return {ReportText::harmless(row.first->peer, 120), Tone::Plain, {}, {}};
    const auto count = static_cast<quint64>(row.sharedBy.size());
    const QString whole =
        count == report.peers.size()
            ? ReportStrings::tr("all %1 peers").arg(text.count(count))
            : ReportStrings::tr("%1 of %2 peers").arg(text.count(count), text.count(report.peers.size()));
    return {whole, Tone::Plain, {}, {}};
}

/// Measurements; if there are several peers, also whose they are.
QString evidenceOf(const IncidentRow &row, const Verdict &verdict, const ReportText &text)
{
    QStringList parts{factsOf(verdict, text)};
    if (!row.sharedBy.isEmpty())
        parts.append(someNames(row.sharedBy));
    parts.removeAll(QString());
    return parts.join(ReportStrings::tr("; ", "between the parts of a sentence"));
}

/// How often it happened, and the consequences.
QString consequence(const IncidentRow &row, const ReportText &text)
{
    if (!row.sharedBy.isEmpty())
        return sharedConsequence(row, text);
    QStringList parts;
    if (row.count > 1)
        parts.append(ReportStrings::tr("%n times until %1", nullptr, static_cast<int>(row.count))
                         .arg(text.moment(row.last->time)));
    if (row.down.count() > 0) {
        const QString down = text.duration(row.down);
        parts.append(row.stillDown ? ReportStrings::tr("down for %1, to the end").arg(down)
                     : row.count > 1 && row.last->verdict.phase == DialPhase::Open
                         ? ReportStrings::tr("down for %1 in all").arg(down)
                         : ReportStrings::tr("down for %1").arg(down));
    }
    return parts.join(ReportStrings::tr("; ", "between the parts of a sentence"));
}

/// A break, and the peers affected.
struct SharedBreak {
    ReportBreak its;
    QStringList peers;
};

/// Breaks above a certain length in time order; those of several peers at the same time count as one.
std::vector<SharedBreak> sharedBreaks(const Report &report)
{
    constexpr std::chrono::minutes shortest(1);
    constexpr seconds sameTime(5);
    std::vector<SharedBreak> shared;
    for (const ReportPeer &peer : report.peers) {
        const QString name = ReportText::harmless(peer.name, 60);
        for (const ReportBreak &its : peer.breaks) {
            if (its.to - its.from < shortest)
                continue;
            const auto same = std::find_if(shared.begin(), shared.end(), [&](const SharedBreak &other) {
                return other.its.why == its.why && std::chrono::abs(other.its.from - its.from) <= sameTime &&
                       std::chrono::abs(other.its.to - its.to) <= sameTime;
            });
            if (same != shared.end())
                same->peers.append(name);
            else
                shared.push_back({its, {name}});
        }
    }
    std::stable_sort(shared.begin(), shared.end(),
                     [](const SharedBreak &a, const SharedBreak &b) { return a.its.from < b.its.from; });
    return shared;
}

QString reasonOf(ReportBreak::Why why)
{
    switch (why) {
    case ReportBreak::Why::NotYet:
        return ReportStrings::tr("not known yet");
    case ReportBreak::Why::NotRunning:
        return ReportStrings::tr("the program did not run");
    case ReportBreak::Why::Suspended:
        return ReportStrings::tr("the machine was suspended, or the program was stopped");
    case ReportBreak::Why::Paused:
        return ReportStrings::tr("paused");
    case ReportBreak::Why::ClosedHere:
        break;
    }
    return ReportStrings::tr("closed on this side");
}

} // namespace

void addIncidents(Document &document, const Report &report, const ReportText &text, size_t most)
{
    document.blocks.push_back(Document::Heading{2, ReportStrings::tr("Incidents"), {}, Tone::Plain});
    const std::vector<IncidentRow> rows = incidentRows(report);
    if (rows.empty()) {
        document.blocks.push_back(IncidentParagraph{
            ReportStrings::tr("None: no connection was lost, and none was silent for long."),
            IncidentParagraph::Kind::Body, Tone::Plain});
        return;
    }
    const size_t first = rows.size() - std::min(rows.size(), most);
    quint64 shown = 0;
    quint64 all = report.incidentsLeftOut;
    bool isAnyFolded = false;
    for (size_t i = 0; i < rows.size(); ++i) {
        all += rows[i].count;
        shown += i >= first ? rows[i].count : 0;
        isAnyFolded = isAnyFolded || (i >= first && rows[i].count > 1);
    }
    if (shown < all)
        document.blocks.push_back(IncidentParagraph{
            ReportStrings::tr("The newest %1 of %2.").arg(text.count(shown), text.count(all)),
            IncidentParagraph::Kind::Soft, Tone::Soft});
    if (isAnyFolded)
        document.blocks.push_back(IncidentParagraph{
            ReportStrings::tr(
                "Those that were alike, of a peer one after the other or of several at the same time, share "
                "a row; CSV and JSON have each of them."),
            IncidentParagraph::Kind::Soft, Tone::Soft});
    Document::Table table;
    table.columns = {{ReportStrings::tr("Time"), true, 0, true},
                     {ReportStrings::tr("Peer"), false, 0.8},
                     {ReportStrings::tr("What"), false, 1.3},
                     {ReportStrings::tr("Finding and evidence"), false, 3}};
    for (size_t i = first; i < rows.size(); ++i) {
        const IncidentRow &row = rows[i];
        // A shared failure is described as it first appeared; a row of its own as it is now.
        const ReportIncident &told = row.sharedBy.isEmpty() ? *row.last : *row.first;
        table.rows.push_back({IncidentCell{text.moment(row.first->time), Tone::Plain, {}, {}},
                              peersOf(row, report, text),
                              IncidentCell{titleOf(row), Tone::Plain, consequence(row, text), {}},
                              IncidentCell{ReportText::harmless(told.explanation),
                                           Tone::Plain,
                                           evidenceOf(row, told.verdict, text),
                                           {}}});
    }
    document.blocks.push_back(table);
}

void addBreaks(Document &document, const Report &report, const ReportText &text)
{
    const std::vector<SharedBreak> breaks = sharedBreaks(report);
    if (breaks.empty())
        return;
    document.blocks.push_back(Document::Heading{2, ReportStrings::tr("Not watched"), {}, Tone::Plain});
    document.blocks.push_back(
        IncidentParagraph{ReportStrings::tr("These times count neither as open nor as an outage."),
                          IncidentParagraph::Kind::Soft, Tone::Soft});
    const size_t first = breaks.size() - std::min(breaks.size(), mostBreaks);
    if (first > 0)
        document.blocks.push_back(IncidentParagraph{
            ReportStrings::tr("The newest %1 of %2.").arg(text.count(mostBreaks), text.count(breaks.size())),
            IncidentParagraph::Kind::Soft, Tone::Soft});
    Document::Table table;
    table.columns = {{ReportStrings::tr("From"), true, 0, true},
                     {ReportStrings::tr("To"), true, 0, true},
                     {ReportStrings::tr("Lasted"), true},
                     {ReportStrings::tr("Why"), false, 1.2},
                     {ReportStrings::tr("Peers"), false, 2}};
    for (size_t i = first; i < breaks.size(); ++i) {
        const SharedBreak &shared = breaks[i];
        const bool isAll =
            report.peers.size() > 1 && static_cast<size_t>(shared.peers.size()) == report.peers.size();
        table.rows.push_back(
            {IncidentCell{text.moment(shared.its.from), Tone::Plain, {}, {}},
             IncidentCell{text.moment(shared.its.to), Tone::Plain, {}, {}},
             IncidentCell{text.duration(shared.its.to - shared.its.from), Tone::Plain, {}, {}},
             IncidentCell{reasonOf(shared.its.why), Tone::Plain, {}, {}},
             IncidentCell{isAll ? ReportStrings::tr("all") : someNames(shared.peers), Tone::Plain, {}, {}}});
    }
    document.blocks.push_back(table);
}

} // namespace Pongwatch
