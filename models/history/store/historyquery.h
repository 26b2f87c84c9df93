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

/// A peer as the history file knows it: by name and URL, over all runs of the program.
struct HistoryPeer {
    qint64 row = 0; ///< names it in this file
    QString name;
    QUrl url;
    WallTime first{};
    WallTime last{}; ///< the newest sample or event

    friend bool operator==(const HistoryPeer &, const HistoryPeer &) = default;
};

/// The pings of one peer, counted in each of the ways in which the file keeps them.
struct HistoryCounts {
    quint64 chunks = 0;  ///< rows
    quint64 filed = 0;   ///< pings in chunks
    quint64 waiting = 0; ///< in the journal alone
    StatisticsSummary figures;
    // From the first whole hour on of which every ping is known; older pings are in buckets only.
    quint64 compared = 0;
    quint64 inMinutes = 0;
    quint64 inHours = 0;

    [[nodiscard]] bool agree() const { return compared == inMinutes && compared == inHours; }
};

/// An event as the file has it, and whose it is.
struct HistoryEvent {
    QString peer; ///< its name
    QUrl url;
    ConnectionEvent event; ///< its peer is 0
    qint64 row = 0;        ///< in the file
};

/// A place in the log of all events.
struct HistoryPlace {
    WallTime at = WallTime::max();
    qint64 row = std::numeric_limits<qint64>::max();
};

/// A part of the log of events, the newest first.
struct HistoryEventPage {
    std::vector<HistoryEvent> events;
    HistoryPlace next;  ///< where the page before this one ends
    bool isLast = true; ///< there is nothing older
};

/// How a peer was watched from a moment on.
struct HistorySettings {
    WallTime since{};
    ConnectionSettings settings; ///< without secrets, name and URL
};

/// From when to when the program ran.
struct HistoryRun {
    WallTime from{};
    WallTime to{};
};

/// How much a series may cost.
enum class SeriesDetail : quint8 {
    Coarse, ///< from hour buckets alone: at once, whatever the range
    Fine,   ///< as fine as the number of buckets and the file allow
};

/// The reading side of a history file, while it is written or not. Calls block for as long as the file takes:
/// HistoryReader gives them a thread. What is damaged is left out, and told by damage(). Each ping counts
/// once, also in files of older versions, which had some twice. Belongs to the thread that opened it.
class HistoryQuery
{
public:
    using SampleSink = FiledPings::SampleSink;

    /// A file of a newer version is read as far as it is understood.
    static Result<std::unique_ptr<HistoryQuery>> open(const QString &path);

    Result<std::vector<HistoryPeer>> peers();

    /// What the calls so far could not read.
    [[nodiscard]] const HistoryDamageLedger &damage() const { return m_damage; }
    /// The same, with the names of the peers.
    [[nodiscard]] std::vector<HistoryDamage> namedDamage();

    /// While it lives, all answers are of the file as it is now, whatever is written meanwhile. At most for
    /// some seconds: the file grows as long.
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

        /// The error says why the file can't be read.
        [[nodiscard]] const Outcome &begun() const { return m_begun; }

