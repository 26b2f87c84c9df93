// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/monitorrun.h"

#include "alerts/alertentries.h"
#include "alerts/delivery/deliveryentry.h"
#include "app/headless/reportobjectives.h"
#include "engine/diagnosis.h"
#include "reports/reporttext.h"
#include "text/wording.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// How long to wait for peers that don't answer the Close frame if the user interrupts the run.
constexpr milliseconds patience = seconds(2);
/// QTimer counts milliseconds in an int.
constexpr milliseconds longestWait = std::chrono::hours(24);

bool isFine(Health health)
{
    return health == Health::Ok || health == Health::Slow;
}

} // namespace

MonitorRun::MonitorRun(RunPlan plan, MonitorOptions options, std::unique_ptr<RunOutput> output,
                       QObject *parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_monitor(std::move(options))
    , m_output(std::move(output))
    , m_alerts([this](PeerId peer) { return recordOf(peer); })
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &MonitorRun::waitForDuration);
    connect(&m_monitor, &Monitor::batchReady, this, &MonitorRun::take);
    connect(&m_alerts, &AlertKeeper::told, this, &MonitorRun::tellAlert);
    connect(&m_monitor, &Monitor::stopped, this, &MonitorRun::finish);
    if (!m_plan.tracesPaths)
        return;
    m_paths = std::make_unique<PathWatch>();
    connect(m_paths.get(), &PathWatch::traced, this, &MonitorRun::tellPaths);
    connect(m_paths.get(), &PathWatch::problem, this, &MonitorRun::problem);
}

MonitorRun::~MonitorRun() = default;

void MonitorRun::start()
{
    m_report.version = QStringLiteral(PONGWATCH_VERSION);
    m_report.from = currentWallTime();
    m_startedAt = std::chrono::steady_clock::now();
    for (qsizetype i = 0; i < m_plan.peers.size(); ++i) {
        const ConnectionSettings &peer = m_plan.peers[i];
        ConnectionSettings dialled = peer;
        // The run is over at the first end: if a peer were dialled again before we know, there would be one
        // more connection to close.
        if (m_plan.exitOnFailure)
            dialled.reconnect.enabled = false;
        const PeerId id =
            m_plan.missingSecrets.contains(i) ? m_monitor.addPausedPeer(dialled) : m_monitor.addPeer(dialled);
        m_indexOf.insert(id, m_records.size());
        m_records.emplace_back(id, peer.name, peer.url);
        if (m_plan.missingSecrets.contains(i))
            m_records.back().setHold(
                PeerHold{PeerHold::Kind::SecretMissing, m_report.from, m_plan.missingSecrets.value(i)});
        if (m_paths)
            m_paths->watch(id, peer);
        Q_EMIT peerAdded(id, peer);
    }
    m_output->started(m_records, m_report.from);
    startAlerts();
    for (const PeerRecord &peer : m_records)
        if (peer.hold())
            tellHold(peer);
    waitForDuration();
}

void MonitorRun::tellHold(const PeerRecord &peer)
{
    m_sawFailure = true;
    const QString sentence = Wording::holdSentence(*peer.hold());
    const WallTime at = peer.hold()->since;
    const qint64 id = at.time_since_epoch().count() + qint64(m_report.notes.size());
    const Note note{id, at, peer.name(), sentence};
    m_report.notes.push_back(note);
    m_output->heldBack(peer, sentence);
    Q_EMIT noted(note);
}

