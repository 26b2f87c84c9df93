// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/pingrun.h"

#include "app/commandline/exitstatus.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr quint16 normalClosure = 1000;
constexpr quint16 pingGoingAway = 1001;
/// How long to wait at the end for a peer that does not answer the Close frame.
constexpr seconds pingPatience{2};
/// ping(8): a flood sends a hundred pings per second if pongs come more slowly.
constexpr milliseconds floodInterval{10};

RunPlan runPlanOf(const PingPlan &plan)
{
    RunPlan run;
    run.peers = plan.peers;
    run.duration = plan.deadline;
    run.closeCode = normalClosure;
    for (ConnectionSettings &peer : run.peers)
        peer.closeTimeout = std::min<nanoseconds>(peer.closeTimeout, pingPatience);
    return run;
}

/// Each pong is shown as it arrives, and a flood waits for it.
MonitorOptions promptly()
{
    MonitorOptions options;
    options.batchInterval = milliseconds(0);
    return options;
}

} // namespace

PingRun::PingRun(const PingPlan &plan, std::unique_ptr<RunOutput> output, QObject *parent)
    : QObject(parent)
    , m_plan(plan)
    , m_run(runPlanOf(plan), promptly(), std::move(output))
    , m_targets(std::size_t(plan.peers.size()))
{
    m_beats.setSingleShot(true);
    m_beats.setTimerType(Qt::PreciseTimer);
    connect(&m_beats, &QTimer::timeout, this, &PingRun::beat);
    connect(&m_run, &MonitorRun::batchTaken, this, qOverload<const Batch &>(&PingRun::take));
    connect(&m_run, &MonitorRun::ended, this, &PingRun::ended);
}

PingRun::~PingRun() = default;

void PingRun::start()
{
    m_run.start();
}

bool PingRun::isDone(const Target &target) const
{
    return target.gone || (m_plan.count && target.due >= *m_plan.count && target.isQuiet());
}

void PingRun::goOn()
{
    if (m_run.isEnding())
        return;
    const auto all = [this](auto condition) {
        return std::all_of(m_targets.cbegin(), m_targets.cend(), condition);
    };
    if (all([this](const Target &target) { return isDone(target); })) {
        end();
        return;
    }
    if (m_beatsDone == 0) {
        if (all([](const Target &target) { return target.known; })) {
            m_firstBeat = std::chrono::steady_clock::now();
            beat();
        }
    } else if (m_plan.flood && m_heard && all([](const Target &target) { return target.isQuiet(); })) {
        m_beats.start(0);
    }
}

void PingRun::beat()
{
    if (m_run.isEnding())
        return;
    ++m_beatsDone;
    m_heard = false;
    for (std::size_t i = 0; i < m_targets.size(); ++i) {
        Target &target = m_targets[i];
        if (target.gone || (m_plan.count && target.due >= *m_plan.count))
            continue;
        ++target.due;
        ++target.untold;
        Q_EMIT pingDue(qsizetype(i), target.due);
        m_run.pingNow(records()[i].id());
    }
    // The k-th ping is due at start + k × interval, however late this one was.
    const nanoseconds interval = m_plan.flood ? nanoseconds(floodInterval) : m_plan.interval;
    const SteadyTime now = std::chrono::steady_clock::now();
    const SteadyTime next =
        m_plan.flood ? now + interval : m_firstBeat + ((now - m_firstBeat) / interval + 1) * interval;
    m_beats.start(std::chrono::ceil<milliseconds>(next - now));
}

PingRun::Target &PingRun::targetOf(PeerId peer)
{
    const auto found = std::find_if(records().cbegin(), records().cend(),
                                    [peer](const PeerRecord &record) { return record.id() == peer; });
    return m_targets[std::size_t(found - records().cbegin())];
}

void PingRun::take(const Batch &batch)
{
    for (const auto &item : batch.items)
        std::visit([this](const auto &what) { take(what); }, item);
    goOn();
}

void PingRun::take(const PingSample &sample)
{
    m_heard = true;
    // A missed deadline is settled when the event with its evidence has come, too.
    if (sample.outcome != PingOutcome::TimedOut)
        targetOf(sample.peer).out.remove(sample.seq);
}

void PingRun::take(const ConnectionEvent &event)
{
    Target &target = targetOf(event.peer);
    if (const auto *sent = std::get_if<PingSent>(&event.what)) {
        --target.untold;
        if (sent->seq != 0)
            target.out.insert(sent->seq);
    } else if (const auto *timedOut = std::get_if<PingTimedOut>(&event.what)) {
        target.out.remove(timedOut->seq);
    } else if (const auto *change = std::get_if<StateChanged>(&event.what)) {
        target.gone = change->state == ConnectionState::Closed || change->state == ConnectionState::Failed;
    } else if (std::holds_alternative<Opened>(event.what) || std::holds_alternative<Closed>(event.what)) {
        target.known = true;
    }
}

void PingRun::end(bool interrupted)
{
    m_beats.stop();
    m_run.end(interrupted ? pingGoingAway : normalClosure);
}

int PingRun::exitStatus() const
{
    int status = ExitFine;
    for (std::size_t i = 0; i < m_targets.size(); ++i) {
        const StatisticsSummary &figures = m_run.report().peers[i].statistics;
        const std::optional<Verdict> &lastEnd = m_run.standings()[i].lastEnd;
        const quint64 received = figures.received();
        const bool unresolved = lastEnd && lastEnd->cause == Cause::Dns;
        const bool enough = received > 0 && (!m_plan.count || !m_plan.deadline || received >= *m_plan.count);
        if (!enough)
            status = std::max(status, int(received == 0 && unresolved ? ExitUsage : ExitTrouble));
    }
    return status;
}

} // namespace Pongwatch