    private:
        HistoryQuery &m_query;
        Outcome m_begun;
    };

    /// How the peer was watched in [from, to): what held at `from`, and what it was changed to, in time
    /// order. Files of older versions don't know.
    Result<std::vector<HistorySettings>> settings(qint64 peer, WallTime from, WallTime to);

    /// Reads all of a peer, and counts it.
    Result<HistoryCounts> counts(const HistoryPeer &peer);

    /// What SQLite finds wrong with the file, in its words; at most twenty lines. Adds what was set aside
    /// because it could not be read to damage().
    Result<QStringList> complaints();

    /// The format of the file.
    [[nodiscard]] int format() const { return m_database.version(); }

    /// The runs that touch [from, to].
    Result<std::vector<HistoryRun>> runs(WallTime from, WallTime to);

    /// The samples due in [from, to), in the order in which they came, at most `limit` of them.
    Result<std::vector<PingSample>> samples(qint64 peer, WallTime from, WallTime to,
                                            size_t limit = std::numeric_limits<size_t>::max());

    /// The same, by sentAt, when there are at most `limit` of them and none was thinned; nullopt otherwise,
    /// which is found out without reading many more.
    Result<std::optional<std::vector<PingSample>>> samplesIfFew(qint64 peer, WallTime from, WallTime to,
                                                                size_t limit);

    /// At most `maxBuckets` buckets that cover [from, to), as SeriesPyramid::buckets(). Where raw samples or
    /// minutes were thinned they are as wide as what is left. Pings that were due at `cutAt` or later are in
    /// none of them, to the microsecond: who knows these otherwise can put both together.
    Result<std::vector<SeriesBucket>> buckets(qint64 peer, WallTime from, WallTime to, int maxBuckets,
                                              SeriesDetail detail = SeriesDetail::Fine,
                                              WallTime cutAt = WallTime::max());

    /// Health and state in [from, to), cut to it; there are holes where the program did not run.
    Result<std::vector<StateSpan>> states(qint64 peer, WallTime from, WallTime to);

    /// What happened in [from, to), oldest first. The events' peer is 0.
    Result<std::vector<ConnectionEvent>> events(qint64 peer, WallTime from, WallTime to, int limit = 10000);

    /// What came of the peer's feed in the minutes that begin in [from, to), in time order; those without
    /// any are left out. In wider spans where they would be more than `most`.
    Result<std::vector<FeedSpan>> feed(qint64 peer, WallTime from, WallTime to, int most);

    /// At most `limit` events before a place and not before `from`; of one peer by its name, or of all for an
    /// empty one. The file is not read beyond the page, however large it is.
    Result<HistoryEventPage> eventPage(const HistoryPlace &before, WallTime from, const QString &peer,
                                       int limit);

    /// The notes at moments in [from, to), oldest first; the newest ones when there are more than `limit`.
    Result<std::vector<Note>> notes(WallTime from, WallTime to, int limit = 10000);

    /// All that is kept of alerts of which anything happened in [from, to), oldest first; the newest ones
    /// when there are more than `limit`. For pastAlerts().
    Result<std::vector<AlertEntry>> alerts(WallTime from, WallTime to, int limit = 10000);

    /// The ends of connections and of dials in [from, to), oldest first; the newest `limit` of them.
    Result<std::vector<ConnectionEvent>> ends(qint64 peer, WallTime from, WallTime to, int limit);

    /// When the machine slept, or the program did not run between two of its runs; what touches [from, to),
    /// oldest first. The run that is going on is known here, too, when it `began` before anything of it was
    /// written.
    Result<std::vector<TimeSpan>> gaps(qint64 peer, WallTime from, WallTime to,
                                       std::optional<WallTime> began = {});

    /// The figures of [from, to), from the samples themselves. Where they were thinned, from whole buckets:
    /// counts, minimum, mean and maximum; quantiles, deviation and jitter are then absent.
    /// `alsoTo` is told each sample on the way, and ends the reading with false; `distribution` gets the
    /// round trips of the samples.
    Result<StatisticsSummary> summary(qint64 peer, WallTime from, WallTime to, const SampleSink &alsoTo = {},
                                      LatencyHistogram *distribution = nullptr);

    /// The same, to be joined with what came after it.
    Result<RangeFigures> figures(qint64 peer, WallTime from, WallTime to, const SampleSink &alsoTo = {});

    /// The distributions of what was due on the grid before `to`: from the samples, and where they were
    /// thinned from buckets, as HeatMaker estimates them. Ends early when it `isWanted` no more.
    Result<std::vector<HeatColumn>> heat(qint64 peer, const HeatGrid &grid, WallTime to,
                                         const std::function<bool()> &isWanted = {});

    /// The samples due in [from, to), in the order in which they came, without keeping them.
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
    int m_held = 0; // snapshots, one in the other
};

} // namespace Pongwatch
