// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historyreader.h"

namespace Pongwatch
{

void HistoryReader::Wanted::add(HistoryRequest request)
{
    const std::lock_guard lock(m_mutex);
    m_requests.insert(request);
}

bool HistoryReader::Wanted::remove(HistoryRequest request)
{
    const std::lock_guard lock(m_mutex);
    return m_requests.erase(request) > 0;
}

void HistoryReader::Wanted::clear()
{
    const std::lock_guard lock(m_mutex);
    m_requests.clear();
}

bool HistoryReader::Wanted::contains(HistoryRequest request) const
{
    const std::lock_guard lock(m_mutex);
    return m_requests.count(request) > 0;
}

HistoryReader::HistoryReader(const QString &path, QObject *parent)
    : QObject(parent)
    , m_thread(std::make_unique<QThread>())
    , m_jobs(new CallQueue)
    , m_desk(std::make_shared<Desk>(this, path))
{
    m_thread->setObjectName(QStringLiteral("history-reader"));
    m_jobs->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_jobs, &QObject::deleteLater);
    m_thread->start();
}

HistoryReader::~HistoryReader()
{
    m_desk->wanted.clear(); // it is pointless to wait for these
    // The connection must be closed on the thread where it was opened.
    if (!m_jobs->postAndWait(patience, [desk = m_desk] { desk->query.reset(); })) {
        // It is waiting for the disk: waiting for the thread would hang, too.
        QThread *const left = m_thread.release();
        connect(left, &QThread::finished, left, &QObject::deleteLater);
        left->quit();
        return;
    }
    m_thread->quit();
    m_thread->wait();
}

HistoryRequest HistoryReader::newRequest()
{
    ++m_last;
    m_desk->wanted.add(m_last);
    return m_last;
}

void HistoryReader::cancel(HistoryRequest request)
{
    m_desk->wanted.remove(request);
}

void HistoryReader::Queue::add(std::function<void()> job, bool isUrgent)
{
    const std::lock_guard lock(m_mutex);
    (isUrgent ? m_urgent : m_others).push_back(std::move(job));
}

std::function<void()> HistoryReader::Queue::take()
{
    const std::lock_guard lock(m_mutex);
    std::deque<std::function<void()>> &from = m_urgent.empty() ? m_others : m_urgent;
    if (from.empty())
        return {};
    std::function<void()> job = std::move(from.front());
    from.pop_front();
    return job;
}

void HistoryReader::post(HistoryRequest request, bool isLast, const Work &work, Turn turn)
{
    m_desk->queue.add([desk = m_desk.get(), request, isLast, work] { desk->work(request, isLast, work); },
                      turn == Turn::Urgent);
    // One call for each job, whichever job that will run.
    m_jobs->post([desk = m_desk] {
        if (const std::function<void()> job = desk->queue.take())
            job();
    });
}

void HistoryReader::Desk::tell(std::function<void(HistoryReader *)> what)
{
    answers.post([its = reader, what = std::move(what)] { what(its); });
}

void HistoryReader::Desk::work(HistoryRequest request, bool isLast, const Work &work)
{
    if (!wanted.contains(request))
        return;
    std::function<void()> answer;
    Outcome outcome = success();
    if (!query) {
        Result<std::unique_ptr<HistoryQuery>> opened = HistoryQuery::open(path);
        if (opened)
            query = std::move(opened).value();
        else
            outcome = opened.error();
    }
    if (outcome) {
        Result<std::function<void()>> answered = work(*query);
        if (answered)
            answer = std::move(answered).value();
        else
            outcome = answered.error();
    }
    tellDamage();
    if (!outcome) {
        query.reset(); // it may have been replaced: open it again next time
        isLast = true;
    }
    tell([request, isLast, answer,
          problem = outcome ? QString() : outcome.error().sentence()](HistoryReader *reader) {
        Wanted &stillWanted = reader->m_desk->wanted;
        if (!(isLast ? stillWanted.remove(request) : stillWanted.contains(request)))
            return;
        if (answer)
            answer();
        else
            Q_EMIT reader->failed(request, problem);
    });
}

void HistoryReader::Desk::tellDamage()
{
    if (!query || query->damage().pieces() <= damageTold)
        return;
    damageTold = query->damage().pieces();
    tell([damage = query->namedDamage()](HistoryReader *reader) { Q_EMIT reader->damageFound(damage); });
}

void HistoryReader::release()
{
    m_jobs->post([desk = m_desk] { desk->query.reset(); });
}

template <typename Ask, typename Tell>
HistoryRequest HistoryReader::ask(const Ask &question, const Tell &tell)
{
    const HistoryRequest request = newRequest();
    post(request, true, [request, question, tell](HistoryQuery &query) -> Result<std::function<void()>> {
        auto answer = question(query, request);
        if (!answer)
            return answer.error();
        // Shared, because the function is copied on its way, and an answer can be large.
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
            Result<std::vector<SharedPath>> traces =
                query.traces(wish.peer, wish.from, wish.to, HistorySeries::mostTraces);
            if (!traces)
                return traces.error();
            series->traces = std::move(traces).value();
            Result<std::vector<FeedSpan>> feed =
                query.feed(wish.peer, wish.from, std::min(wish.to, wish.cutAt), HistorySeries::mostFeedSpans);
            if (!feed)
                return feed.error();
            series->feed = std::move(feed).value();
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

HistoryRequest HistoryReader::requestEventPage(const HistoryPlace &before, WallTime from, const QString &peer,
                                               int limit)
{
    return ask(
        [=](HistoryQuery &query, HistoryRequest) { return query.eventPage(before, from, peer, limit); },
        [this](HistoryRequest request, const HistoryEventPage &page) {
            Q_EMIT eventPageReady(request, page);
        });
}

HistoryRequest HistoryReader::requestNotes(WallTime from, WallTime to, int limit)
{
    return ask([=](HistoryQuery &query, HistoryRequest) { return query.notes(from, to, limit); },
               [this](HistoryRequest request, const std::vector<Note> &notes) {
                   Q_EMIT notesReady(request, notes);
               });
}

HistoryRequest HistoryReader::requestAlerts(WallTime from, WallTime to, int limit)
{
    return ask([=](HistoryQuery &query, HistoryRequest) { return query.alerts(from, to, limit); },
               [this](HistoryRequest request, const std::vector<AlertEntry> &entries) {
                   Q_EMIT alertsReady(request, entries);
               });
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
        [=, desk = m_desk.get()](HistoryQuery &query, HistoryRequest request) {
            return query.heat(peer, grid, to, [desk, request] { return desk->wanted.contains(request); });
        },
        [this](HistoryRequest request, const std::vector<HeatColumn> &columns) {
            Q_EMIT heatReady(request, columns);
        });
}

} // namespace Pongwatch
