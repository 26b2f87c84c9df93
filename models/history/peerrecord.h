// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"
#include "history/feedledger.h"
#include "history/flapmeter.h"
#include "history/peerhold.h"
#include "history/peerstatistics.h"
#include "history/seriespyramid.h"
#include "history/splitledger.h"

#include <QString>
#include <QUrl>

#include <vector>

namespace Pongwatch
{

/// All that is known of one peer in this run of the program, folded from what the monitor reports. Belongs to
/// one thread; memory is bounded by its statistics() and series().
class PeerRecord
{
public:
    /// The end of a connection, or of a dial that failed.
    struct End {
        WallTime time{};
        ConnectionNumber connection = 0;
        Verdict verdict;
    };
    /// What a handshake told.
    struct Opening {
        WallTime time{};
        ConnectionNumber connection = 0;
        Opened what;
    };

    /// A dial that did not become a connection.
    struct FailedDial {
        WallTime time{};
        DialPhase failedIn = DialPhase::Dns;
        DialPhases phases; ///< that included which it failed in
    };

    /// A deadline that was missed.
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

    /// Items of other peers are ignored.
    void apply(const PingSample &sample);
    void apply(const ConnectionEvent &event);

    [[nodiscard]] PeerId id() const { return m_id; }
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QUrl &url() const { return m_url; }
    void rename(const QString &name, const QUrl &url);
    /// The address that its connections go to, without its port: what peers that fail together have in
    /// common. The name in the URL until a connection was open.
    [[nodiscard]] QString host() const;

    /// Of a peer that is held back: Waiting for its secret, or Failed for the want of it.
    [[nodiscard]] Health health() const;
    /// The health as a list shows it: a peer that is down stays Waiting while it is dialled again, and one
    /// that flaps stays Flapping, so that it does not change its look and its place with each dial.
    [[nodiscard]] Health standing() const;
    /// When standing() became what it is; in trouble: when that began, however often it was dialled since.
    /// 1970 before anything happened.
    [[nodiscard]] WallTime healthSince() const;

    /// Whether it is held back before it is dialled. The engine knows nothing of that: it calls such a peer
    /// paused, which only its user can mean.
    void setHold(const std::optional<PeerHold> &hold) { m_hold = hold; }
    [[nodiscard]] const std::optional<PeerHold> &hold() const { return m_hold; }

    /// Time has passed, and nothing was reported. True when standing() is another one now.
    bool look(WallTime now);

    /// What its health is worked out from, whether it flaps or is held back or not.
    [[nodiscard]] const HealthTracker &tracker() const { return m_series.health(); }

    /// Before this run of the program it lost these connections, by time; `newest` is how the last of them,
    /// or a dial after it, ended. True when standing() is another one now.
    bool recallLost(const std::vector<LostConnection> &lost, const End &newest, WallTime now);

    /// How often it was lost lately, and whether it flaps.
    [[nodiscard]] const FlapMeter &flaps() const { return m_flaps; }

    /// Since when it is in trouble without a break, however often it was dialled meanwhile; nullopt: it is
    /// not.
    [[nodiscard]] std::optional<WallTime> troubleSince() const;

    /// Where the connection stands, whatever the health says: a peer that timed out is being dialled again
    /// while its health is still TimedOut.
    [[nodiscard]] ConnectionState state() const { return tracker().state(); }
    [[nodiscard]] WallTime stateSince() const { return m_stateSince; }
    /// Dials since the last stable connection, from 1; 0 before the first.
    [[nodiscard]] quint32 attempt() const { return m_attempt; }
    /// When it will be dialled again; only while it is waited for.
    [[nodiscard]] std::optional<WallTime> retryAt() const { return m_retryAt; }
    /// It waits for the next dial, and what is wrong looks lasting: it is tried at least so often.
    [[nodiscard]] std::optional<nanoseconds> triedEvery() const { return m_triedEvery; }

    /// The finding about the newest end; nullopt before the first.
    [[nodiscard]] std::optional<Verdict> lastVerdict() const;
    /// The last 50 ends, oldest first.
    [[nodiscard]] const std::vector<End> &ends() const { return m_ends; }
    /// The newest end, also of an earlier run of the program where connections that were lost in it are
    /// remembered; null: none.
    [[nodiscard]] const End *newestEnd() const;
    /// The newest handshake that succeeded.
    [[nodiscard]] const std::optional<Opening> &lastOpened() const { return m_lastOpened; }
    /// The newest dial, if it failed and told of its steps; nullopt when a handshake succeeded after it.
    [[nodiscard]] const std::optional<FailedDial> &lastFailedDial() const { return m_lastFailedDial; }
    /// The newest deadline that was missed.
    [[nodiscard]] const std::optional<PingTimedOut> &lastTimeout() const { return m_lastTimeout; }
    /// The last 50 deadlines that were missed, oldest first.
    [[nodiscard]] const std::vector<Timeout> &timeouts() const { return m_timeouts; }
    /// What came of its feed; nothing where it has none.
    [[nodiscard]] const FeedLedger &feed() const { return m_feed; }
    /// When the feed stopped the last time; nullopt: it never did.
    [[nodiscard]] const std::optional<Stop> &lastStop() const { return m_lastStop; }
    /// The newest ping that was settled.
    [[nodiscard]] const std::optional<PingSample> &lastSample() const { return m_lastSample; }
    [[nodiscard]] const StrayPongs &strayPongs() const { return m_strayPongs; }
    /// From where on its answers are slow, where that follows from its own past; nullopt: it doesn't, or not
    /// enough is known yet.
    [[nodiscard]] const std::optional<nanoseconds> &slowLimit() const { return m_slowLimit; }

    [[nodiscard]] const PeerStatistics &statistics() const { return m_statistics; }
    [[nodiscard]] const SeriesPyramid &series() const { return m_series; }
    /// What the network took of the round trips.
    [[nodiscard]] const SplitLedger &splits() const { return m_splits; }

private:
    PeerId m_id;
    QString m_name;
    QUrl m_url;
    FlapMeter m_flaps;
    std::optional<PeerHold> m_hold;
    WallTime m_stateSince{};
    quint32 m_attempt = 0;
    std::optional<WallTime> m_retryAt;
    std::optional<nanoseconds> m_triedEvery;
    std::vector<End> m_ends;
    std::vector<End>
        m_endBefore; // the newest of an earlier run, where it is known; on the heap, as few have one
    std::optional<Opening> m_lastOpened;
    std::optional<FailedDial> m_lastFailedDial;
    std::optional<PingTimedOut> m_lastTimeout;
    std::vector<Timeout> m_timeouts;
    FeedLedger m_feed;
    std::optional<Stop> m_lastStop;
    std::optional<PingSample> m_lastSample;
    StrayPongs m_strayPongs;
    std::optional<nanoseconds> m_slowLimit;
    PeerStatistics m_statistics;
    SeriesPyramid m_series;
    SplitLedger m_splits;
};

} // namespace Pongwatch
