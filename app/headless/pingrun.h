// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headless/monitorrun.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <vector>

namespace Pongwatch
{

/// What `pongwatch ping` is to do; checked already.
struct PingPlan {
    QList<ConnectionSettings> peers; ///< with unique names; without scheduled pings
    nanoseconds interval = seconds(1);
    std::optional<quint64> count;        ///< pings to each peer; nullopt: until end()
    std::optional<nanoseconds> deadline; ///< after which it ends, whatever is out
    bool flood = false;                  ///< the next ping at the last pong, at least a hundred a second
};

/// A MonitorRun that asks for the pings itself, at one beat for all peers. Ends when `count` pings were due
/// and settled, at the deadline, or when no peer can come back by itself.
class PingRun : public QObject
{
    Q_OBJECT

public:
    PingRun(const PingPlan &plan, std::unique_ptr<RunOutput> output, QObject *parent = nullptr);
    ~PingRun() override;

    /// Dials all peers. The first beat comes when each of them is open or has failed to open.
    void start();

    /// Closes all connections, with 1000 or, for a user who interrupts, with 1001; ended() follows.
    void end(bool interrupted = false);

    [[nodiscard]] const std::deque<PeerRecord> &records() const { return m_run.records(); }

    /// As in ping(8): 0 when every peer has answered (with a count and a deadline: every ping), 1 when
    /// one has not, 2 when a host name can't be resolved. Once ended() was emitted.
    [[nodiscard]] int exitStatus() const;

Q_SIGNALS:
    /// The `beat`-th ping of a peer is due. What became of it is told to the output: a PingSent, and if it
    /// was sent, its sample.
    void pingDue(qsizetype peer, quint64 beat);
    void ended();

private:
    struct Target {
        QSet<quint32> out;  ///< pings that are not settled
        quint64 due = 0;    ///< pings that were asked for
        quint64 untold = 0; ///< of these, those of which is not known whether they were sent
        bool known = false; ///< it was open, or the first dial has failed
        bool gone = false;  ///< it will not come back by itself

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
