// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/settings.h"
#include "examine/findings/finding.h"
#include "history/alertentry.h"
#include "history/health.h"
#include "history/latencyhistogram.h"
#include "history/note.h"
#include "history/peerrecord.h"
#include "history/statisticssummary.h"
#include "history/store/historydamage.h"
#include "history/timespan.h"
#include "history/watchedstates.h"
#include "reports/reportfleet.h"

#include <QString>
#include <QTimeZone>

#include <numeric>
#include <vector>

namespace Pongwatch
{

class FindingShelf;

/// The end of a connection, or of a failed dial; or a time without pongs, or without the feed, that did not
/// end the connection (see silencesOf).
struct ReportIncident {
    enum class Kind : quint8 { End, Silence };

    WallTime time{};
    QString peer; ///< the peer's name
    Verdict verdict;
    QString explanation; ///< the verdict's sentence
    QString title{};     ///< the verdict in a few words; may be empty
    Kind kind = Kind::End;
    nanoseconds lasted{0}; ///< for a silence
};

/// A stretch without an open connection, from its loss to the next one. Not included are the first dial of a
/// run if it succeeds, and what the user paused.
struct ReportOutage {
    WallTime from{};
    WallTime to{};
    bool ongoing = false; ///< it lasted to the end of the report

    friend bool operator==(const ReportOutage &, const ReportOutage &) = default;
};

/// A stretch of the report's range in which the peer was not watched: it counts neither for nor against the
/// peer.
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

/// A missed deadline, and what the kernel knew then.
struct MissedDeadline {
    WallTime time{};
    Evidence evidence = Evidence::Unknown;
    std::optional<TcpSnapshot> tcp;
};

/// A day in the report's time zone, or the part of it that the report covers.
struct ReportDay {
    WallTime from{};
    WallTime to{};
    nanoseconds watched{0}; ///< while the program ran and the peer was not paused
    nanoseconds open{0};    ///< of that, with an open connection
    quint32 outages = 0;    ///< those that began on this day
    quint64 pings = 0;      ///< also 0 if samples are not known one by one
    quint64 timeouts = 0;

    friend bool operator==(const ReportDay &, const ReportDay &) = default;
};

/// The report on one peer.
struct ReportPeer {
    QString name;
    ConnectionSettings settings; ///< without secrets (see withoutSecrets)
    bool settingsKnown = true;   ///< false: only name and URL are, as in history files of older versions
    std::optional<WallTime> settingsSince; ///< if they were different before, within the report's range
    Health health = Health::Connecting;
    QString finding; ///< the sentence of the last verdict; empty if there was none
    StatisticsSummary statistics;
    StrayPongs strayPongs;
    std::vector<SeriesBucket> chart;       ///< over the report's range, in time order
    std::vector<StateSpan> states;         ///< the same; holes where it was not watched and at first dials
    WallTime firstKnown = WallTime::min(); ///< since when it has been watched at all
    std::vector<TimeSpan> sleeps;          ///< of the machine, in time order; may include other gaps
    std::vector<OwnEnd> ownEnds;           ///< in time order
    std::vector<MissedDeadline> deadlines; ///< the newest ones, in time order
    std::vector<PingSample> samples;       ///< the newest ones, by due time
    quint64 samplesLeftOut = 0;            ///< older ones, included in the figures but not in `samples`
    std::vector<FeedSpan> feed;            ///< what came from its feed, in time order, at most feedSpans
    std::vector<SharedPath> paths;         ///< traces of the network path, in time order, the newest
    LatencyHistogram distribution;         ///< of all round trips; empty if they are not known one by one

    static constexpr int feedSpans = 400;
    static constexpr int mostPaths = 400;

    /// Messages of its feed in the report's range.
    [[nodiscard]] quint64 feedMessages() const
    {
        return std::accumulate(feed.cbegin(), feed.cend(), quint64(0),
                               [](quint64 sum, const FeedSpan &span) { return sum + span.messages; });
    }
    /// Whether there was a feed, or should have been.
    [[nodiscard]] bool hasFeed() const
    {
        return !feed.empty() || stale.count() > 0 || (settings.dialogue && settings.dialogue->alive);
    }
    /// The share of the watched time in which the connection was open and its feed alive; nullopt if it has
    /// no feed, or was not watched.
    [[nodiscard]] std::optional<double> feedShare() const
    {
        return hasFeed() ? availability(open - stale, watched) : std::nullopt;
    }

