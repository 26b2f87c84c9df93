// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/jsonreport.h"

#include "engine/diagnosis/pathfinding.h"
#include "engine/diagnosis/suspicion.h"
#include "engine/values/foreigntext.h"
#include "examine/findings/findingsentence.h"
#include "reports/availability.h"
#include "reports/reporttext.h"
#include "reports/summarysentence.h"
#include "reports/watching.h"
#include "settings/safesettings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Pongwatch
{

namespace
{

QString k(const char *key)
{
    return QString::fromLatin1(key);
}

void put(QJsonObject &into, const char *key, std::optional<nanoseconds> duration)
{
    if (duration)
        into.insert(k(key), toMilliseconds(*duration));
}

QJsonObject roundTrips(const StatisticsSummary &figures)
{
    QJsonObject rtt;
    put(rtt, "last", figures.last);
    put(rtt, "min", figures.min);
    put(rtt, "mean", figures.mean);
    put(rtt, "p50", figures.p50);
    put(rtt, "p95", figures.p95);
    put(rtt, "p99", figures.p99);
    put(rtt, "max", figures.max);
    put(rtt, "stddev", figures.stddev);
    put(rtt, "jitter", figures.jitter);
    return rtt;
}

QJsonObject statesOf(const StateSpan &span)
{
    return {{k("from"), toRfc3339(span.from)},
            {k("to"), toRfc3339(span.to)},
            {k("health"), toWord(span.health)},
            {k("state"), toWord(span.state)}};
}

QJsonObject sampleOf(const PingSample &sample)
{
    QJsonObject object{{k("time"), toRfc3339(sample.sentAt)},
                       {k("seq"), static_cast<qint64>(sample.seq)},
                       {k("outcome"), toWord(sample.outcome)}};
    put(object, hasRoundTrip(sample.outcome) ? "rtt_ms" : "waited_ms", sample.rtt);
    put(object, "tcp_rtt_ms", sample.tcpRtt);
    if (sample.marks.testFlag(SampleMark::ObserverLag))
        object.insert(k("observer_lag"), true);
    if (sample.marks.testFlag(SampleMark::BehindTraffic))
        object.insert(k("behind_traffic"), true);
    return object;
}

QJsonObject bucketOf(const SeriesBucket &bucket)
{
    QJsonObject object{{k("from"), toRfc3339(bucket.from)},
                       {k("width_s"), toSeconds(bucket.width)},
                       {k("pongs"), static_cast<qint64>(bucket.count)},
                       {k("timeouts"), static_cast<qint64>(bucket.timeouts)}};
    if (bucket.lost > 0)
        object.insert(k("lost"), static_cast<qint64>(bucket.lost));
    if (bucket.superseded > 0)
        object.insert(k("superseded"), static_cast<qint64>(bucket.superseded));
    put(object, "min_ms", bucket.min);
    put(object, "mean_ms", bucket.mean);
    put(object, "max_ms", bucket.max);
    if (bucket.withoutConnection.count() > 0)
        object.insert(k("without_connection_s"), toSeconds(bucket.withoutConnection));
    return object;
}

QJsonObject outageOf(const ReportOutage &outage)
{
    return {{k("from"), toRfc3339(outage.from)},
            {k("to"), toRfc3339(outage.to)},
            {k("duration_s"), toSeconds(outage.to - outage.from)},
            {k("ongoing"), outage.ongoing}};
}

QJsonObject breakOf(const ReportBreak &its)
{
    return {{k("from"), toRfc3339(its.from)}, {k("to"), toRfc3339(its.to)}, {k("why"), toWord(its.why)}};
}

QJsonObject booksOf(const TcpSnapshot &tcp)
{
    return {{k("unacked"), static_cast<qint64>(tcp.unacked)},
            {k("retransmits"), static_cast<qint64>(tcp.retransmits)},
            {k("total_retransmits"), static_cast<qint64>(tcp.totalRetransmits)},
            {k("unsent_bytes"), tcp.unsentBytes},
            {k("rtt_ms"), toMilliseconds(tcp.rtt)}};
}

QJsonObject dayOf(const ReportDay &day)
{
    QJsonObject object{{k("from"), toRfc3339(day.from)},
                       {k("to"), toRfc3339(day.to)},
                       {k("watched_s"), toSeconds(day.watched)},
                       {k("open_s"), toSeconds(day.open)},
                       {k("outages"), static_cast<qint64>(day.outages)}};
    if (const auto share = availability(day.open, day.watched))
        object.insert(k("availability"), *share);
    if (day.pings > 0) {
        object.insert(k("pings"), static_cast<qint64>(day.pings));
        object.insert(k("timeouts"), static_cast<qint64>(day.timeouts));
    }
    return object;
}

/// The cells of the distribution: [from ms, to ms, count].
QJsonArray distributionOf(const LatencyHistogram &histogram)
{
    QJsonArray cells;
    for (const LatencyHistogram::Cell &cell : histogram.cells())
        cells.append(QJsonArray{toMilliseconds(LatencyHistogram::lowerBound(cell.bucket)),
                                toMilliseconds(LatencyHistogram::upperBound(cell.bucket)),
                                static_cast<qint64>(cell.count())});
    return cells;
}

template <typename Values, typename Convert>
QJsonArray arrayOf(const Values &values, Convert convert)
{
    QJsonArray array;
    for (const auto &value : values)
        array.append(convert(value));
    return array;
}

QJsonObject pathOf(const TracedPath &path)
{
    const PathFinding finding = findOnPath(path);
    QJsonObject object{{k("traced_at"), toRfc3339(path.trace.begun)}, {k("result"), toWord(finding.kind)}};
    if (finding.side != PathFinding::Side::Unknown)
        object.insert(k("side"), toWord(finding.side));
    if (finding.lastAnswering > 0)
        object.insert(k("last_hop"), finding.lastAnswering);
    if (finding.from > 0)
        object.insert(k("from_hop"), finding.from);
    if (finding.fromAtMost > finding.from)
        object.insert(k("from_hop_at_most"), finding.fromAtMost);
    return object;
}

QJsonObject hopOf(const PathHop &hop)
{
    QJsonObject object{{k("ttl"), hop.ttl},
                       {k("sent"), static_cast<qint64>(hop.sent)},
                       {k("received"), static_cast<qint64>(hop.answered)}};
    if (!hop.addresses.isEmpty()) {
        object.insert(k("address"), hop.addresses.constFirst().address);
        if (!hop.addresses.constFirst().name.isEmpty())
            object.insert(k("name"), hop.addresses.constFirst().name);
    }
    if (hop.best)
        object.insert(k("min_ms"), toSeconds(*hop.best) * 1000);
    if (hop.median)
        object.insert(k("p50_ms"), toSeconds(*hop.median) * 1000);
    return object;
}

QJsonObject traceOf(const SharedPath &path)
{
    QJsonObject object = pathOf(*path);
    object.insert(k("reason"), toWord(path->trace.reason));
    object.insert(k("protocol"), toWord(path->trace.target.protocol));
    object.insert(k("address"), path->trace.target.address);
    object.insert(k("reached"), path->trace.reached);
    object.insert(k("hops"), arrayOf(path->trace.hops, hopOf));
    return object;
}

QJsonObject feedOf(const ReportPeer &peer)
{
    const auto spanOf = [](const FeedSpan &span) {
        return QJsonObject{{k("from"), toRfc3339(span.from)},
                           {k("width_s"), toSeconds(span.width)},
                           {k("messages"), static_cast<qint64>(span.messages)}};
    };
    const quint64 messages = peer.feedMessages();
    QJsonObject feed{{k("messages"), static_cast<qint64>(messages)},
                     {k("stale_s"), toSeconds(peer.stale)},
                     {k("spans"), arrayOf(peer.feed, spanOf)}};
    if (peer.open.count() > 0)
        feed.insert(k("per_s"), static_cast<double>(messages) / toSeconds(peer.open));
    if (const auto share = peer.feedShare())
        feed.insert(k("availability"), *share);
    return feed;
}

QJsonObject peerOf(const ReportPeer &peer, const Report &report)
{
    const StatisticsSummary &figures = peer.statistics;
    QJsonObject object{
        {k("peer"), peer.name},
        {k("url"), displayUrl(peer.settings.url)},
        {k("health"), toWord(peer.health)},
        {k("pings"), static_cast<qint64>(figures.pings)},
        {k("pongs"), static_cast<qint64>(figures.answers())},
        {k("answered"), static_cast<qint64>(figures.answered)},
        {k("slow"), static_cast<qint64>(figures.slow)},
        {k("late"), static_cast<qint64>(figures.late)},
        {k("superseded"), static_cast<qint64>(figures.superseded)},
        {k("timeouts"), static_cast<qint64>(figures.timedOut)},
        {k("lost"), static_cast<qint64>(figures.lost)},
        {k("loss"), figures.loss},
        {k("connects"), static_cast<qint64>(figures.connects)},
        {k("open_s"), toSeconds(figures.openTime)},
        {k("observer_lagged"), static_cast<qint64>(figures.lagged)},
        {k("unsolicited"), static_cast<qint64>(peer.strayPongs.unsolicited)},
        {k("duplicate"), static_cast<qint64>(peer.strayPongs.duplicate)},
        {k("foreign"), static_cast<qint64>(peer.strayPongs.foreign)},
        {k("watched_s"), toSeconds(peer.watched)},
        {k("silent_s"), toSeconds(peer.silent)},
        {k("stale_s"), toSeconds(peer.stale)},
        {k("summary"), summarySentence(peer, report.incidents, report.timeZone)},
        {k("outages"), arrayOf(peer.outages, outageOf)},
        {k("not_watched"), arrayOf(peer.breaks, breakOf)},
        {k("days"), arrayOf(peer.days, dayOf)},
        {k("distribution"), distributionOf(peer.distribution)},
        {k("buckets"), arrayOf(peer.chart, bucketOf)},
        {k("states"), arrayOf(peer.states, statesOf)},
        {k("samples"), arrayOf(peer.samples, sampleOf)},
        {k("samples_left_out"), static_cast<qint64>(peer.samplesLeftOut)},
    };
    if (peer.settingsKnown) {
        QJsonObject used = toReportJson(peer.settings);
        if (peer.settingsSince)
            used.insert(k("since"), toRfc3339(*peer.settingsSince));
        object.insert(k("settings"), used);
    }
    if (const auto share = availability(peer.open, peer.watched))
        object.insert(k("availability"), *share);
    if (peer.hasFeed())
        object.insert(k("feed"), feedOf(peer));
    if (!peer.paths.empty())
        object.insert(k("traces"), arrayOf(peer.paths, traceOf));
    if (!peer.finding.isEmpty())
        object.insert(k("finding"), peer.finding);
    if (figures.timeToRecover)
        object.insert(k("time_to_recover_s"), toSeconds(*figures.timeToRecover));
    if (const QJsonObject rtt = roundTrips(figures); !rtt.isEmpty())
        object.insert(k("rtt_ms"), rtt);
    return object;
}

QJsonObject frameOf(const CloseFrame &frame)
{
    QJsonObject object{{k("reason"), frame.reason}};
    if (frame.code)
        object.insert(k("code"), *frame.code);
    return object;
}

QJsonObject incidentOf(const ReportIncident &incident)
{
    const Verdict &verdict = incident.verdict;
    QJsonObject object{{k("time"), toRfc3339(incident.time)},     {k("peer"), incident.peer},
                       {k("cause"), toWord(verdict.cause)},       {k("initiator"), toWord(verdict.initiator)},
                       {k("evidence"), toWord(verdict.evidence)}, {k("close_code"), verdict.closeCode},
                       {k("explanation"), incident.explanation}};
    object.insert(k("kind"), incident.kind == ReportIncident::Kind::Silence ? k("silence") : k("end"));
    if (incident.kind == ReportIncident::Kind::Silence)
        object.insert(k("lasted_s"), toSeconds(incident.lasted));
    const Suspicion suspicion = suspicionOf(verdict);
    if (suspicion.likely)
        object.insert(k("suspects"), QJsonArray::fromStringList(toWords(suspicion.likely)));
    if (suspicion.possible)
        object.insert(k("possible_suspects"), QJsonArray::fromStringList(toWords(suspicion.possible)));
    if (verdict.age.count() > 0)
        object.insert(k("age_s"), toSeconds(verdict.age));
    if (verdict.httpStatus)
        object.insert(k("http_status"), *verdict.httpStatus);
    if (verdict.sent)
        object.insert(k("sent"), frameOf(*verdict.sent));
    if (verdict.received)
        object.insert(k("received"), frameOf(*verdict.received));
    if (!incident.title.isEmpty())
        object.insert(k("title"), incident.title);
    if (verdict.sinceLastReceived)
        object.insert(k("since_last_received_s"), toSeconds(*verdict.sinceLastReceived));
    if (verdict.tcp)
        object.insert(k("tcp"), booksOf(*verdict.tcp));
    if (verdict.path)
        object.insert(k("path"), pathOf(*verdict.path));
    return object;
}

QJsonObject noteObject(const Note &note)
{
    QJsonObject object{{k("time"), toRfc3339(note.at)}, {k("text"), note.text}};
    if (!note.peer.isEmpty())
        object.insert(k("peer"), note.peer);
    return object;
}

QJsonObject alertObject(const PastAlert &alert)
{
    QJsonObject object{{k("id"), alert.id},
                       {k("rule"), alert.rule},
                       {k("since"), toRfc3339(alert.since)},
                       {k("time"), toRfc3339(alert.firedAt)},
                       {k("title"), alert.title},
                       {k("explanation"), alert.body},
                       {k("peers"), QJsonArray::fromStringList(alert.peers)},
                       {k("to_notice_s"), toSeconds(alert.toNotice())}};
    if (!alert.group.isEmpty())
        object.insert(k("group"), alert.group);
    if (const auto took = alert.toAcknowledge())
        object.insert(k("to_acknowledge_s"), toSeconds(*took));
    if (const auto took = alert.toRecover())
        object.insert(k("to_recover_s"), toSeconds(*took));
    if (!alert.note.isEmpty())
        object.insert(k("note"), alert.note);
    return object;
}

QJsonObject objectiveObject(const ReportObjective &objective)
{
    QJsonObject object{{objective.isOfGroup ? k("group") : k("peer"), objective.of},
                       {k("name"), objective.name},
                       {k("period_s"), toSeconds(objective.period)}};
    const auto insert = [&object](const char *key, const std::optional<double> &value) {
        if (value)
            object.insert(k(key), *value);
    };
    insert("open_goal", objective.openGoal);
    insert("open", objective.open);
    insert("pings_goal", objective.pingsGoal);
    insert("pings", objective.pings);
    if (objective.pingsGoal)
        object.insert(k("within_ms"), toMilliseconds(objective.within));
    insert("error_budget_left", objective.budgetLeft);
    return object;
}

QJsonObject examinationObject(const ReportExamination &examination)
{
    const auto rowObject = [](const ReportExamination::Row &row) {
        QJsonObject object{{k("name"), QString(toWord(row.finding.kind))},
                           {k("result"), QString(toWord(row.finding.result))},
                           {k("time"), toRfc3339(row.finding.time)},
                           {k("explanation"), explainFinding(row.finding)},
                           {k("facts"), row.finding.facts}};
        if (!row.change.isEmpty())
            object.insert(k("change"), row.change);
        return object;
    };
    return {{k("peer"), examination.peer},
            {k("url"), examination.url},
            {k("time"), toRfc3339(examination.newest())},
            {k("findings"), arrayOf(examination.rows, rowObject)}};
}

QJsonObject fleetObject(const ReportFleet &fleet)
{
    QJsonArray peers;
    for (const ReportFleet::Peer &peer : fleet.peers) {
        QJsonObject object{{k("peer"), peer.name},
                           {k("health"), QString(toWord(peer.health))},
                           {k("verdict"), peer.verdict}};
        for (const auto &[key, text] : {std::pair("group", &peer.group), std::pair("url", &peer.url),
                                        std::pair("explanation", &peer.explanation)})
            if (!text->isEmpty())
                object.insert(k(key), *text);
        if (peer.since)
            object.insert(k("since"), toRfc3339(*peer.since));
        for (const char *word : {"up", "down", "silent"}) {
            QJsonArray vantages;
            for (const ReportFleet::Sight &sight : peer.sights)
                if (sight.word == k(word))
                    vantages.append(sight.vantage);
            object.insert(k(word), vantages);
        }
        peers.append(object);
    }
    QJsonObject object{{k("source"), fleet.source},
                       {k("read_at"), toRfc3339(fleet.readAt)},
                       {k("headline"), fleet.headline},
                       {k("vantages"), QJsonArray::fromStringList(fleet.vantages)},
                       {k("peers"), peers}};
    if (!fleet.problem.isEmpty())
        object.insert(k("problem"), fleet.problem);
    return object;
}

QString wordOf(HistoryDamage::Part part)
{
    switch (part) {
    case HistoryDamage::Part::Chunks:
        return k("chunks");
    case HistoryDamage::Part::Pages:
        return k("pages");
    case HistoryDamage::Part::Journal:
        return k("journal");
    case HistoryDamage::Part::Events:
        break;
    }
    return k("events");
}

QJsonObject damageOf(const HistoryDamage &damage, const ReportText &text)
{
    QJsonObject object{{k("part"), wordOf(damage.part)},
                       {k("pieces"), static_cast<qint64>(damage.pieces)},
                       {k("explanation"), damageSentence(damage, text)}};
    if (!damage.name.isEmpty())
        object.insert(k("peer"), damage.name);
    if (damage.samples > 0)
        object.insert(k("pings"), static_cast<qint64>(damage.samples));
    if (damage.from <= damage.to) {
        object.insert(k("from"), toRfc3339(damage.from));
        object.insert(k("to"), toRfc3339(damage.to));
    }
    return object;
}

} // namespace

QByteArray toJson(const Report &report)
{
    QJsonArray peers;
    for (const ReportPeer &peer : report.peers)
        peers.append(peerOf(peer, report));
    QJsonObject object{
        {k("schema_version"), 1},
        {k("version"), report.version},
        {k("made_at"), toRfc3339(report.madeAt)},
        {k("from"), toRfc3339(report.from)},
        {k("to"), toRfc3339(report.to)},
        {k("time_zone"), report.timeZone.isValid() ? QString::fromLatin1(report.timeZone.id()) : k("UTC")},
        {k("peers"), peers},
        {k("incidents"), arrayOf(report.incidents, incidentOf)},
        {k("objectives"), arrayOf(report.objectives, objectiveObject)},
        {k("alerts"), arrayOf(report.alerts, alertObject)},
        {k("notes"), arrayOf(report.notes, noteObject)},
        {k("examinations"), arrayOf(report.examinations, examinationObject)},
        {k("incidents_left_out"), static_cast<qint64>(report.incidentsLeftOut)}};
    if (report.alertsLeftOut > 0)
        object.insert(k("alerts_left_out"), static_cast<qint64>(report.alertsLeftOut));
    if (!report.damage.empty()) {
        const ReportText text(report.timeZone);
        object.insert(k("damage"), arrayOf(report.damage, [&text](const HistoryDamage &damage) {
                          return damageOf(damage, text);
                      }));
    }
    if (report.fleet)
        object.insert(k("fleet"), fleetObject(*report.fleet));
    if (report.worstLag)
        object.insert(k("observer_worst_lag_ms"), toMilliseconds(*report.worstLag));
    for (const auto &[key, text] : {std::pair("title", &report.title), std::pair("note", &report.note),
                                    std::pair("source", &report.source)})
        if (!text->isEmpty())
            object.insert(k(key), *text);
    return escapedJson(QJsonDocument(object).toJson(QJsonDocument::Indented));
}

} // namespace Pongwatch
