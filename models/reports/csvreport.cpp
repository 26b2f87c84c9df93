// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/csvreport.h"

#include "engine/diagnosis/suspicion.h"
#include "engine/values/foreigntext.h"
#include "examine/findings/findingsentence.h"
#include "reports/availability.h"
#include "reports/csvsamples.h"
#include "reports/reporttext.h"
#include "reports/watching.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QHash>
#include <QList>

#include <algorithm>
#include <utility>

namespace Pongwatch
{

namespace
{

QString number(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QString inMilliseconds(std::optional<nanoseconds> duration)
{
    return duration ? number(toMilliseconds(*duration)) : QString();
}

/// The columns, in the order of the file.
const QStringList &columns()
{
    static const QStringList names =
        QStringLiteral("record,time,peer,url,seq,outcome,rtt_ms,waited_ms,tcp_rtt_ms,marks,cause,initiator,"
                       "evidence,close_code,age_s,explanation,health,pings,answered,slow,late,superseded,"
                       "timeouts,lost,loss,connects,open_s,min_ms,mean_ms,p50_ms,p95_ms,p99_ms,max_ms,"
                       "stddev_ms,jitter_ms,watched_s,availability,outages,longest_outage_s,until,state,"
                       "suspects,stale_s,feed_messages")
            .split(u',');
    return names;
}

/// What could affect a reader of the file is written as \\uXXXX: CSV has no escapes of its own.
QString harmlessCell(const QString &text)
{
    return escapedText(text, u"\t\n\r");
}

/// Collects the cells of a row by the names of their columns.
class Row
{
public:
    explicit Row(const char *record) { text("record", QString::fromLatin1(record)); }

    /// Text of any origin.
    Row &text(const char *column, const QString &value)
    {
        m_cells.insert(QString::fromLatin1(column), csvCell(harmlessCell(value)));
        return *this;
    }
    /// A number formatted by this program.
    Row &figure(const char *column, const QString &value)
    {
        m_cells.insert(QString::fromLatin1(column), value.toLatin1());
        return *this;
    }
    Row &count(const char *column, quint64 value) { return figure(column, QString::number(value)); }

    [[nodiscard]] QByteArray line() const
    {
        QByteArray line;
        for (const QString &column : columns())
            line += (line.isEmpty() ? QByteArray() : QByteArray(",")) + m_cells.value(column);
        return line + "\r\n";
    }

private:
    QHash<QString, QByteArray> m_cells;
};

QByteArray statisticsRow(const ReportPeer &peer, WallTime to)
{
    const StatisticsSummary &figures = peer.statistics;
    const auto share = availability(peer.open, peer.watched);
    return Row("statistics")
        .text("time", toRfc3339(to))
        .text("peer", peer.name)
        .text("url", displayUrl(peer.settings.url))
        .text("health", toWord(peer.health))
        .text("explanation", peer.finding)
        .count("pings", figures.pings)
        .count("answered", figures.answered)
        .count("slow", figures.slow)
        .count("late", figures.late)
        .count("superseded", figures.superseded)
        .count("timeouts", figures.timedOut)
        .count("lost", figures.lost)
        .figure("loss", number(figures.loss))
        .count("connects", figures.connects)
        .figure("open_s", number(toSeconds(figures.openTime)))
        .figure("rtt_ms", inMilliseconds(figures.last))
        .figure("min_ms", inMilliseconds(figures.min))
        .figure("mean_ms", inMilliseconds(figures.mean))
        .figure("p50_ms", inMilliseconds(figures.p50))
        .figure("p95_ms", inMilliseconds(figures.p95))
        .figure("p99_ms", inMilliseconds(figures.p99))
        .figure("max_ms", inMilliseconds(figures.max))
        .figure("stddev_ms", inMilliseconds(figures.stddev))
        .figure("jitter_ms", inMilliseconds(figures.jitter))
        .figure("watched_s", number(toSeconds(peer.watched)))
        .figure("availability", share ? number(*share) : QString())
        .figure("stale_s", number(toSeconds(peer.stale)))
        .figure("feed_messages", peer.hasFeed() ? QString::number(peer.feedMessages()) : QString())
        .count("outages", peer.outages.size())
        .figure("longest_outage_s", number(toSeconds(longestOutage(peer.outages))))
        .line();
}

QByteArray incidentRow(const ReportIncident &incident)
{
    const Verdict &verdict = incident.verdict;
    return Row("incident")
        .text("time", toRfc3339(incident.time))
        .text("peer", incident.peer)
        .text("cause", toWord(verdict.cause))
        .text("initiator", toWord(verdict.initiator))
        .text("evidence", toWord(verdict.evidence))
        .count("close_code", verdict.closeCode)
        .figure("age_s", number(toSeconds(verdict.age)))
        .text("explanation", incident.explanation)
        .text("suspects", toWords(suspicionOf(verdict).likely).join(u' '))
        .text("until", incident.kind == ReportIncident::Kind::Silence
                           ? toRfc3339(incident.time + std::chrono::floor<microseconds>(incident.lasted))
                           : QString())
        .line();
}

QByteArray noteRow(const Note &note)
{
    return Row("note")
        .text("time", toRfc3339(note.at))
        .text("peer", note.peer)
        .text("explanation", note.text)
        .line();
}

QByteArray fleetPeerRow(const ReportFleet::Peer &peer, const ReportFleet &fleet)
{
    QStringList sights;
    for (const ReportFleet::Sight &sight : peer.sights)
        sights.append(sight.vantage + u' ' + sight.word);
    const QString seen = QStringLiteral("%1: %2.").arg(fleet.source, sights.join(QStringLiteral(", ")));
    return Row("fleet-peer")
        .text("time", toRfc3339(fleet.readAt))
        .text("peer", peer.name)
        .text("url", peer.url)
        .text("health", toWord(peer.health))
        .text("state", peer.verdict)
        .text("explanation", peer.explanation.isEmpty() ? seen : QString(peer.explanation + u' ' + seen))
        .line();
}

QByteArray findingRow(const ReportExamination &examination, const ReportExamination::Row &row)
{
    const QString said = explainFinding(row.finding);
    return Row("finding")
        .text("time", toRfc3339(row.finding.time))
        .text("peer", examination.peer)
        .text("url", examination.url)
        .text("state", toWord(row.finding.kind))
        .text("outcome", toWord(row.finding.result))
        .text("explanation", row.change.isEmpty() ? said : QString(said + u' ' + row.change))
        .line();
}

QByteArray damageRow(const HistoryDamage &damage, const ReportText &text)
{
    Row row("damage");
    if (damage.from <= damage.to)
        row.text("time", toRfc3339(damage.from)).text("until", toRfc3339(damage.to));
    return row.text("peer", damage.name)
        .count("pings", damage.samples)
        .text("explanation", damageSentence(damage, text))
        .line();
}

/// A stretch of time in which something was the case.
Row stretch(const char *record, const ReportPeer &peer, WallTime from, WallTime to)
{
    Row row(record);
    row.text("time", toRfc3339(from)).text("until", toRfc3339(to)).text("peer", peer.name);
    return row;
}

/// What happened to the peer over time: its days, outages, unwatched times and states.
QByteArray stretchRows(const ReportPeer &peer)
{
    QByteArray rows;
    for (const ReportDay &day : peer.days) {
        Row row = stretch("day", peer, day.from, day.to);
        row.figure("watched_s", number(toSeconds(day.watched)))
            .figure("open_s", number(toSeconds(day.open)))
            .count("outages", day.outages);
        if (const auto share = availability(day.open, day.watched))
            row.figure("availability", number(*share));
        if (day.pings > 0)
            row.count("pings", day.pings).count("timeouts", day.timeouts);
        rows += row.line();
    }
    for (const ReportOutage &outage : peer.outages)
        rows += stretch("outage", peer, outage.from, outage.to).line();
    for (const ReportBreak &its : peer.breaks)
        rows += stretch("not-watched", peer, its.from, its.to).text("state", toWord(its.why)).line();
    for (const FeedSpan &span : peer.feed)
        rows += stretch("feed", peer, span.from, span.to()).count("feed_messages", span.messages).line();
    for (const StateSpan &span : peer.states)
        rows += stretch("state", peer, span.from, span.to)
                    .text("state", toWord(span.state))
                    .text("health", toWord(span.health))
                    .line();
    return rows;
}

} // namespace

Outcome writeCsv(const Report &report, const SampleFeed &feed, QIODevice *device)
{
    constexpr qsizetype block = 256 * 1024;
    QByteArray csv;
    csv.reserve(block + 64 * 1024); // kept for all blocks
    csv += columns().join(u',').toLatin1() + "\r\n";
    bool written = true;
    const auto flush = [&] {
        written = written && device->write(csv) == csv.size();
        csv.resize(0); // keeps its memory
    };
    for (const ReportPeer &peer : report.peers)
        csv += statisticsRow(peer, report.to);
    for (const ReportIncident &incident : report.incidents)
        csv += incidentRow(incident);
    for (const Note &note : report.notes)
        csv += noteRow(note);
    if (report.fleet)
        for (const ReportFleet::Peer &peer : report.fleet->peers)
            csv += fleetPeerRow(peer, *report.fleet);
    for (const ReportExamination &examination : report.examinations)
        for (const ReportExamination::Row &row : examination.rows)
            csv += findingRow(examination, row);
    for (const HistoryDamage &damage : report.damage)
        csv += damageRow(damage, ReportText(report.timeZone));
    for (size_t i = 0; i < report.peers.size() && written; ++i) {
        CsvSamples rows(csvCell(harmlessCell(report.peers[i].name)),
                        columns().size() - columns().indexOf(QStringLiteral("marks")) - 1);
        const auto sink = [&](const PingSample &sample) {
            rows.append(sample, csv);
            if (csv.size() >= block)
                flush();
            return written;
        };
        if (feed) {
            if (const Outcome fed = feed(i, sink); !fed)
                return fed;
        } else {
            std::all_of(report.peers[i].samples.cbegin(), report.peers[i].samples.cend(), sink);
        }
    }
    for (const ReportPeer &peer : report.peers)
        csv += stretchRows(peer);
    flush();
    if (!written)
        return Error{QCoreApplication::translate("Pongwatch::Report", "writing the report"),
                     {},
                     device->errorString()};
    return success();
}

QByteArray toCsv(const Report &report)
{
    QByteArray csv;
    QBuffer buffer(&csv);
    buffer.open(QIODevice::WriteOnly);
    (void)writeCsv(report, {}, &buffer); // neither memory nor the report's own samples can fail
    return csv;
}

} // namespace Pongwatch