    // Computed by finishPeer() from the above.
    nanoseconds watched{0};          ///< the program ran, and the peer was not paused
    nanoseconds open{0};             ///< of that, with an open connection
    nanoseconds silent{0};           ///< of that, with a ping overdue although the connection was open
    nanoseconds stale{0};            ///< of that, with a feed that had stopped
    std::vector<ReportBreak> breaks; ///< when it was not watched, in time order
    std::vector<ReportOutage> outages;
    std::vector<ReportDay> days;
};

/// How an objective of a peer or a group stood at the end of the report, over its own period: shares are 0 to
/// 1, and nullopt where nothing was counted or the objective says nothing of it.
struct ReportObjective {
    QString of; ///< name of the peer or the group
    bool isOfGroup = false;
    QString name; ///< of the objective
    std::optional<double> openGoal;
    std::optional<double> open;
    std::optional<double> pingsGoal; ///< of pings that are answered within `within`
    std::optional<double> pings;
    nanoseconds within{0};
    nanoseconds period{0};
    std::optional<double>
        budgetLeft; ///< of the error budget: 1 all of it, 0 or less: the objective is missed
};

/// What is known of a peer by examinations: for each kind the newest finding, in the order of the kinds.
struct ReportExamination {
    struct Row {
        Finding finding;
        QString change; ///< since the examination before it, in a sentence; empty: none
    };

    QString peer;
    QString url; ///< without secrets
    std::vector<Row> rows;

    /// When the newest of them was found.
    [[nodiscard]] WallTime newest() const;
};

/// What was observed of some peers over some time: everything that the writers need. A value; any thread.
struct Report {
    QString version;    ///< of the program
    QString title;      ///< empty: a plain one
    QString note;       ///< by the author
    QString source;     ///< the source of the figures: a file, or empty for this run
    QTimeZone timeZone; ///< for all moments; invalid: UTC
    WallTime from{};
    WallTime to{};
    WallTime madeAt{};
    std::vector<ReportPeer> peers;
    std::vector<ReportIncident> incidents;                ///< in time order
    quint64 incidentsLeftOut = 0;                         ///< older ones that were not kept
    std::vector<HistoryDamage> damage;                    ///< what of the history could not be read
    std::vector<ReportObjective> objectives;              ///< of this run's workspace
    std::vector<PastAlert> alerts;                        ///< that fired in the range, in time order
    quint64 alertsLeftOut = 0;                            ///< older ones that were not kept
    std::vector<Note> notes;                              ///< that people pinned to moments, in time order
    std::vector<ReportExamination> examinations;          ///< in the order of the peers
    std::optional<ReportFleet> fleet;                     ///< what agents in other places see, if one is open
    std::optional<nanoseconds> worstLag = nanoseconds(0); ///< how late the program itself served an event, at
                                                          ///< most; nullopt: not known
};

/// The settings as they may be reported: without header values, credentials, the proxy's password and the
/// URL's user information.
[[nodiscard]] ConnectionSettings withoutSecrets(const ConnectionSettings &settings);

/// A peer's part of the report at the moment `to`, from its record. To be completed by finishPeer().
[[nodiscard]] ReportPeer reportPeer(const PeerRecord &record, const ConnectionSettings &settings,
                                    WallTime from, WallTime to);

/// Computes outages, breaks, days and times from the peer's states. `timeZone` says where days begin; pings
/// and timeouts of existing days are kept. Call it once per peer.
void finishPeer(ReportPeer &peer, WallTime from, WallTime to, const QTimeZone &timeZone);

/// The same for all of them.
void finishReport(Report &report);

/// Adds the silences of the report's peers to its incidents, and sorts them all by time, keeping the newest
/// `most`. Call it once, when peers and ends are complete.
void addSilences(Report &report, size_t most = 10'000);

/// Takes those of the alerts that fired in the report's range and are about a reported peer, a group or this
/// program.
void takeAlerts(Report &report, const std::vector<PastAlert> &alerts);

/// Adds what is kept of the examinations of the report's peers. Reads files.
void takeExaminations(Report &report, const FindingShelf &shelf);

/// Takes those of the notes, which are in time order, that are about a reported peer or about all.
void takeNotes(Report &report, const std::vector<Note> &notes);

} // namespace Pongwatch
