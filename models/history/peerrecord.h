// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"
#include "history/feedledger.h"
#include "history/flapmeter.h"
#include "history/outsideview.h"
#include "history/peerhold.h"
#include "history/peerstatistics.h"
#include "history/seriespyramid.h"
#include "history/splitledger.h"

#include <QString>
#include <QUrl>

#include <vector>

namespace Pongwatch
{

/// Everything that is known about one peer in this run of the program, gathered from the monitor's reports.
/// Belongs to one thread; memory is bounded by its statistics() and series().
class PeerRecord
{
public:
    /// The end of a connection, or of a failed dial.
    struct End {
        WallTime time{};
        ConnectionNumber connection = 0;
        Verdict verdict;
    };
    /// The result of a handshake.
    struct Opening {
        WallTime time{};
        ConnectionNumber connection = 0;
        Opened what;
    };

    /// A dial that did not become a connection.
    struct FailedDial {
        WallTime time{};
        DialPhase failedIn = DialPhase::Dns;
        DialPhases phases; ///< including the one that it failed in
    };

    /// A missed deadline.
    struct Timeout {
        WallTime time{};
        PingTimedOut what;
    };

    /// A feed that had stopped.
    struct Stop {
        WallTime time{};
        FeedStale what;
    };

    PeerRecord(PeerId id, const QString &name, const QUrl &url);

    /// Items about other peers are ignored.
    void apply(const PingSample &sample);
    void apply(const ConnectionEvent &event);

    [[nodiscard]] PeerId id() const { return m_id; }
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QUrl &url() const { return m_url; }
    void rename(const QString &name, const QUrl &url);
    /// The address that its connections go to, without the port: what peers that fail together have in
    /// common. The name in the URL until a connection has opened.
    [[nodiscard]] QString host() const;

    /// For a peer that is held back: Waiting for its secret, or Failed for lack of it.
    [[nodiscard]] Health health() const;
    /// The health as shown in lists: a peer that is down stays Waiting while it is dialled again, and one
    /// that flaps stays Flapping, so that its look and its place don't change with each dial.
    [[nodiscard]] Health standing() const;
    /// Since when standing() has been what it is; in trouble: since the trouble began, however often it was
    /// dialled since. 1970 before anything happened.
    [[nodiscard]] WallTime healthSince() const;

    /// Sets whether it is held back before it is dialled. The engine does not know about that: it calls such
    /// a peer paused, which otherwise only the user can do.
    void setHold(const std::optional<PeerHold> &hold) { m_hold = hold; }
    [[nodiscard]] const std::optional<PeerHold> &hold() const { return m_hold; }

    /// Sets what others say of a peer that is not watched here: its health is that, whatever is measured.
    void setOutside(const OutsideView &view) { m_outside = view; }
    [[nodiscard]] const std::optional<OutsideView> &outside() const { return m_outside; }

    /// Time has passed without a report. Returns true if standing() has changed.
    bool look(WallTime now);

    /// The basis of its health, regardless of flapping and of being held back.
    [[nodiscard]] const HealthTracker &tracker() const { return m_series.health(); }

    /// Adds connections lost before this run of the program, in time order; `newest` is the last end among
    /// them, or that of a later dial. Returns true if standing() has changed.
    bool recallLost(const std::vector<LostConnection> &lost, const End &newest, WallTime now);

    /// How often it was lost recently, and whether it flaps.
    [[nodiscard]] const FlapMeter &flaps() const { return m_flaps; }

    /// Since when it has been in trouble without a break, however often it was dialled in between; nullopt if
    /// it isn't.
    [[nodiscard]] std::optional<WallTime> troubleSince() const;