void MonitorRun::startAlerts()
{
    const RunAlerts &wanted = m_plan.alerts;
    const bool isAny = !wanted.observer.isEmpty() ||
                       std::any_of(wanted.groups.begin(), wanted.groups.end(),
                                   [](const auto &group) { return !group.second.isEmpty(); }) ||
                       std::any_of(wanted.peers.begin(), wanted.peers.end(), [](const AlertPeer &peer) {
                           return !peer.rules.isEmpty() || !peer.objectives.isEmpty();
                       });
    if (!isAny)
        return;
    AlertBook &book = m_alerts.book();
    book.setObserverRules(wanted.observer);
    for (const auto &[group, rules] : wanted.groups)
        book.setGroupRules(group, rules);
    for (size_t i = 0; i < m_records.size(); ++i) {
        const AlertPeer what = wanted.peers.value(static_cast<qsizetype>(i));
        book.setPeer(m_records[i].id(), what);
        if (m_alertPast)
            m_alertPast->lookUp(m_records[i].id(), m_records[i].name(), m_records[i].url(), what);
    }
    connect(&m_alerts, &AlertKeeper::aboutToLook, this, [this](WallTime now) {
        for (PeerRecord &record : m_records)
            if (record.look(now))
                m_alerts.book().touch(record.id());
    });
}

void MonitorRun::recallAlerts(HistoryReader *reader)
{
    m_alertPast = std::make_unique<AlertPast>(reader, &m_alerts.book(), currentWallTime);
}

void MonitorRun::tellAlert(const AlertChange &change)
{
    if (m_ending)
        return; // the run itself is closing its connections
    m_output->alert(change);
    const AlertEntry entry = entryOf(change, Formatter(QLocale(), {}, FormatPreferences::plain()));
    m_alertShelf.add(entry);
    Q_EMIT alerted(entry);
    Q_EMIT alertTold(change);
}

void MonitorRun::tellDelivery(const Delivery &delivery, const DeliveryResult &result)
{
    m_output->delivery(delivery, result);
    if (const auto entry = entryOf(delivery, result, currentWallTime()))
        Q_EMIT alerted(*entry);
}

void MonitorRun::tellPaths(const Batch &batch)
{
    if (m_finished)
        return;
    for (const auto &item : batch.items) {
        const auto &event = std::get<ConnectionEvent>(item);
        const PeerRecord *peer = recordOf(event.peer);
        const SharedPath &path = std::get<PathTraced>(event.what).path;
        if (peer == nullptr)
            continue;
        m_output->traced(*peer, *path);
        if (const std::optional<QString> news = m_pathNews.take(event.peer, *path)) {
            const WallTime at = path->trace.begun;
            const Note note{at.time_since_epoch().count() + qint64(m_report.notes.size()), at, peer->name(),
                            *news};
            m_report.notes.push_back(note);
            Q_EMIT noted(note);
        }
    }
    takeAmended(batch);
}

void MonitorRun::waitForDuration()
{
    if (!m_plan.duration || m_ending)
        return;
    const nanoseconds left = *m_plan.duration - (std::chrono::steady_clock::now() - m_startedAt);
    if (left.count() <= 0)
        end(m_plan.closeCode);
    else
        m_timer.start(std::min(longestWait, std::chrono::ceil<milliseconds>(left)));
}

PeerRecord *MonitorRun::recordOf(PeerId peer)
{
    const auto found = m_indexOf.constFind(peer);
    return found == m_indexOf.constEnd() ? nullptr : &m_records[*found];
}

void MonitorRun::take(const Batch &batch)
{
    const std::optional<Batch> amended = m_paths ? m_paths->take(batch) : std::nullopt;
    takeAmended(amended ? *amended : batch);
}

void MonitorRun::takeAmended(const Batch &batch)
{
    if (m_finished)
        return; // the summary counts what came before: peers that did not close in time may still report
    m_report.worstLag = std::max(m_report.worstLag.value_or(nanoseconds(0)), batch.worstLag);
    for (const auto &item : batch.items)
        std::visit([this](const auto &value) { takeItem(value); }, item);
    m_alerts.take(batch);
    takeClockSteps();
    Q_EMIT batchTaken(batch);
    if (!m_ending && m_plan.exitOnFailure && m_sawFailure)
        end(m_plan.closeCode);
}

