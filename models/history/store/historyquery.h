// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"
#include "engine/values/settings.h"
#include "history/alertentry.h"
#include "history/feedledger.h"
#include "history/heatmaker.h"
#include "history/note.h"
#include "history/rangefigures.h"
#include "history/seriespyramid.h"
#include "history/store/filedpings.h"
#include "history/store/historydamage.h"
#include "history/store/historydatabase.h"
#include "history/timespan.h"

#include <QUrl>

#include <functional>
#include <limits>
#include <memory>
#include <vector>

namespace Pongwatch
{

class GridJoiner;

/// A peer as in the history file: identified by name and URL over all runs of the program.
struct HistoryPeer {
    qint64 row = 0; ///< identifies it in this file
    QString name;
    QUrl url;
    WallTime first{};
    WallTime last{}; ///< the newest sample or event

    friend bool operator==(const HistoryPeer &, const HistoryPeer &) = default;
};

/// The pings of one peer, counted in each form in which the file keeps them.
struct HistoryCounts {
    quint64 chunks = 0;  ///< the number of rows
    quint64 filed = 0;   ///< pings in chunks
    quint64 waiting = 0; ///< pings only in the journal
    StatisticsSummary figures;
    // From the first full hour since which every ping is known; older pings are only in buckets.
    quint64 compared = 0;
    quint64 inMinutes = 0;
    quint64 inHours = 0;

    [[nodiscard]] bool agree() const { return compared == inMinutes && compared == inHours; }
};

/// An event from the file, and its peer.
struct HistoryEvent {
    QString peer; ///< the peer's name
    QUrl url;
    ConnectionEvent event; ///< its peer id is 0
    qint64 row = 0;        ///< in the file
};

/// A position in the log of all events.
struct HistoryPlace {
    WallTime at = WallTime::max();
    qint64 row = std::numeric_limits<qint64>::max();
};

/// A part of the event log, newest first.
struct HistoryEventPage {
    std::vector<HistoryEvent> events;
    HistoryPlace next;  ///< where the previous page ends
    bool isLast = true; ///< there is nothing older
};

/// The settings with which a peer was watched from some moment on.
struct HistorySettings {
    WallTime since{};
    ConnectionSettings settings; ///< without secrets, name and URL
};

/// A run of the program, from start to end.
struct HistoryRun {
    WallTime from{};
    WallTime to{};
};

/// How much a series may cost to read.
enum class SeriesDetail : quint8 {
    Coarse, ///< from hour buckets alone: immediate, whatever the range
    Fine,   ///< as fine as the number of buckets and the file allow
};

/// Reads a history file, even while it is being written. Calls block for as long as the file takes;
/// HistoryReader gives them a thread. Damaged parts are left out, and reported by damage(). Each ping counts
/// once, even in files of older versions, which had some twice. Belongs to the thread that opened it.
class HistoryQuery
{
public:
    using SampleSink = FiledPings::SampleSink;

    /// A file of a newer version is read as far as this version understands it.
    static Result<std::unique_ptr<HistoryQuery>> open(const QString &path);

    Result<std::vector<HistoryPeer>> peers();

    /// What the calls so far could not read.
    [[nodiscard]] const HistoryDamageLedger &damage() const { return m_damage; }
    /// The same, with the names of the peers.
    [[nodiscard]] std::vector<HistoryDamage> namedDamage();

    /// While it exists, all answers are about the file as it is now, even if it is written. Only for a few
    /// seconds: the file grows in the meantime.
    class Snapshot
    {
    public:
        explicit Snapshot(HistoryQuery &query)
            : m_query(query)
            , m_begun(query.beginReading())
        {
        }
        ~Snapshot()
        {
            if (m_begun)
                m_query.endReading();
        }
        Snapshot(const Snapshot &) = delete;
        Snapshot &operator=(const Snapshot &) = delete;

        /// If the file can't be read, the error says why.
        [[nodiscard]] const Outcome &begun() const { return m_begun; }

    private:
        HistoryQuery &m_query;
        Outcome m_begun;
    };

    /// The settings with which the peer was watched in [from, to): those that applied at `from`, and each
    /// change, in time order. Files of older versions don't have them.
    Result<std::vector<HistorySettings>> settings(qint64 peer, WallTime from, WallTime to);

    /// Reads everything about a peer, and counts it.
    Result<HistoryCounts> counts(const HistoryPeer &peer);

    /// What SQLite finds wrong with the file, in its own words; at most twenty lines. Adds data set aside as
    /// unreadable to damage().
    Result<QStringList> complaints();

    /// The file's format.
    [[nodiscard]] int format() const { return m_database.version(); }

    /// The runs that touch [from, to].
    Result<std::vector<HistoryRun>> runs(WallTime from, WallTime to);

    /// The samples due in [from, to), in the order in which they came; at most `limit` of them.
    Result<std::vector<PingSample>> samples(qint64 peer, WallTime from, WallTime to,
                                            size_t limit = std::numeric_limits<size_t>::max());

