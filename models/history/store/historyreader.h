// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/store/historyquery.h"

#include <QMetaType>
#include <QMutex>
#include <QObject>
#include <QThread>

#include <deque>
#include <functional>
#include <memory>
#include <set>

namespace Pongwatch
{

/// Names a request to a HistoryReader; never 0.
using HistoryRequest = quint64;

/// Which part of a series is asked for.
struct HistorySeriesWish {
    qint64 peer = 0;
    WallTime from{};
    WallTime to{};
    int maxBuckets = 1;
    /// Pings that were due at this moment or later are left out of the fine buckets and the samples, …
    WallTime cutAt = WallTime::max();
    /// … and those of this one, at which this run of the program began, out of the coarse buckets.
    WallTime coarseCutAt = WallTime::max();
    size_t mostSamples = 0; ///< when there are no more they are told one by one, too
};

/// A part of a series.
struct HistorySeries {
    static constexpr int mostEnds = 2000;
    static constexpr int mostFeedSpans = 1500;

    HistorySeriesWish wish;
    SeriesDetail detail = SeriesDetail::Fine; ///< Coarse: the fine one is on its way
    std::vector<SeriesBucket> buckets;
    std::optional<std::vector<PingSample>> samples; ///< all of them, by sentAt; nullopt: too many
    std::vector<StateSpan> states;
    std::vector<ConnectionEvent> ends; ///< Closed, oldest first; at most the newest `mostEnds`
    std::vector<TimeSpan> gaps;        ///< sleeps, and between the runs of the program
    std::vector<FeedSpan> feed;        ///< what came of its feed before `cutAt`, at most `mostFeedSpans`
};

/// Answers range queries on a thread of its own, by signal, each with the id of its request. No call blocks
/// but the destructor, which waits for the query that is under way, or until the disk has not answered for
/// `patience`. Signals come on the thread of the reader.
class HistoryReader : public QObject
{
    Q_OBJECT

public:
    /// A disk that takes longer does not answer: the thread is left to itself.
    static constexpr seconds patience{3};

    /// The file may not exist yet: it is looked for again with each request.
    explicit HistoryReader(const QString &path, QObject *parent = nullptr);
    ~HistoryReader() override;

    HistoryRequest requestPeers();

    /// Answered twice: by the coarse picture at once, and by the fine one. What is cancelled in time isn't
    /// answered.
    HistoryRequest requestSeries(const HistorySeriesWish &wish);
    HistoryRequest requestSummary(qint64 peer, WallTime from, WallTime to);
    /// The figures of [from, to), to be joined with what came after it.
    HistoryRequest requestFigures(qint64 peer, WallTime from, WallTime to);
    /// The distributions of what was due on the grid before `to`.
    HistoryRequest requestHeat(qint64 peer, const HeatGrid &grid, WallTime to);

    /// A page of the log of events, of all peers (an empty name) or of one; see HistoryQuery::eventPage().
    HistoryRequest requestEventPage(const HistoryPlace &before, WallTime from, const QString &peer,
                                    int limit);
    HistoryRequest requestNotes(WallTime from, WallTime to, int limit);
    HistoryRequest requestAlerts(WallTime from, WallTime to, int limit);

    /// Nobody waits for the answer any more: the range was moved on.
    void cancel(HistoryRequest request);

    /// Lets go of the file, so that its writer can put it in order at its end. The next request opens it
    /// again.
    void release();

Q_SIGNALS:
    void peersReady(quint64 request, const std::vector<Pongwatch::HistoryPeer> &peers);
    void seriesReady(quint64 request, const Pongwatch::HistorySeries &series);
    void eventPageReady(quint64 request, const Pongwatch::HistoryEventPage &page);
    void notesReady(quint64 request, const std::vector<Pongwatch::Note> &notes);
    void alertsReady(quint64 request, const std::vector<Pongwatch::AlertEntry> &entries);
    void summaryReady(quint64 request, const Pongwatch::StatisticsSummary &summary);
    void figuresReady(quint64 request, const Pongwatch::RangeFigures &figures);
    void heatReady(quint64 request, const std::vector<Pongwatch::HeatColumn> &columns);
    void failed(quint64 request, const QString &sentence);
    /// All that could not be read so far; when it has become more.
    void damageFound(const std::vector<Pongwatch::HistoryDamage> &damage);

private:
    /// Asks an open file on the reader's thread; what it returns is run on the thread of this object.
    using Work = std::function<Result<std::function<void()>>(HistoryQuery &)>;

    /// What is waiting for its turn: what is answered at once comes before what takes longer.
    class Queue
    {
    public:
        void add(std::function<void()> job, bool isUrgent);
        /// Null: there is none.
        std::function<void()> take();

    private:
        QMutex m_mutex;
        std::deque<std::function<void()>> m_urgent;
        std::deque<std::function<void()>> m_others;
    };

    /// Which requests are still waited for.
    class Wanted
    {
    public:
        void add(HistoryRequest request);
        /// True when it was there.
        bool remove(HistoryRequest request);
        void clear();
        [[nodiscard]] bool contains(HistoryRequest request) const;

    private:
        mutable QMutex m_mutex;
        std::set<HistoryRequest> m_requests;
    };

    enum class Turn : quint8 { Urgent, Normal };

    /// What the thread works with. It outlives the reader where the disk does not answer.
    struct Desk {
        explicit Desk(HistoryReader *itsReader, const QString &file)
            : path(file)
            , reader(itsReader)
        {
        }

        void work(HistoryRequest request, bool isLast, const Work &work);
        void tellDamage();
        /// Has this done on the reader's thread, if there still is one.
        void tell(std::function<void(HistoryReader *)> what);

        const QString path;
        std::unique_ptr<HistoryQuery> query; ///< on the thread only
        size_t damageTold = 0;               ///< pieces; the same
        Wanted wanted;
        Queue queue;
        QMutex readerMutex;
        HistoryReader *reader; ///< null: gone
    };

    HistoryRequest newRequest();
    void post(HistoryRequest request, bool isLast, const Work &work, Turn turn = Turn::Normal);
    /// The usual case: one call whose answer is told by one signal.
    template <typename Ask, typename Tell>
    HistoryRequest ask(const Ask &question, const Tell &tell);
    void postSeries(HistoryRequest request, const HistorySeriesWish &wish, SeriesDetail detail);

    std::unique_ptr<QThread> m_thread;
    QObject *m_worker; // lives on m_thread, which deletes it
    std::shared_ptr<Desk> m_desk;
    HistoryRequest m_last = 0;
};

} // namespace Pongwatch

Q_DECLARE_METATYPE(Pongwatch::HistorySeries)
Q_DECLARE_METATYPE(std::vector<Pongwatch::HistoryPeer>)
