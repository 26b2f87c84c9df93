// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/store/historyquery.h"

#include <QMetaType>
#include <QMutex>
#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <set>

namespace Pongwatch
{

/// Names a request to a HistoryReader; never 0.
using HistoryRequest = quint64;

/// A part of a series, as asked for.
struct HistorySeries {
    qint64 peer = 0;
    WallTime from{};
    WallTime to{};
    SeriesDetail detail = SeriesDetail::Fine; ///< Coarse: the fine one is on its way
    std::vector<SeriesBucket> buckets;
    std::vector<StateSpan> states;
};

/// Answers range queries on a thread of its own, by signal, each with the id of its request. No call blocks
/// but the destructor. Signals come on the thread of the reader.
class HistoryReader : public QObject
{
    Q_OBJECT

public:
    /// The file may not exist yet: it is looked for again with each request.
    explicit HistoryReader(const QString &path, QObject *parent = nullptr);
    ~HistoryReader() override;

    HistoryRequest requestPeers();

    /// Answered twice: by the coarse picture at once, and by the fine one. What is cancelled in time isn't
    /// answered.
    HistoryRequest requestSeries(qint64 peer, WallTime from, WallTime to, int maxBuckets);
    HistoryRequest requestSamples(qint64 peer, WallTime from, WallTime to, size_t limit);
    HistoryRequest requestEvents(qint64 peer, WallTime from, WallTime to, int limit);
    HistoryRequest requestSummary(qint64 peer, WallTime from, WallTime to);

    /// A page of the log of events, of all peers (an empty name) or of one; see HistoryQuery::eventPage().
    HistoryRequest requestEventPage(const HistoryPlace &before, WallTime from, const QString &peer,
                                    int limit);
    HistoryRequest requestNotes(WallTime from, WallTime to, int limit);

    /// Nobody waits for the answer any more: the range was moved on.
    void cancel(HistoryRequest request);

Q_SIGNALS:
    void peersReady(quint64 request, const std::vector<Pongwatch::HistoryPeer> &peers);
    void seriesReady(quint64 request, const Pongwatch::HistorySeries &series);
    void samplesReady(quint64 request, const std::vector<Pongwatch::PingSample> &samples);
    void eventsReady(quint64 request, const std::vector<Pongwatch::ConnectionEvent> &events);
    void eventPageReady(quint64 request, const Pongwatch::HistoryEventPage &page);
    void notesReady(quint64 request, const std::vector<Pongwatch::Note> &notes);
    void summaryReady(quint64 request, const Pongwatch::StatisticsSummary &summary);
    void failed(quint64 request, const QString &sentence);

private:
    /// Asks an open file on the reader's thread; what it returns is run on the thread of this object.
    using Work = std::function<Result<std::function<void()>>(HistoryQuery &)>;

    /// Which requests are still waited for; the only thing that both threads touch.
    class Wanted
    {
    public:
        void add(HistoryRequest request);
        /// True when it was there.
        bool remove(HistoryRequest request);
        [[nodiscard]] bool contains(HistoryRequest request) const;

    private:
        mutable QMutex m_mutex;
        std::set<HistoryRequest> m_requests;
    };

    HistoryRequest newRequest();
    void post(HistoryRequest request, bool isLast, const Work &work);
    void work(HistoryRequest request, bool isLast, const Work &work);
    void postSeries(HistoryRequest request, const HistorySeries &wanted, int maxBuckets, bool isLast);

    QString m_path;
    QThread m_thread;
    QObject *m_worker;                     // lives on m_thread, which deletes it
    std::unique_ptr<HistoryQuery> m_query; // on m_thread only
    Wanted m_wanted;
    HistoryRequest m_last = 0;
};

} // namespace Pongwatch

Q_DECLARE_METATYPE(Pongwatch::HistorySeries)
Q_DECLARE_METATYPE(std::vector<Pongwatch::HistoryPeer>)