    /// The same, ordered by sentAt, if there are at most `limit` of them and none was thinned; otherwise
    /// nullopt, after reading not many more than that.
    Result<std::optional<std::vector<PingSample>>> samplesIfFew(qint64 peer, WallTime from, WallTime to,
                                                                size_t limit);

    /// At most `maxBuckets` buckets that cover [from, to), as in SeriesPyramid::buckets(). Where samples or
    /// minutes were thinned, they are as wide as what is left. They exclude pings due at `cutAt` or later,
    /// exactly: a caller that has those from elsewhere can join both.
    Result<std::vector<SeriesBucket>> buckets(qint64 peer, WallTime from, WallTime to, int maxBuckets,
                                              SeriesDetail detail = SeriesDetail::Fine,
                                              WallTime cutAt = WallTime::max());

    /// Health and state in [from, to), cut to it; with holes where the program did not run.
    Result<std::vector<StateSpan>> states(qint64 peer, WallTime from, WallTime to);

    /// The events in [from, to), oldest first. Their peer id is 0.
    Result<std::vector<ConnectionEvent>> events(qint64 peer, WallTime from, WallTime to, int limit = 10000);

    /// What came from the peer's feed in the minutes that begin in [from, to), in time order, without empty
    /// ones. In wider spans if there would be more than `most`.
    Result<std::vector<FeedSpan>> feed(qint64 peer, WallTime from, WallTime to, int most);

    /// At most `limit` events before a position and not before `from`, of the peer with this name, or of all
    /// peers if it is empty. Reads only this page of the file, however large that is.
    Result<HistoryEventPage> eventPage(const HistoryPlace &before, WallTime from, const QString &peer,
                                       int limit);

    /// The notes at moments in [from, to), oldest first; only the newest if there are more than `limit`.
    Result<std::vector<Note>> notes(WallTime from, WallTime to, int limit = 10000);

    /// All that is kept of alerts of which anything happened in [from, to), oldest first; the newest ones
    /// when there are more than `limit`. For pastAlerts().
    Result<std::vector<AlertEntry>> alerts(WallTime from, WallTime to, int limit = 10000);

    /// The ends of connections and of dials in [from, to), oldest first; the newest `limit` of them.
    Result<std::vector<ConnectionEvent>> ends(qint64 peer, WallTime from, WallTime to, int limit);

    /// The traces of the network path to the peer that began in [from, to), oldest first; the newest `limit`
    /// of them.
    Result<std::vector<SharedPath>> traces(qint64 peer, WallTime from, WallTime to, int limit);

    /// When the machine slept, or the program did not run between two of its runs, if that touches
    /// [from, to); oldest first. The current run is known even if nothing of it is written yet: it
    /// `began` then.
    Result<std::vector<TimeSpan>> gaps(qint64 peer, WallTime from, WallTime to,
                                       std::optional<WallTime> began = {});

    /// The figures of [from, to), from the samples themselves. Where these were thinned, from whole buckets:
    /// counts, minimum, mean and maximum; quantiles, deviation and jitter are then absent. `alsoTo` is called
    /// with each sample, and can stop the reading by returning false; `distribution` receives the round trips
    /// of the samples.
    Result<StatisticsSummary> summary(qint64 peer, WallTime from, WallTime to, const SampleSink &alsoTo = {},
                                      LatencyHistogram *distribution = nullptr);

    /// The same, for joining with what came later.
    Result<RangeFigures> figures(qint64 peer, WallTime from, WallTime to, const SampleSink &alsoTo = {});

    /// The distributions on the grid, up to `to`: from the samples, or from buckets where they were thinned,
    /// as estimated by HeatMaker. Stops early when `isWanted` returns false.
    Result<std::vector<HeatColumn>> heat(qint64 peer, const HeatGrid &grid, WallTime to,
                                         const std::function<bool()> &isWanted = {});

    /// Visits the samples due in [from, to), in the order in which they came, without storing them.
    Outcome visitSamples(qint64 peer, WallTime from, WallTime to, const SampleSink &sink);

private:
    HistoryQuery() = default;

    using Buckets = std::vector<SeriesBucket>;
    Outcome beginReading();
    void endReading();
    void noteDamage(const ConnectionEvent &event, qint64 peer, int kind);
    Result<bool> isThinned(qint64 peer, WallTime from, WallTime to);
    Outcome joinSamples(qint64 peer, WallTime from, WallTime to, GridJoiner &into);
    Outcome joinBuckets(qint64 peer, BucketLevel level, WallTime from, WallTime to, GridJoiner &into);
    Result<Buckets> collect(qint64 peer, WallTime from, WallTime to, nanoseconds width, SeriesDetail detail,
                            WallTime cutAt);
    Result<std::vector<ConnectionEvent>> eventsOf(qint64 peer, int kind, WallTime from, WallTime to,
                                                  int limit);
    Result<RangeFigures> workOut(qint64 peer, WallTime from, WallTime to, const SampleSink &alsoTo);
    Outcome addStates(qint64 peer, Buckets &buckets, WallTime to);

    HistoryDatabase m_database;
    HistoryDamageLedger m_damage;
    FiledPings m_pings{m_database, m_damage};
    int m_held = 0; // nested snapshots
};

} // namespace Pongwatch
