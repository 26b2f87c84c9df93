// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headless/monitorrun.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <vector>

namespace Pongwatch
{

/// What `pongwatch ping` should do; already checked.
struct PingPlan {
    QList<ConnectionSettings> peers; ///< with unique names; without scheduled pings
    nanoseconds interval = seconds(1);
    std::optional<quint64> count;        ///< pings to each peer; nullopt: until end()
    std::optional<nanoseconds> deadline; ///< after this it ends, whatever is in flight
    bool flood = false;                  ///< pings after the last pong, at least a hundred times a second
};

/// A MonitorRun that requests the pings itself, at the same beat for all peers. Ends when `count` pings were
/// due and are settled, at the deadline, or when no peer can come back on its own.
class PingRun : public QObject
{
    Q_OBJECT

public:
    PingRun(const PingPlan &plan, std::unique_ptr<RunOutput> output, QObject *parent = nullptr);
    ~PingRun() override;

    /// Dials all peers. The first beat comes when each is open or has failed to open.
    void start();

    /// Closes all connections, with 1000, or with 1001 if the user interrupts; ended() follows.
    void end(bool interrupted = false);

    [[nodiscard]] const std::deque<PeerRecord> &records() const { return m_run.records(); }

    /// As in ping(8): 0 if every peer has answered (with a count and a deadline: every ping), 1 if one has
    /// not, 2 if a host name can't be resolved. Valid after ended() was emitted.
    [[nodiscard]] int exitStatus() const;

Q_SIGNALS:
    /// The peer's ping for this `beat` is due. The output receives the result: a PingSent and, if it was
    /// sent, its sample.
    void pingDue(qsizetype peer, quint64 beat);
    void ended();

private:
    struct Target {
        QSet<quint32> out;  ///< unsettled pings
        quint64 due = 0;    ///< requested pings
        quint64 untold = 0; ///< those of which we don't know yet whether they were sent
        bool known = false; ///< it has opened, or the first dial has failed
        bool gone = false;  ///< it will not come back on its own

        [[nodiscard]] bool isQuiet() const { return untold == 0 && out.isEmpty(); }
    };

    void beat();
    void take(const Batch &batch);
    void take(const PingSample &sample);
    void take(const ConnectionEvent &event);
    void goOn();
    [[nodiscard]] bool isDone(const Target &target) const;
    [[nodiscard]] Target &targetOf(PeerId peer);

    const PingPlan m_plan;
    MonitorRun m_run;
    std::vector<Target> m_targets;
    QTimer m_beats;
    SteadyTime m_firstBeat{};
    quint64 m_beatsDone = 0;
    bool m_heard = false; ///< a ping was settled since the last beat
};

} // namespace Pongwatch