void MonitorRun::takeClockSteps()
{
    for (const ClockStep &step : clockStepsAfter(m_clockSteps)) {
        ++m_clockSteps;
        const Note note = noteOf(step, QTimeZone::systemTimeZone());
        m_report.notes.push_back(note);
        m_output->clockStepped(step, note);
        Q_EMIT noted(note);
    }
}

void MonitorRun::takeItem(const PingSample &sample)
{
    PeerRecord *peer = recordOf(sample.peer);
    if (peer == nullptr)
        return;
    peer->apply(sample);
    m_output->sample(*peer, sample);
}

void MonitorRun::takeItem(const ConnectionEvent &event)
{
    PeerRecord *peer = recordOf(event.peer);
    if (peer == nullptr || peer->hold()) // paused: this is how a peer is held back
        return;
    peer->apply(event);
    QString explanation;
    if (const auto *closed = std::get_if<Closed>(&event.what)) {
        explanation = explain(closed->verdict);
        m_sawFailure |= !m_ending && closed->verdict.cause != Cause::LocalClose;
        if (!m_ending) // the run closing its connections at the end is not an incident
            m_ends.add(event.time, peer->name(), closed->verdict);
    }
    m_output->event(*peer, event, explanation);
}

void MonitorRun::end(quint16 closeCode)
{
    if (m_ending)
        return;
    m_monitor.flush();
    if (m_ending) // the flushed batch may have contained the last end
        return;
    m_ending = true;
    if (m_paths)
        m_paths->stop();
    m_timer.stop();
    m_report.to = currentWallTime();
    for (const PeerRecord &peer : m_records) {
        const auto verdict = peer.lastVerdict();
        m_standings.push_back({peer.health(), verdict,
                               peer.hold() ? Wording::holdSentence(*peer.hold())
                               : verdict   ? explain(*verdict)
                                           : QString()});
    }
    m_output->ending();
    m_monitor.stop(CloseFrame{closeCode, {}});
}

bool MonitorRun::allWereFine() const
{
    // A peer that was lost may be open again when the run ends because of that.
    const bool endedOverFailure = m_plan.exitOnFailure && m_sawFailure;
    return !endedOverFailure && std::all_of(m_standings.cbegin(), m_standings.cend(),
                                            [](const Standing &standing) { return isFine(standing.health); });
}

void MonitorRun::tellHistory(const HistoryStatus &status)
{
    m_output->history(status);
}

void MonitorRun::endSoon()
{
    end();
    QTimer::singleShot(patience, this, &MonitorRun::finish);
}

void MonitorRun::finish()
{
    if (m_finished)
        return;
    m_monitor.flush();
    if (m_finished) // the flushed batch may have contained the last end
        return;
    takeClockSteps();
    m_finished = true;
    for (size_t i = 0; i < m_records.size(); ++i) {
        ReportPeer peer =
            reportPeer(m_records[i], m_plan.peers[static_cast<qsizetype>(i)], m_report.from, m_report.to);
        peer.health = m_standings[i].health;
        peer.finding = m_standings[i].finding;
        m_report.peers.push_back(std::move(peer));
    }
    m_report.madeAt = currentWallTime();
    m_report.timeZone = QTimeZone::systemTimeZone();
    m_report.incidents = m_ends.incidents();
    m_report.incidentsLeftOut = m_ends.leftOut();
    takeAlerts(m_report, m_alertShelf.alerts());
    m_report.alertsLeftOut = m_alertShelf.leftOut();
    for (const auto &[group, rules] : std::as_const(m_plan.alerts.groups))
        addObjectives(m_report, group, true, m_alerts.standings(group));
    for (const PeerRecord &record : m_records)
        addObjectives(m_report, record.name(), false, m_alerts.standings(record.id()));
    finishReport(m_report);
    addSilences(m_report, IncidentShelf::most);
    m_output->ended(m_report);
    Q_EMIT ended();
}

} // namespace Pongwatch
