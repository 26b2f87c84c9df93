// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/settings.h"
#include "history/alertentry.h"
#include "history/health.h"
#include "history/latencyhistogram.h"
#include "history/note.h"
#include "history/peerrecord.h"
#include "history/statisticssummary.h"
#include "history/store/historydamage.h"
#include "history/timespan.h"
#include "history/watchedstates.h"

#include <QString>
#include <QTimeZone>

#include <numeric>
#include <vector>

namespace Pongwatch
{

/// The end of a connection, or of a dial that failed; or a silence that ended no connection (see
/// silencesOf), of its pongs or of its feed.
struct ReportIncident {
    enum class Kind : quint8 { End, Silence };

    WallTime time{};
    QString peer; ///< its name
    Verdict verdict;
    QString explanation; ///< the verdict's sentence
    QString title{};     ///< the verdict in a few words; may be empty
    Kind kind = Kind::End;
    nanoseconds lasted{0}; ///< of a silence
};

/// A stretch without an open connection, from its loss to the next one. The first dial of a run that
/// succeeds is none, and neither is what the user paused.
struct ReportOutage {
    WallTime from{};
    WallTime to{};
    bool ongoing = false; ///< it lasted to the end of the report

    friend bool operator==(const ReportOutage &, const ReportOutage &) = default;
};

/// A stretch of the report's range in which the peer was not watched: it counts neither for the peer nor
/// against it.
struct ReportBreak {
    enum class Why : quint8 {
        NotYet,     ///< it was not known yet
        NotRunning, ///< the program did not run
        Suspended,  ///< the machine slept, or the program was stopped
        Paused,     ///< by the user
        ClosedHere, ///< by the user, for good
    };

    WallTime from{};
    WallTime to{};
    Why why = Why::NotRunning;

    friend bool operator==(const ReportBreak &, const ReportBreak &) = default;
};

/// A deadline that was missed, and what the kernel knew then.
struct MissedDeadline {
    WallTime time{};
    Evidence evidence = Evidence::Unknown;
    std::optional<TcpSnapshot> tcp;
};

/// One day of the report's time zone, or the part of it that the report covers.
struct ReportDay {
    WallTime from{};
    WallTime to{};
    nanoseconds watched{0}; ///< the program ran, and the peer was not paused
    nanoseconds open{0};    ///< of that, with an open connection
    quint32 outages = 0;    ///< that began on this day
    quint64 pings = 0;      ///< 0 as well where samples are not known one by one
    quint64 timeouts = 0;

    friend bool operator==(const ReportDay &, const ReportDay &) = default;
};

/// What is reported of one peer.
struct ReportPeer {
    QString name;
    ConnectionSettings settings; ///< without secrets (see withoutSecrets)
    bool settingsKnown = true;   ///< false: only name and URL are, as in a history file of an older version
    std::optional<WallTime> settingsSince; ///< they were others before, within the report's range
    Health health = Health::Connecting;
    QString finding; ///< the sentence of the last verdict; empty when there was none
    StatisticsSummary statistics;
    StrayPongs strayPongs;
    std::vector<SeriesBucket> chart;       ///< over the report's range, in time order
    std::vector<StateSpan> states;         ///< the same; holes where nothing was watched, and at first dials
    WallTime firstKnown = WallTime::min(); ///< since when it has been watched at all
    std::vector<TimeSpan> sleeps;          ///< of the machine, in time order; may hold other gaps, too
    std::vector<OwnEnd> ownEnds;           ///< in time order
    std::vector<MissedDeadline> deadlines; ///< the newest ones, in time order
    std::vector<PingSample> samples;       ///< the newest ones, by the moment at which they were due
    quint64 samplesLeftOut = 0;            ///< older ones, which are in the figures but not in `samples`
    std::vector<FeedSpan> feed;            ///< what came of its feed, in time order, at most feedSpans
    LatencyHistogram distribution;         ///< of all round trips; empty where they are not known one by one

    static constexpr int feedSpans = 400;

    /// Messages of its feed in the report's range.
    [[nodiscard]] quint64 feedMessages() const
    {
        return std::accumulate(feed.cbegin(), feed.cend(), quint64(0),
                               [](quint64 sum, const FeedSpan &span) { return sum + span.messages; });
    }
    /// Whether there is anything to say of a feed.
    [[nodiscard]] bool hasFeed() const
    {
        return !feed.empty() || stale.count() > 0 || (settings.dialogue && settings.dialogue->alive);
    }
    /// The share of the watched time in which the connection was open and its feed went on; nullopt: without
    /// a feed, or not watched.
    [[nodiscard]] std::optional<double> feedShare() const
    {
        return hasFeed() ? availability(open - stale, watched) : std::nullopt;
    }

    // Computed from the above by finishPeer().
    nanoseconds watched{0};          ///< the program ran, and the peer was not paused
    nanoseconds open{0};             ///< of that, with an open connection
    nanoseconds silent{0};           ///< of that, with a ping overdue although the connection was open
    nanoseconds stale{0};            ///< of that, with a feed that had stopped
    std::vector<ReportBreak> breaks; ///< when it was not watched, in time order
    std::vector<ReportOutage> outages;
    std::vector<ReportDay> days;
};

/// What was seen of some peers over some time: all that the writers know. A value; any thread.
struct Report {
    QString version;    ///< of the program
    QString title;      ///< empty: a plain one
    QString note;       ///< of the author
    QString source;     ///< where the figures are from: a file, or empty for this run
    QTimeZone timeZone; ///< in which moments are told; invalid: UTC
    WallTime from{};
    WallTime to{};
    WallTime madeAt{};
    std::vector<ReportPeer> peers;
    std::vector<ReportIncident> incidents;                ///< in time order
    quint64 incidentsLeftOut = 0;                         ///< older ones that were not kept
    std::vector<HistoryDamage> damage;                    ///< what of the history could not be read
    std::vector<PastAlert> alerts;                        ///< that fired in the range, in time order
    std::vector<Note> notes;                              ///< that people pinned to moments, in time order
    std::optional<nanoseconds> worstLag = nanoseconds(0); ///< how late the program itself served an event, at
                                                          ///< most; nullopt: not known
};

/// The settings as they may be reported: header values, credentials, the proxy's password and the URL's user
/// information are gone.
[[nodiscard]] ConnectionSettings withoutSecrets(const ConnectionSettings &settings);

/// What the report says of a peer, from its record, at the moment `to`. To be finished by finishPeer().
[[nodiscard]] ReportPeer reportPeer(const PeerRecord &record, const ConnectionSettings &settings,
                                    WallTime from, WallTime to);

/// Computes outages, breaks, days and times from the peer's states. `timeZone` says where days begin; pings
/// and timeouts of days that are there already are kept. Once a peer.
void finishPeer(ReportPeer &peer, WallTime from, WallTime to, const QTimeZone &timeZone);

/// The same for all of them.
void finishReport(Report &report);

/// Adds the silences of the report's peers to its incidents, and puts all of them in time order; at most
/// `most` stay, the newest. Once, when peers and ends are complete.
void addSilences(Report &report, size_t most = 10'000);

/// Takes those of the alerts that fired in the report's range and are about a reported peer, a group or this
/// program.
void takeAlerts(Report &report, const std::vector<PastAlert> &alerts);

/// Takes those of the notes, which are in time order, that are about a reported peer or about all.
void takeNotes(Report &report, const std::vector<Note> &notes);

} // namespace Pongwatch
