// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headless/pingpump.h"
#include "app/headless/runoutput.h"
#include "reports/incidentshelf.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <deque>
#include <memory>
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

/// Pings peers through one BlockingClient each, at one beat for all, and gives what comes of it to the
/// output. Ends when `count` pings were due and settled, at the deadline, or when no peer can come back by
/// itself. Lives on the thread that runs an event loop.
class PingRun : public QObject
{
    Q_OBJECT

public:
    PingRun(PingPlan plan, std::unique_ptr<RunOutput> output, QObject *parent = nullptr);
    ~PingRun() override;

    /// Dials all peers. The first beat comes when each of them is open or has failed to open.
    void start();

    /// Closes all connections, with 1000 or, for a user who interrupts, with 1001; ended() follows.
    void end(bool interrupted = false);

    /// How many pings were due for a peer, sent or not.
    [[nodiscard]] quint64 due(qsizetype peer) const { return m_targets[std::size_t(peer)]->due; }

    [[nodiscard]] const std::deque<PeerRecord> &records() const { return m_records; }

    /// As in ping(8): 0 when every peer has answered (with a count and a deadline: every ping), 1 when
    /// one has not, 2 when a host name can't be resolved. Once ended() was emitted.
    [[nodiscard]] int exitStatus() const;

Q_SIGNALS:
    /// The `beat`-th ping of a peer was due: sent as `seq`, or 0 when there was no connection.
    void pinged(qsizetype peer, quint64 beat, quint32 seq);
    void ended();

private:
    struct Target {
        std::unique_ptr<BlockingClient> client;
        std::unique_ptr<PingPump> pump;
        QSet<quint32> out; ///< pings that are not settled
        quint64 due = 0;
        bool known = false; ///< it was open, or the first dial has failed
        bool gone = false;  ///< it will not come back by itself
    };

    void beat();
    void take(qsizetype peer, const Happening &happening);
    void apply(qsizetype peer, const PingSample &sample);
    void apply(qsizetype peer, const ConnectionEvent &event);
    void goOn();
    [[nodiscard]] bool isDone(const Target &target) const;
    void finish();

    const PingPlan m_plan;
    const std::unique_ptr<RunOutput> m_output;
    BlockingRuntime m_runtime;
    std::deque<PeerRecord> m_records;
    std::vector<std::unique_ptr<Target>> m_targets;
    std::vector<std::optional<Verdict>> m_lastEnds; ///< of each peer, before the run ended it
    QTimer m_beats;
    SteadyTime m_firstBeat{};
    quint64 m_beatsDone = 0;
    std::size_t m_running = 0; ///< pumps
    bool m_ending = false;
    IncidentShelf m_ends;
    Report m_report;
};

} // namespace Pongwatch
