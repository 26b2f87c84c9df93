// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/batch.h"
#include "engine/values/settings.h"
#include "path/pathtracer.h"
#include "path/traceaim.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace Pongwatch
{

struct PathWatchOptions {
    TracerOptions tracer{};
    /// After a trace to a destination there is none for so long, unless by hand, or because of the first
    /// failure after a trace by the clock: a failure that lasts is traced again, but not at each ping that is
    /// missed.
    milliseconds leastBetween = std::chrono::minutes(2);
    /// A connection that has been open for so long shows how the path is when all is well.
    milliseconds firstAfter = std::chrono::seconds(20);
    /// Probes of each hop in such a trace, and in those every so many minutes.
    int scheduledRounds = 5;
};

/// Decides when the paths to peers are traced: when a ping is not answered and its bytes are not
/// acknowledged, when a dial gets no answer from TCP, when the network takes most of several slow answers,
/// every so many minutes while a connection is open, and by hand. Peers with the same destination share its
/// traces. This machine's own addresses are traced by hand only. Remembers the last good trace to each
/// destination.
///
/// Whatever the monitor tells goes through take() first, since a trace belongs into the verdict of the end
/// that follows it.
/// Lives on the thread of the monitor's batches; no call blocks.
class PathWatch : public QObject
{
    Q_OBJECT

public:
    explicit PathWatch(PathWatchOptions options = {}, QObject *parent = nullptr);
    ~PathWatch() override;

    /// Whether anything is traced that nobody asked for; true at first. The settings of a peer say when.
    [[nodiscard]] bool isAutomatic() const { return m_isAutomatic; }
    void setAutomatic(bool automatic) { m_isAutomatic = automatic; }

    /// From now on the peer is watched with these settings; secrets are not needed.
    void watch(PeerId peer, const ConnectionSettings &settings);
    void forget(PeerId peer);

    /// The same batch, with what is known of the path in the verdicts of ends; nullopt: nothing changes.
    [[nodiscard]] std::optional<Batch> take(const Batch &batch);

    /// Traces now, for a person. traced() follows, or problem().
    void traceNow(PeerId peer);

    /// No trace begins any more.
    void stop();

Q_SIGNALS:
    /// A trace is over: one PathTraced for each peer that waited for it.
    void traced(const Pongwatch::Batch &batch);
    /// A sentence that the user should read. That no traces can be had is said once, and then by hand only.
    void problem(const QString &sentence);

private:
    struct Peer {
        ConnectionSettings settings;
        QString endpoint; ///< that was dialled last; empty: not known, or behind a proxy
        ConnectionNumber connection = 0;
        WallTime openedAt{}; ///< of the newest connection
        bool isOpen = false;
        int slowByNetwork = 0; ///< answers in a row
        SteadyTime dueAt{};    ///< of the next trace by the clock, while it is open
    };
    struct Waiting {
        PeerId peer{};
        TraceReason reason = TraceReason::ByHand;
        bool isAsked = false; ///< by a person, whatever the reason was before
    };
    struct Destination {
        std::vector<Waiting> waiting; ///< for the trace under way
        std::optional<SteadyTime> tracedAt;
        bool tracedInTrouble = false; ///< the last try; otherwise it says nothing about a failure since
        std::optional<PathTrace> lastGood;
        SharedPath last;
    };

    [[nodiscard]] SharedPath pathOf(const ConnectionEvent &event) const;
    void takeEvent(const ConnectionEvent &event);
    void takeSample(const PingSample &sample);
    void traceScheduled();
    void aim(PeerId peer, TraceReason reason);
    void begin(PeerId peer, const TraceTarget &target, TraceReason reason);
    void finish(quint64 number, PathTrace trace);
    void fail(quint64 number, const TraceProblem &problem);
    [[nodiscard]] static QString keyOf(const TraceTarget &target);

    PathWatchOptions m_options;
    PathTracer m_tracer;
    QTimer m_clock;
    QHash<PeerId, Peer> m_peers;
    std::map<QString, Destination> m_destinations;
    QHash<PeerId, QString> m_lastKeys; ///< of the destination that was traced last for the peer
    QHash<quint64, QString> m_running; ///< the keys of destinations, by the number of the trace
    bool m_isAutomatic = true;
    bool m_problemTold = false;
    bool m_stopped = false;
};

} // namespace Pongwatch
