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

/// When paths are traced without being asked for.
struct TraceSettings {
    bool onFailure = true; ///< when the network seems to be at fault
    /// While a connection is open, to know how the path is when all is well; nullopt: never.
    std::optional<nanoseconds> every = std::chrono::hours(1);
    TraceProtocol protocol = TraceProtocol::Tcp;

    friend bool operator==(const TraceSettings &, const TraceSettings &) = default;
};

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
    /// A trace says something about an end for so long.
    milliseconds saysSomethingFor = std::chrono::minutes(5);
};

/// Decides when the paths to peers are traced: when a ping is not answered and its bytes are not
/// acknowledged, when a dial gets no answer from TCP, when the network takes most of several slow answers,
/// every so many minutes while a connection is open, and by hand. Peers with the same destination share its
/// traces. This machine's own addresses are traced by hand only. Remembers the last good trace to each
/// destination.
///
/// Takes what the monitor tells before the ends in it are explained, since a trace belongs to the end that
/// follows it.
/// Lives on the thread of the monitor's batches; no call blocks.
class PathWatch : public QObject
{
    Q_OBJECT

public:
    explicit PathWatch(const TraceSettings &settings = {}, PathWatchOptions options = {},
                       QObject *parent = nullptr);
    ~PathWatch() override;

    [[nodiscard]] const TraceSettings &settings() const { return m_settings; }
    void setSettings(const TraceSettings &settings) { m_settings = settings; }

    /// From now on the peer is watched with these settings; secrets are not needed.
    void watch(PeerId peer, const ConnectionSettings &settings);
    void forget(PeerId peer);

    void take(const Batch &batch);

    /// What is known of the path that an end is about: traced because of the same trouble, not long ago.
    /// Empty: nothing is, or the end has nothing to do with the network.
    [[nodiscard]] SharedPath pathOf(const ConnectionEvent &event) const;

    /// Traces now, for a person. traced() follows, or problem().
    void traceNow(PeerId peer);

    /// No trace begins any more.
    void stop();

Q_SIGNALS:
    /// Once for each peer that waited for the trace. Never empty.
    void traced(Pongwatch::PeerId peer, const Pongwatch::SharedPath &path);
    /// A sentence that the user should read. That no traces can be had is said once, and then by hand only.
    void problem(const QString &sentence);

private:
    struct Peer {
        ConnectionSettings settings;
        QString endpoint; ///< that was dialled last; empty: not known, or behind a proxy
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
        bool tracedByClock = false; ///< that trace: it says nothing about a failure since
        std::optional<PathTrace> lastGood;
        SharedPath last;
    };

    void takeEvent(const ConnectionEvent &event);
    void takeSample(const PingSample &sample);
    void traceScheduled();
    void aim(PeerId peer, TraceReason reason);
    void begin(PeerId peer, const TraceTarget &target, TraceReason reason);
    void finish(quint64 number, PathTrace trace);
    void fail(quint64 number, const TraceProblem &problem);
    [[nodiscard]] static QString keyOf(const TraceTarget &target);

    TraceSettings m_settings;
    PathWatchOptions m_options;
    PathTracer m_tracer;
    QTimer m_clock;
    QHash<PeerId, Peer> m_peers;
    std::map<QString, Destination> m_destinations;
    QHash<PeerId, QString> m_lastKeys; ///< of the destination that was traced last for the peer
    QHash<quint64, QString> m_running; ///< the keys of destinations, by the number of the trace
    bool m_problemTold = false;
    bool m_stopped = false;
};

} // namespace Pongwatch