    /// The state of the connection, whatever the health is: a peer that timed out may be dialled again while
    /// its health is still TimedOut.
    [[nodiscard]] ConnectionState state() const { return tracker().state(); }
    [[nodiscard]] WallTime stateSince() const { return m_stateSince; }
    /// Dials since the last stable connection, from 1; 0 before the first.
    [[nodiscard]] quint32 attempt() const { return m_attempt; }
    /// When it will be dialled again; only while it waits for that.
    [[nodiscard]] std::optional<WallTime> retryAt() const { return m_retryAt; }
    /// It waits for the next dial, and the problem looks permanent: it is tried at least this often.
    [[nodiscard]] std::optional<nanoseconds> triedEvery() const { return m_triedEvery; }

    /// The verdict on the newest end; nullopt before the first.
    [[nodiscard]] std::optional<Verdict> lastVerdict() const;
    /// The last 50 ends, oldest first.
    [[nodiscard]] const std::vector<End> &ends() const { return m_ends; }
    /// The newest end, even from an earlier run of the program if connections lost then are remembered; null
    /// if there is none.
    [[nodiscard]] const End *newestEnd() const;
    /// The newest successful handshake.
    [[nodiscard]] const std::optional<Opening> &lastOpened() const { return m_lastOpened; }
    /// The newest dial, if it failed and its steps are known; nullopt if a handshake succeeded after it.
    [[nodiscard]] const std::optional<FailedDial> &lastFailedDial() const { return m_lastFailedDial; }
    /// The newest missed deadline.
    [[nodiscard]] const std::optional<PingTimedOut> &lastTimeout() const { return m_lastTimeout; }
    /// The last 50 missed deadlines, oldest first.
    [[nodiscard]] const std::vector<Timeout> &timeouts() const { return m_timeouts; }
    /// What has come from its feed; empty if it has none.
    [[nodiscard]] const FeedLedger &feed() const { return m_feed; }
    /// When the feed last stopped; nullopt if it never did.
    [[nodiscard]] const std::optional<Stop> &lastStop() const { return m_lastStop; }
    /// The last 120 traces of the network path to it in this run, oldest first: a few kilobytes each.
    [[nodiscard]] const std::vector<SharedPath> &traces() const { return m_traces; }
    /// What the network path was like in the trouble that `verdict` is about, which is not over yet; empty if
    /// it wasn't traced.
    [[nodiscard]] SharedPath pathInTrouble(const Verdict &verdict) const;
    /// The newest ping that was settled.
    [[nodiscard]] const std::optional<PingSample> &lastSample() const { return m_lastSample; }
    [[nodiscard]] const StrayPongs &strayPongs() const { return m_strayPongs; }
    /// The limit above which its answers are slow, if that is learned from its own past; nullopt if it isn't,
    /// or too little is known yet.
    [[nodiscard]] const std::optional<nanoseconds> &slowLimit() const { return m_slowLimit; }

    [[nodiscard]] const PeerStatistics &statistics() const { return m_statistics; }
    [[nodiscard]] const SeriesPyramid &series() const { return m_series; }
    /// The network's share of the round trips.
    [[nodiscard]] const SplitLedger &splits() const { return m_splits; }

private:
    void addTrace(const SharedPath &path);

    PeerId m_id;
    QString m_name;
    QUrl m_url;
    FlapMeter m_flaps;
    std::optional<PeerHold> m_hold;
    std::optional<OutsideView> m_outside;
    WallTime m_stateSince{};
    quint32 m_attempt = 0;
    std::optional<WallTime> m_retryAt;
    std::optional<nanoseconds> m_triedEvery;
    std::vector<End> m_ends;
    std::vector<End>
        m_endBefore; // the newest of an earlier run, if known; on the heap, as few peers have one
    std::optional<Opening> m_lastOpened;
    std::optional<FailedDial> m_lastFailedDial;
    std::optional<PingTimedOut> m_lastTimeout;
    std::vector<Timeout> m_timeouts;
    FeedLedger m_feed;
    std::optional<Stop> m_lastStop;
    std::vector<SharedPath> m_traces;
    std::optional<PingSample> m_lastSample;
    StrayPongs m_strayPongs;
    std::optional<nanoseconds> m_slowLimit;
    PeerStatistics m_statistics;
    SeriesPyramid m_series;
    SplitLedger m_splits;
};

} // namespace Pongwatch
