// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ioworker.h"

#include "engine/clock.h"

#include <QAbstractEventDispatcher>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace Pongwatch
{

namespace
{
// If the boot clock runs ahead by less than this, the machine was not suspended; the two clocks are read one
// after the other.
constexpr milliseconds shortestSuspend{500};
} // namespace

IoWorker::IoWorker(const Clock &clock, EventSink &sink, std::unique_ptr<TransportFactory> transports)
    : m_clock(clock)
    , m_sink(sink)
    , m_transports(std::move(transports))
    , m_scheduler(clock)
    , m_dials(m_scheduler, clock)
    , m_environment{clock,
                    m_lag,
                    m_scheduler,
                    m_dials,
                    *m_transports,
                    sink,
                    [] { return QRandomGenerator::global()->generateDouble(); },
                    [this](std::unique_ptr<Transport> transport) {
                        m_retired.push_back(std::move(transport));
                        deleteRetired();
                    },
                    [this](PeerId peer) { cameToRest(peer); }}
    , m_suspendedSoFar(clock.suspendedSoFar())
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &IoWorker::runDue);
    m_scheduler.setNextChanged([this] { setTimer(); });

    m_lagTick.setTimerType(Qt::PreciseTimer);
    m_lagTick.setInterval(LagMeter::tickInterval);
    connect(&m_lagTick, &QTimer::timeout, this, &IoWorker::tick);
    m_lag.setTickWanted([this](bool wanted) { wantTick(wanted); });
    m_lag.setWoken([this] { checkForSuspend(); });
    m_lag.setStoodStill([this](nanoseconds duration) { wentOn({duration, true}); });
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this,
            [this] { m_lag.loopBlocks(); });
}

IoWorker::~IoWorker()
{
    m_scheduler.setNextChanged({});
    m_dials.stop();
    m_connections.clear();
    m_leaving.clear();
    m_retired.clear();
}

void IoWorker::checkForSuspend()
{
    const nanoseconds suspended = m_clock.suspendedSoFar();
    if (suspended - m_suspendedSoFar < shortestSuspend)
        return;
    const nanoseconds slept = suspended - std::exchange(m_suspendedSoFar, suspended);
    m_lag.forget(m_clock.now());
    wentOn({slept, false});
}

void IoWorker::wentOn(const Suspended &standstill)
{
    for (const auto &[peer, connection] : m_connections)
        connection->wentOn(standstill);
}

void IoWorker::runDue()
{
    m_lag.served(m_clock.now());
    m_scheduler.runDue();
    m_lag.served(m_clock.now());
    if (const nanoseconds worst = m_lag.takeWorst(); worst > LagMeter::markAbove)
        m_sink.noteLag(worst);
}

void IoWorker::tick()
{
    const SteadyTime now = m_clock.now();
    m_lag.served(now);
    m_sink.noteLag(m_lag.takeWorst());
    if (m_lag.arePingsOut() || now - m_tickWantedAt < LagMeter::tickInterval) {
        m_lag.tick(now);
    } else {
        m_lagTick.stop();
        m_lag.stopTicking();
    }
}

void IoWorker::wantTick(bool wanted)
{
    if (wanted) {
        const SteadyTime now = m_clock.now();
        m_pingsAreDense = now - m_tickWantedAt < LagMeter::tickInterval;
        m_tickWantedAt = now;
        if (!m_lagTick.isActive()) {
            m_lagTick.start();
            m_lag.tick(now);
        }
    } else if (!m_pingsAreDense) {
        m_lagTick.stop();
        m_lag.stopTicking();
    }
}

void IoWorker::setTimer()
{
    const std::optional<SteadyTime> next = m_scheduler.next();
    m_lag.meansToRunAt(next);
    if (!next) {
        m_timer.stop();
        return;
    }
    // Rounded up: better to wake a fraction of a millisecond late than early, when nothing would be due.
    const auto wait = std::chrono::ceil<milliseconds>(*next - m_clock.now());
    m_timer.start(std::max(milliseconds(0), wait));
}

void IoWorker::addPeer(PeerId peer, const ConnectionSettings &settings, bool isDialled)
{
    const auto [place, isNew] =
        m_connections.emplace(peer, std::make_unique<Connection>(peer, settings, m_environment));
    if (isNew && isDialled)
        place->second->start();
    else if (isNew)
        place->second->pause();
}

void IoWorker::removePeer(PeerId peer)
{
    auto node = m_connections.extract(peer);
    if (node.empty())
        return;
    Connection &connection = *node.mapped();
    m_leaving.insert(std::move(node));
    connection.close({quint16(1000), {}});
}

Connection *IoWorker::find(PeerId peer) const
{
    const auto found = m_connections.find(peer);
    return found == m_connections.end() ? nullptr : found->second.get();
}

void IoWorker::stop(const CloseFrame &frame)
{
    m_stopping = true;
    std::vector<Connection *> connections;
    connections.reserve(m_connections.size());
    for (const auto &[peer, connection] : m_connections)
        connections.push_back(connection.get());
    for (Connection *connection : connections)
        connection->close(frame, true);
    checkAllAtRest();
}

void IoWorker::cameToRest(PeerId)
{
    // The connection may still be on the call stack.
    deleteRetired();
}

void IoWorker::deleteRetired()
{
    if (std::exchange(m_deletionPending, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_deletionPending = false;
            m_retired.clear();
            std::erase_if(m_leaving, [](const auto &entry) { return entry.second->isAtRest(); });
            checkAllAtRest();
        },
        Qt::QueuedConnection);
}

void IoWorker::checkAllAtRest()
{
    if (!m_stopping)
        return;
    const auto atRest = [](const auto &entry) { return entry.second->isAtRest(); };
    if (std::all_of(m_connections.begin(), m_connections.end(), atRest) &&
        std::all_of(m_leaving.begin(), m_leaving.end(), atRest)) {
        m_stopping = false;
        Q_EMIT allAtRest();
    }
}

} // namespace Pongwatch
