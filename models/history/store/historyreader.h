// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/callqueue.h"
#include "history/store/historyquery.h"

#include <QMetaType>
#include <QObject>
#include <QThread>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <set>

namespace Pongwatch
{

/// Identifies a request to a HistoryReader; never 0.
using HistoryRequest = quint64;

/// The part of a series to read.
struct HistorySeriesWish {
    qint64 peer = 0;
    WallTime from{};
    WallTime to{};
    int maxBuckets = 1;
    /// Pings due at this moment or later are excluded from the fine buckets and the samples, …
    WallTime cutAt = WallTime::max();
    /// … and those due at this one, when this run of the program began, from the coarse buckets.
    WallTime coarseCutAt = WallTime::max();
    size_t mostSamples = 0; ///< if there are no more than this, they are returned individually, too
};

/// A part of a series.
struct HistorySeries {
    static constexpr int mostEnds = 2000;
    static constexpr int mostFeedSpans = 1500;
    static constexpr int mostTraces = 1500;

    HistorySeriesWish wish;
    SeriesDetail detail = SeriesDetail::Fine; ///< Coarse: the fine one will follow
    std::vector<SeriesBucket> buckets;
    std::optional<std::vector<PingSample>> samples; ///< all of them, by sentAt; nullopt: there are too many
    std::vector<StateSpan> states;
    std::vector<ConnectionEvent> ends; ///< of kind Closed, oldest first; at most the newest `mostEnds`
    std::vector<TimeSpan> gaps;        ///< while the machine slept, and between runs of the program
    std::vector<SharedPath> traces;    ///< of the network path, oldest first; the newest `mostTraces`
    std::vector<FeedSpan> feed;        ///< what came from its feed before `cutAt`, at most `mostFeedSpans`
};

/// Answers queries about ranges from a thread of its own, with signals that carry the id of the request. No
/// call blocks except the destructor, which waits for the current query, or for `patience` if the disk does
/// not respond. Signals are emitted on the thread of the reader.
class HistoryReader : public QObject
{
    Q_OBJECT

public:
    /// A disk that takes longer counts as not responding: the thread is then abandoned.
    static constexpr seconds patience{3};

    /// The file need not exist yet: each request looks for it again.
    explicit HistoryReader(const QString &path, QObject *parent = nullptr);
    ~HistoryReader() override;

    HistoryRequest requestPeers();

    /// Gets two answers: the coarse picture at once, then the fine one. If cancelled in time, it gets
    /// none.
    HistoryRequest requestSeries(const HistorySeriesWish &wish);
    HistoryRequest requestSummary(qint64 peer, WallTime from, WallTime to);
    /// The figures of [from, to), for joining with what came later.
    HistoryRequest requestFigures(qint64 peer, WallTime from, WallTime to);
    /// The distributions on the grid, up to `to`.
    HistoryRequest requestHeat(qint64 peer, const HeatGrid &grid, WallTime to);

    /// A page of the log of events, of all peers (empty name) or of one; see HistoryQuery::eventPage().
    HistoryRequest requestEventPage(const HistoryPlace &before, WallTime from, const QString &peer,
                                    int limit);
    HistoryRequest requestNotes(WallTime from, WallTime to, int limit);
    HistoryRequest requestAlerts(WallTime from, WallTime to, int limit);

    /// The answer is no longer needed, because the range was moved.
    void cancel(HistoryRequest request);

    /// Closes the file, so that its writer can tidy it up at the end. The next request opens it
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
    /// Everything that could not be read so far; emitted when there is more.
    void damageFound(const std::vector<Pongwatch::HistoryDamage> &damage);

private:
    /// Queries an open file on the reader's thread; the function it returns runs on this object's thread.
    using Work = std::function<Result<std::function<void()>>(HistoryQuery &)>;

    /// Work waiting for its turn: quick work comes before slow work.
    class Queue
    {
    public:
        void add(std::function<void()> job, bool isUrgent);
        /// Null if there is none.
        std::function<void()> take();

    private:
        std::mutex m_mutex;
        std::deque<std::function<void()>> m_urgent;
        std::deque<std::function<void()>> m_others;
    };

    /// The requests whose answers are still wanted.
    class Wanted
    {
    public:
        void add(HistoryRequest request);
        /// Returns true if it was there.
        bool remove(HistoryRequest request);
        void clear();
        [[nodiscard]] bool contains(HistoryRequest request) const;

    private:
        mutable std::mutex m_mutex;
        std::set<HistoryRequest> m_requests;
    };

    enum class Turn : quint8 { Urgent, Normal };

    /// What the thread works with. Outlives the reader if the disk does not respond.
    struct Desk {
        Desk(HistoryReader *itsReader, const QString &file)
            : path(file)
            , reader(itsReader)
            , answers(itsReader->m_answers.sender())
        {
        }

        void work(HistoryRequest request, bool isLast, const Work &work);
        void tellDamage();
        /// Runs this on the reader's thread, if it still exists.
        void tell(std::function<void(HistoryReader *)> what);

        const QString path;
        std::unique_ptr<HistoryQuery> query; ///< used only on the thread
        size_t damageTold = 0;               ///< number of pieces; likewise
        Wanted wanted;
        Queue queue;
        HistoryReader *const reader; ///< only for what `answers` runs, which is nothing once it is destroyed
        const CallQueue::Sender answers;
    };

    HistoryRequest newRequest();
    void post(HistoryRequest request, bool isLast, const Work &work, Turn turn = Turn::Normal);
    /// The usual case: one call, whose result is emitted as one signal.
    template <typename Ask, typename Tell>
    HistoryRequest ask(const Ask &question, const Tell &tell);
    void postSeries(HistoryRequest request, const HistorySeriesWish &wish, SeriesDetail detail);

    CallQueue m_answers; // from the thread
    std::unique_ptr<QThread> m_thread;
    CallQueue *m_jobs; // lives on m_thread, which deletes it
    std::shared_ptr<Desk> m_desk;
    HistoryRequest m_last = 0;
};

} // namespace Pongwatch

Q_DECLARE_METATYPE(Pongwatch::HistorySeries)
Q_DECLARE_METATYPE(std::vector<Pongwatch::HistoryPeer>)
