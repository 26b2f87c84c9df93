// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/pingrun.h"

#include "app/commandline/exitstatus.h"
#include "engine/diagnosis.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr quint16 normalClosure = 1000;
constexpr quint16 pingGoingAway = 1001;
/// Nobody waits longer at the end for a peer that does not answer the Close frame.
constexpr seconds pingPatience{2};
/// ping(8): a flood sends a hundred times a second when pongs come more slowly.
constexpr milliseconds floodInterval{10};

} // namespace

PingRun::PingRun(PingPlan plan, std::unique_ptr<RunOutput> output, QObject *parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_output(std::move(output))
{
    m_beats.setSingleShot(true);
    m_beats.setTimerType(Qt::PreciseTimer);
    connect(&m_beats, &QTimer::timeout, this, &PingRun::beat);
}

PingRun::~PingRun() = default;

void PingRun::start()
{
    m_report.version = QStringLiteral(PONGWATCH_VERSION);
    m_report.from = currentWallTime();
    for (qsizetype i = 0; i < m_plan.peers.size(); ++i) {
        ConnectionSettings settings = m_plan.peers[i];
        settings.closeTimeout = std::min<nanoseconds>(settings.closeTimeout, pingPatience);
        m_records.emplace_back(PeerId{quint32(i + 1)}, settings.name, settings.url);
        auto target = std::make_unique<Target>();
        target->client = std::make_unique<BlockingClient>(m_runtime, settings, ClientOptions{false, true});
        target->pump = std::make_unique<PingPump>(*target->client, [this, i](const Happening &happening) {
            QMetaObject::invokeMethod(
                this, [this, i, happening] { take(i, happening); }, Qt::QueuedConnection);
        });
        connect(target->pump.get(), &QThread::finished, this, [this] {
            if (--m_running == 0)
                finish();
        });
        m_targets.push_back(std::move(target));
    }
    m_output->started(m_records, m_report.from);
    m_running = m_targets.size();
    for (const auto &target : m_targets)
        target->pump->start();
    if (m_plan.deadline)
        QTimer::singleShot(std::chrono::ceil<milliseconds>(*m_plan.deadline), Qt::PreciseTimer, this,
                           [this] { end(); });
}

bool PingRun::isDone(const Target &target) const
{
    return target.gone || (m_plan.count && target.due >= *m_plan.count && target.out.isEmpty());
}

void PingRun::goOn()
{
    if (m_ending)
        return;
    if (std::all_of(m_targets.cbegin(), m_targets.cend(), [this](const auto &t) { return isDone(*t); })) {
        end();
        return;
    }
    if (m_beatsDone == 0) {
        if (std::all_of(m_targets.cbegin(), m_targets.cend(), [](const auto &t) { return t->known; })) {
            m_firstBeat = std::chrono::steady_clock::now();
            beat();
        }
    } else if (m_plan.flood && std::all_of(m_targets.cbegin(), m_targets.cend(),
                                           [](const auto &t) { return t->out.isEmpty(); })) {
        m_beats.start(0);
    }
}

void PingRun::beat()
{
    if (m_ending)
        return;
    ++m_beatsDone;
    for (qsizetype i = 0; i < m_plan.peers.size(); ++i) {
        Target &target = *m_targets[std::size_t(i)];
        if (target.gone || (m_plan.count && target.due >= *m_plan.count))
            continue;
        ++target.due;
        const ClientResult<quint32> sent = target.client->sendPing();
        if (sent)
            target.out.insert(sent.value());
        Q_EMIT pinged(i, target.due, sent ? sent.value() : 0);
    }
    // The k-th ping is due at start + k × interval, however late this one was.
    const nanoseconds interval = m_plan.flood ? nanoseconds(floodInterval) : m_plan.interval;
    const SteadyTime now = std::chrono::steady_clock::now();
    const SteadyTime next =
        m_plan.flood ? now + interval : m_firstBeat + ((now - m_firstBeat) / interval + 1) * interval;
    m_beats.start(std::chrono::ceil<milliseconds>(next - now));
    // With no connection nothing may happen any more that would end the run.
    QMetaObject::invokeMethod(this, &PingRun::goOn, Qt::QueuedConnection);
}

void PingRun::take(qsizetype peer, const Happening &happening)
{
    std::visit([this, peer](const auto &what) { apply(peer, what); }, happening);
    goOn();
}

void PingRun::apply(qsizetype peer, const PingSample &sample)
{
    PingSample own = sample;
    own.peer = m_records[std::size_t(peer)].id();
    m_records[std::size_t(peer)].apply(own);
    if (sample.outcome !=
        PingOutcome::TimedOut) // that is settled when the event with its evidence is here, too
        m_targets[std::size_t(peer)]->out.remove(sample.seq);
    m_output->sample(m_records[std::size_t(peer)], own);
}

void PingRun::apply(qsizetype peer, const ConnectionEvent &event)
{
    ConnectionEvent own = event;
    PeerRecord &record = m_records[std::size_t(peer)];
    Target &target = *m_targets[std::size_t(peer)];
    own.peer = record.id();
    record.apply(own);
    QString explanation;
    if (std::holds_alternative<Opened>(own.what)) {
        target.known = true;
    } else if (const auto *closed = std::get_if<Closed>(&own.what)) {
        target.known = true;
        explanation = explain(closed->verdict);
        if (!m_ending)
            m_ends.add(own.time, record.name(), closed->verdict);
    } else if (const auto *change = std::get_if<StateChanged>(&own.what)) {
        target.gone = change->state == ConnectionState::Closed || change->state == ConnectionState::Failed;
    } else if (const auto *timedOut = std::get_if<PingTimedOut>(&own.what)) {
        target.out.remove(timedOut->seq);
    }
    m_output->event(record, own, explanation);
}

void PingRun::end(bool interrupted)
{
    if (m_ending)
        return;
    m_ending = true;
    m_beats.stop();
    m_report.to = currentWallTime();
    for (const PeerRecord &record : m_records)
        m_lastEnds.push_back(record.lastVerdict());
    for (std::size_t i = 0; i < m_records.size(); ++i)
        m_report.peers.push_back(
            reportPeer(m_records[i], m_plan.peers[qsizetype(i)], m_report.from, m_report.to));
    m_output->ending();
    for (const auto &target : m_targets)
        target->pump->stop(interrupted ? pingGoingAway : normalClosure);
}

void PingRun::finish()
{
    // What was out when the end began has been settled by it; how the peer stood is as it was before.
    for (std::size_t i = 0; i < m_records.size(); ++i) {
        ReportPeer peer = reportPeer(m_records[i], m_plan.peers[qsizetype(i)], m_report.from, m_report.to);
        ReportPeer &before = m_report.peers[i];
        peer.health = before.health;
        peer.finding = m_lastEnds[i] ? explain(*m_lastEnds[i]) : QString();
        before = std::move(peer);
    }
    m_report.incidents = m_ends.incidents();
    m_report.incidentsLeftOut = m_ends.leftOut();
    m_report.madeAt = currentWallTime();
    m_output->ended(m_report);
    Q_EMIT ended();
}

int PingRun::exitStatus() const
{
    int status = ExitFine;
    for (std::size_t i = 0; i < m_records.size(); ++i) {
        const StatisticsSummary &figures = m_report.peers[i].statistics;
        const quint64 received = figures.answered + figures.slow + figures.late + figures.superseded;
        const bool unresolved = m_lastEnds[i] && m_lastEnds[i]->cause == Cause::Dns;
        const bool enough = received > 0 && (!m_plan.count || !m_plan.deadline || received >= *m_plan.count);
        if (!enough)
            status = std::max(status, int(received == 0 && unresolved ? ExitUsage : ExitTrouble));
    }
    return status;
}

} // namespace Pongwatch
