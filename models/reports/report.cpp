// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/report.h"

#include "engine/values/secretnames.h"
#include "examine/findings/findingsentence.h"
#include "examine/findings/findingshelf.h"
#include "reports/availability.h"
#include "reports/silences.h"
#include "reports/watching.h"

#include <algorithm>
#include <utility>

namespace Pongwatch
{

namespace
{

constexpr int chartBuckets = 600;

} // namespace

ConnectionSettings withoutSecrets(const ConnectionSettings &settings)
{
    ConnectionSettings safe = settings;
    safe.url = QUrl(displayUrl(settings.url));
    safe.subprotocols = maskedSubprotocols(settings.subprotocols);
    if (safe.keepalive.heartbeat)
        safe.keepalive.heartbeat = HeartbeatSettings{};
    for (auto &header : safe.headers)
        header.second.clear();
    safe.auth.user.clear();
    safe.auth.secret.clear();
    safe.proxy.user.clear();
    safe.proxy.password.clear();
    return safe;
}

ReportPeer reportPeer(const PeerRecord &record, const ConnectionSettings &settings, WallTime from,
                      WallTime to)
{
    ReportPeer peer;
    peer.name = record.name();
    peer.settings = withoutSecrets(settings);
    peer.health = record.standing() == Health::Flapping ? Health::Flapping : record.health();
    peer.statistics = record.statistics().summary(PeerStatistics::Window::SinceStart, to);
    peer.distribution = record.statistics().histogram();
    peer.strayPongs = record.strayPongs();
    peer.chart = record.series().buckets(from, to, chartBuckets);
    peer.states = record.series().states(from, to);
    peer.samples = record.series().samples(from, to);
    peer.feed =
        joinedSpans(record.feed().spans(from, to, std::chrono::minutes(1)), from, to, ReportPeer::feedSpans);
    std::copy_if(
        record.traces().cbegin(), record.traces().cend(), std::back_inserter(peer.paths),
        [from, to](const SharedPath &path) { return path->trace.begun >= from && path->trace.begun < to; });
    if (peer.paths.size() > static_cast<size_t>(ReportPeer::mostPaths))
        peer.paths.erase(peer.paths.begin(), peer.paths.end() - ReportPeer::mostPaths);
    peer.firstKnown = record.series().begin().value_or(from);
    peer.sleeps = record.series().gaps(from, to);
    for (const PeerRecord::End &end : record.ends())
        if (const auto own = ownEnd(end.time, end.verdict))
            peer.ownEnds.push_back(*own);
    for (const PeerRecord::Timeout &timeout : record.timeouts())
        peer.deadlines.push_back({timeout.time, timeout.what.evidence, timeout.what.tcp});
    const quint64 known = peer.samples.size();
    peer.samplesLeftOut = peer.statistics.pings - std::min(peer.statistics.pings, known);
    return peer;
}

void finishPeer(ReportPeer &peer, WallTime from, WallTime to, const QTimeZone &timeZone)
{
    peer.states = withoutOwnEnds(peer.states, peer.ownEnds);
    peer.breaks = breaksOf(peer, from, to);
    peer.states = withoutFirstDials(without(peer.states, peer.sleeps));
    peer.watched = watchedTime(peer.states, from, to);
    peer.open = openTime(peer.states, from, to);
    peer.silent = silentTime(peer.states, from, to);
    peer.stale = staleTime(peer.states, from, to);
    peer.outages = outagesIn(peer.states, to);
    const std::vector<ReportDay> counted = std::exchange(peer.days, daysOf(peer, from, to, timeZone));
    if (!counted.empty()) {
        for (size_t i = 0; i < counted.size() && i < peer.days.size(); ++i) {
            peer.days[i].pings = counted[i].pings;
            peer.days[i].timeouts = counted[i].timeouts;
        }
    } else if (peer.samplesLeftOut == 0) {
        countSamples(peer.days, peer.samples);
    }
}

void finishReport(Report &report)
{
    for (ReportPeer &peer : report.peers)
        finishPeer(peer, report.from, report.to, report.timeZone);
}

void takeAlerts(Report &report, const std::vector<PastAlert> &alerts)
{
    const auto isReported = [&report](const QString &name) {
        return std::any_of(report.peers.cbegin(), report.peers.cend(),
                           [&name](const ReportPeer &peer) { return peer.name == name; });
    };
    report.alerts.clear();
    std::copy_if(alerts.cbegin(), alerts.cend(), std::back_inserter(report.alerts),
                 [&](const PastAlert &alert) {
                     const bool isMeant = alert.peers.isEmpty() ||
                                          std::any_of(alert.peers.cbegin(), alert.peers.cend(), isReported);
                     return isMeant && alert.firedAt >= report.from && alert.firedAt < report.to;
                 });
}

void takeNotes(Report &report, const std::vector<Note> &notes)
{
    const auto concerns = [&report](const Note &note) {
        return note.peer.isEmpty() ||
               std::any_of(report.peers.cbegin(), report.peers.cend(),
                           [&note](const ReportPeer &peer) { return peer.name == note.peer; });
    };
    report.notes.clear();
    std::copy_if(notes.cbegin(), notes.cend(), std::back_inserter(report.notes), concerns);
}

WallTime ReportExamination::newest() const
{
    WallTime newest{};
    for (const Row &row : rows)
        newest = std::max(newest, row.finding.time);
    return newest;
}

void takeExaminations(Report &report, const FindingShelf &shelf)
{
    report.examinations.clear();
    for (const ReportPeer &peer : report.peers) {
        const QString url = displayUrl(peer.settings.url);
        const KeptFindings kept = shelf.read(url);
        const QList<Finding> known = kept.lastKnown();
        ReportExamination examination{peer.name, url, {}};
        for (const FindingKind kind : allFindingKinds()) {
            const Finding *finding = findFinding(known, kind);
            if (!finding)
                continue;
            const Finding *before =
                findFinding(kept.findings, kind) ? findFinding(kept.before, kind) : nullptr;
            examination.rows.push_back({*finding, before ? explainChange(*before, *finding) : QString()});
        }
        if (!examination.rows.empty())
            report.examinations.push_back(std::move(examination));
    }
}

void addSilences(Report &report, size_t most)
{
    for (const ReportPeer &peer : report.peers) {
        const std::vector<ReportIncident> silences = silencesOf(peer, report.to, report.timeZone, most);
        report.incidents.insert(report.incidents.end(), silences.cbegin(), silences.cend());
    }
    std::stable_sort(report.incidents.begin(), report.incidents.end(),
                     [](const ReportIncident &a, const ReportIncident &b) { return a.time < b.time; });
    if (report.incidents.size() <= most)
        return;
    const size_t tooMany = report.incidents.size() - most;
    report.incidents.erase(report.incidents.begin(),
                           report.incidents.begin() + static_cast<std::ptrdiff_t>(tooMany));
    report.incidentsLeftOut += tooMany;
}

} // namespace Pongwatch
