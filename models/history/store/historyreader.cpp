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

void HistoryReader::Wanted::clear()
{
    const QMutexLocker locker(&m_mutex);
    m_requests.clear();
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
    m_wanted.clear(); // what is waiting is not worth waiting for
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

void HistoryReader::Queue::add(std::function<void()> job, bool isUrgent)
{
    const QMutexLocker locker(&m_mutex);
    (isUrgent ? m_urgent : m_others).push_back(std::move(job));
}

std::function<void()> HistoryReader::Queue::take()
{
    const QMutexLocker locker(&m_mutex);
    std::deque<std::function<void()>> &from = m_urgent.empty() ? m_others : m_urgent;
    if (from.empty())
        return {};
    std::function<void()> job = std::move(from.front());
    from.pop_front();
    return job;
}

void HistoryReader::post(HistoryRequest request, bool isLast, const Work &work, Turn turn)
{
    m_queue.add([this, request, isLast, work] { this->work(request, isLast, work); }, turn == Turn::Urgent);
    // One event for each job, whichever it will be.
    QMetaObject::invokeMethod(
        m_worker,
        [this] {
            if (const std::function<void()> job = m_queue.take())
                job();
        },
        Qt::QueuedConnection);
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
    tellDamage();
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

void HistoryReader::tellDamage()
{
    if (!m_query || m_query->damage().pieces() <= m_damageTold)
        return;
    m_damageTold = m_query->damage().pieces();
    QMetaObject::invokeMethod(
        this, [this, damage = m_query->namedDamage()] { Q_EMIT damageFound(damage); }, Qt::QueuedConnection);
}

void HistoryReader::release()
{
    QMetaObject::invokeMethod(
        m_worker, [this] { m_query.reset(); }, Qt::QueuedConnection);
}

template <typename Ask, typename Tell>
HistoryRequest HistoryReader::ask(const Ask &question, const Tell &tell)
{
    const HistoryRequest request = newRequest();
    post(request, true, [request, question, tell](HistoryQuery &query) -> Result<std::function<void()>> {
        auto answer = question(query, request);
        if (!answer)
            return answer.error();
        // Shared: a function is copied on its way, and an answer can be large.
        const auto kept = std::make_shared<const typename std::decay_t<decltype(answer.value())>>(
            std::move(answer).value());
        return std::function<void()>([request, tell, kept] { tell(request, *kept); });
    });
    return request;
}

HistoryRequest HistoryReader::requestPeers()
{
    return ask([](HistoryQuery &query, HistoryRequest) { return query.peers(); },
               [this](HistoryRequest request, const std::vector<HistoryPeer> &peers) {
                   Q_EMIT peersReady(request, peers);
               });
}

void HistoryReader::postSeries(HistoryRequest request, const HistorySeriesWish &wish, SeriesDetail detail)
{
    const bool isFine = detail == SeriesDetail::Fine;
    const auto work = [this, request, wish, isFine,
                       detail](HistoryQuery &query) -> Result<std::function<void()>> {
        const auto series = std::make_shared<HistorySeries>();
        series->wish = wish;
        series->detail = detail;
        Result<std::vector<SeriesBucket>> buckets = query.buckets(
            wish.peer, wish.from, wish.to, wish.maxBuckets, detail, isFine ? wish.cutAt : wish.coarseCutAt);
        if (!buckets)
            return buckets.error();
        series->buckets = std::move(buckets).value();
        Result<std::vector<StateSpan>> states = query.states(wish.peer, wish.from, wish.to);
        if (!states)
            return states.error();
        series->states = std::move(states).value();
        Result<std::vector<TimeSpan>> gaps =
            query.gaps(wish.peer, wish.from, wish.to,
                       wish.coarseCutAt == WallTime::max() ? std::nullopt : std::optional(wish.coarseCutAt));
        if (!gaps)
            return gaps.error();
        series->gaps = std::move(gaps).value();
        if (isFine) {
            Result<std::vector<ConnectionEvent>> ends =
                query.ends(wish.peer, wish.from, wish.to, HistorySeries::mostEnds);
            if (!ends)
                return ends.error();
            series->ends = std::move(ends).value();
            Result<std::optional<std::vector<PingSample>>> samples =
                query.samplesIfFew(wish.peer, wish.from, std::min(wish.to, wish.cutAt), wish.mostSamples);
            if (!samples)
                return samples.error();
            series->samples = std::move(samples).value();
        }
        return std::function<void()>([this, request, series] { Q_EMIT seriesReady(request, *series); });
    };
    post(request, isFine, work, isFine ? Turn::Normal : Turn::Urgent);
}

HistoryRequest HistoryReader::requestSeries(const HistorySeriesWish &wish)
{
    const HistoryRequest request = newRequest();
    postSeries(request, wish, SeriesDetail::Coarse);
    postSeries(request, wish, SeriesDetail::Fine);
    return request;
}

HistoryRequest HistoryReader::requestSamples(qint64 peer, WallTime from, WallTime to, size_t limit)
{
    return ask([=](HistoryQuery &query, HistoryRequest) { return query.samples(peer, from, to, limit); },
               [this](HistoryRequest request, const std::vector<PingSample> &samples) {
                   Q_EMIT samplesReady(request, samples);
               });
}

HistoryRequest HistoryReader::requestEvents(qint64 peer, WallTime from, WallTime to, int limit)
{
    return ask([=](HistoryQuery &query, HistoryRequest) { return query.events(peer, from, to, limit); },
               [this](HistoryRequest request, const std::vector<ConnectionEvent> &events) {
                   Q_EMIT eventsReady(request, events);
               });
}

HistoryRequest HistoryReader::requestEventPage(const HistoryPlace &before, WallTime from, const QString &peer,
                                               int limit)
{
    const HistoryRequest request = newRequest();
    post(request, true,
         [this, request, before, from, peer, limit](HistoryQuery &query) -> Result<std::function<void()>> {
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
    return ask([=](HistoryQuery &query, HistoryRequest) { return query.summary(peer, from, to); },
               [this](HistoryRequest request, const StatisticsSummary &summary) {
                   Q_EMIT summaryReady(request, summary);
               });
}

HistoryRequest HistoryReader::requestFigures(qint64 peer, WallTime from, WallTime to)
{
    return ask([=](HistoryQuery &query, HistoryRequest) { return query.figures(peer, from, to); },
               [this](HistoryRequest request, const RangeFigures &figures) {
                   Q_EMIT figuresReady(request, figures);
               });
}

HistoryRequest HistoryReader::requestHeat(qint64 peer, const HeatGrid &grid, WallTime to)
{
    return ask(
        [=, this](HistoryQuery &query, HistoryRequest request) {
            return query.heat(peer, grid, to, [this, request] { return m_wanted.contains(request); });
        },
        [this](HistoryRequest request, const std::vector<HeatColumn> &columns) {
            Q_EMIT heatReady(request, columns);
        });
}

} // namespace Pongwatch
