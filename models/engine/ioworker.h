// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connection.h"
#include "engine/lagmeter.h"

#include <QObject>
#include <QTimer>

#include <unordered_map>
#include <vector>

namespace Pongwatch
{

/// Everything that lives on one I/O thread: its connections, their schedule with the one timer that drives
/// it, and the meter of the thread's own lag. Created and destroyed on that thread; Monitor calls it through
/// queued calls.
class IoWorker : public QObject
{
    Q_OBJECT

public:
    /// `clock` and `sink` must outlive the worker.
    IoWorker(const Clock &clock, EventSink &sink, std::unique_ptr<TransportFactory> transports);
    ~IoWorker() override;

    /// `isDialled`: false for a peer that starts out paused.
    void addPeer(PeerId peer, const ConnectionSettings &settings, bool isDialled = true);
    void removePeer(PeerId peer);

    /// The peer's connection; null if it has been removed.
    [[nodiscard]] Connection *find(PeerId peer) const;

    /// Closes everything with this frame; allAtRest() follows, even if there is nothing to close.
    void stop(const CloseFrame &frame);

Q_SIGNALS:
    void allAtRest();

private:
    void checkForSuspend();
    void wentOn(const Suspended &standstill);
    void runDue();
    void setTimer();
    void wantTick(bool wanted);
    void tick();
    void cameToRest(PeerId peer);
    void deleteRetired();
    void checkAllAtRest();

    const Clock &m_clock;
    EventSink &m_sink;
    std::unique_ptr<TransportFactory> m_transports;
    LagMeter m_lag;
    PingScheduler m_scheduler;
    DialPacer m_dials;
    ConnectionEnvironment m_environment;
    QTimer m_timer;
    QTimer m_lagTick;
    SteadyTime m_tickWantedAt{};
    bool m_pingsAreDense = false; ///< so that the tick would hardly ever stop
    nanoseconds m_suspendedSoFar;
    std::vector<std::unique_ptr<Transport>> m_retired;
    bool m_deletionPending = false;
    bool m_stopping = false;
    std::unordered_map<PeerId, std::unique_ptr<Connection>> m_connections;
    std::unordered_map<PeerId, std::unique_ptr<Connection>> m_leaving; ///< removed by the user, still closing
};

} // namespace Pongwatch
