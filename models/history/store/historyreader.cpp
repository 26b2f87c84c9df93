// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historyreader.h"

#include <QMutexLocker>

namespace Pongwatch
{

void HistoryReader::Wanted::add(HistoryRequest request)
{
    const QMutexLocker locker(&m_mutex);
    m_requests.insert(request);
}

bool HistoryReader::Wanted::remove(HistoryRequest request)
{
    const QMutexLocker locker(&m_mutex);
    return m_requests.erase(request) > 0;
}

bool HistoryReader::Wanted::contains(HistoryRequest request) const
{
    const QMutexLocker locker(&m_mutex);
    return m_requests.count(request) > 0;
}

HistoryReader::HistoryReader(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_worker(new QObject)
{
    m_thread.setObjectName(QStringLiteral("history-reader"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

HistoryReader::~HistoryReader()
{
    // The connection must be closed where it was opened.
    QMetaObject::invokeMethod(
        m_worker, [this] { m_query.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

HistoryRequest HistoryReader::newRequest()
{
    ++m_last;
    m_wanted.add(m_last);
    return m_last;
}

void HistoryReader::cancel(HistoryRequest request)
{
    m_wanted.remove(request);
}

void HistoryReader::post(HistoryRequest request, bool isLast, const Work &work)
{
    QMetaObject::invokeMethod(
        m_worker, [this, request, isLast, work] { this->work(request, isLast, work); }, Qt::QueuedConnection);
}

void HistoryReader::work(HistoryRequest request, bool isLast, const Work &work)
{
    if (!m_wanted.contains(request))
        return;
    std::function<void()> tell;
    Outcome outcome = success();
    if (!m_query) {
        Result<std::unique_ptr<HistoryQuery>> opened = HistoryQuery::open(m_path);
        if (opened)
            m_query = std::move(opened).value();
        else
            outcome = opened.error();
    }
    if (outcome) {
        Result<std::function<void()>> answered = work(*m_query);
        if (answered)
            tell = std::move(answered).value();
        else
            outcome = answered.error();
    }
    if (!outcome) {
        m_query.reset(); // perhaps it was replaced: looked at anew next time
        tell = [this, request, sentence = outcome.error().sentence()] { Q_EMIT failed(request, sentence); };
        isLast = true;
    }
    QMetaObject::invokeMethod(
        this,
        [this, request, isLast, tell] {
            if (isLast ? m_wanted.remove(request) : m_wanted.contains(request))
                tell();
        },
        Qt::QueuedConnection);
}

HistoryRequest HistoryReader::requestPeers()
{
    const HistoryRequest request = newRequest();
    post(request, true, [this, request](HistoryQuery &query) -> Result<std::function<void()>> {
        Result<std::vector<HistoryPeer>> peers = query.peers();
        if (!peers)
            return peers.error();
        return std::function<void()>(
            [this, request, peers = std::move(peers).value()] { Q_EMIT peersReady(request, peers); });
    });
    return request;
}

void HistoryReader::postSeries(HistoryRequest request, const HistorySeries &wanted, int maxBuckets,
                               bool isLast)
{
    const auto work = [this, request, wanted,
                       maxBuckets](HistoryQuery &query) -> Result<std::function<void()>> {
        HistorySeries series = wanted;
        Result<std::vector<SeriesBucket>> buckets =
            query.buckets(series.peer, series.from, series.to, maxBuckets, series.detail);
        if (!buckets)
            return buckets.error();
        Result<std::vector<StateSpan>> states = query.states(series.peer, series.from, series.to);
        if (!states)
            return states.error();
        series.buckets = std::move(buckets).value();
        series.states = std::move(states).value();
        return std::function<void()>([this, request, series] { Q_EMIT seriesReady(request, series); });
    };
    post(request, isLast, work);
}

HistoryRequest HistoryReader::requestSeries(qint64 peer, WallTime from, WallTime to, int maxBuckets)
{
    const HistoryRequest request = newRequest();
    postSeries(request, {peer, from, to, SeriesDetail::Coarse, {}, {}}, maxBuckets, false);
    postSeries(request, {peer, from, to, SeriesDetail::Fine, {}, {}}, maxBuckets, true);
    return request;
}

HistoryRequest HistoryReader::requestSamples(qint64 peer, WallTime from, WallTime to, size_t limit)
{
    const HistoryRequest request = newRequest();
    post(request, true,
         [this, request, peer, from, to, limit](HistoryQuery &query) -> Result<std::function<void()>> {
             Result<std::vector<PingSample>> samples = query.samples(peer, from, to, limit);
             if (!samples)
                 return samples.error();
             return std::function<void()>([this, request, samples = std::move(samples).value()] {
                 Q_EMIT samplesReady(request, samples);
             });
         });
    return request;
}

HistoryRequest HistoryReader::requestEvents(qint64 peer, WallTime from, WallTime to, int limit)
{
    const HistoryRequest request = newRequest();
    post(request, true,
         [this, request, peer, from, to, limit](HistoryQuery &query) -> Result<std::function<void()>> {
             Result<std::vector<ConnectionEvent>> events = query.events(peer, from, to, limit);
             if (!events)
                 return events.error();
             return std::function<void()>([this, request, events = std::move(events).value()] {
                 Q_EMIT eventsReady(request, events);
             });
         });
    return request;
}

HistoryRequest HistoryReader::requestEventPage(const HistoryPlace &before, WallTime from, const QString &peer,
                                               int limit)
{
    const HistoryRequest request = newRequest();
    post(request, true,
         [this, request, before, from, peer,
          limit](HistoryQuery &query) -> Result<std::function<void()>> {
             Result<HistoryEventPage> page = query.eventPage(before, from, peer, limit);
             if (!page)
                 return page.error();
             return std::function<void()>(
                 [this, request, page = std::move(page).value()] { Q_EMIT eventPageReady(request, page); });
         });
    return request;
}

HistoryRequest HistoryReader::requestNotes(WallTime from, WallTime to, int limit)
{
    const HistoryRequest request = newRequest();
    post(request, true,
         [this, request, from, to, limit](HistoryQuery &query) -> Result<std::function<void()>> {
             Result<std::vector<Note>> notes = query.notes(from, to, limit);
             if (!notes)
                 return notes.error();
             return std::function<void()>(
                 [this, request, notes = std::move(notes).value()] { Q_EMIT notesReady(request, notes); });
         });
    return request;
}

HistoryRequest HistoryReader::requestSummary(qint64 peer, WallTime from, WallTime to)
{
    const HistoryRequest request = newRequest();
    post(request, true,
         [this, request, peer, from, to](HistoryQuery &query) -> Result<std::function<void()>> {
             Result<StatisticsSummary> summary = query.summary(peer, from, to);
             if (!summary)
                 return summary.error();
             return std::function<void()>(
                 [this, request, summary = summary.value()] { Q_EMIT summaryReady(request, summary); });
         });
    return request;
}

} // namespace Pongwatch
