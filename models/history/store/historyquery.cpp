// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historyquery.h"

#include "history/opentimeledger.h"
#include "history/sampleaggregate.h"
#include "history/store/bucketpage.h"
#include "history/store/eventcodec.h"
#include "history/store/packedbytes.h"
#include "history/store/samplecodec.h"
#include "history/store/sampleshelf.h"
#include "history/timegrid.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

namespace Pongwatch
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Pongwatch::History", text);
}

qint64 inMicroseconds(WallTime time)
{
    return time.time_since_epoch().count();
}

WallTime toWallTime(const QVariant &value)
{
    return WallTime(microseconds(value.toLongLong()));
}

bool isConnected(ConnectionState state)
{
    return state == ConnectionState::Open || state == ConnectionState::Closing;
}

/// Second reports replace first ones.
void settleRevisions(std::vector<PingSample> &samples)
{
    std::unordered_map<quint64, size_t> timedOut; // by connection and seq: seqs start over with each run
    const auto key = [](const PingSample &sample) {
        return (static_cast<quint64>(sample.connection) << 32) | sample.seq;
    };
    std::vector<size_t> settled;
    for (size_t i = 0; i < samples.size(); ++i) {
        if (samples[i].outcome == PingOutcome::TimedOut) {
            timedOut[key(samples[i])] = i;
        } else if (samples[i].outcome == PingOutcome::Late) {
            const auto first = timedOut.find(key(samples[i]));
            if (first != timedOut.end() && samples[first->second].sentAt == samples[i].sentAt) {
                samples[first->second] = samples[i];
                settled.push_back(i);
            }
        }
    }
    for (auto i = settled.rbegin(); i != settled.rend(); ++i)
        samples.erase(samples.begin() + static_cast<std::ptrdiff_t>(*i));
}

void sortByTime(std::vector<PingSample> &samples)
{
    std::stable_sort(samples.begin(), samples.end(),
                     [](const PingSample &a, const PingSample &b) { return a.sentAt < b.sentAt; });
}

/// Joins what is in time order into buckets of one width.
template <typename Piece, typename TimeOf>
void join(const std::vector<Piece> &pieces, TimeOf timeOf, WallTime begin, WallTime end, nanoseconds width,
          std::vector<SeriesBucket> &into)
{
    BucketJoiner joiner;
    std::optional<WallTime> open;
    const auto finish = [&] {
        SeriesBucket bucket = joiner.take(*open, width);
        if (bucket.from < begin) { // the seam with the wider buckets before it
            bucket.width -= begin - bucket.from;
            bucket.from = begin;
        }
        if (bucket.count > 0 || bucket.timeouts > 0)
            into.push_back(bucket);
    };
    for (const Piece &piece : pieces) {
        if (timeOf(piece) < begin || timeOf(piece) >= end)
            continue;
        const WallTime its = TimeGrid::alignedDown(timeOf(piece), width);
        if (open && *open != its)
            finish();
        open = its;
        joiner.add(piece);
    }
    if (open)
        finish();
}

} // namespace

Result<std::unique_ptr<HistoryQuery>> HistoryQuery::open(const QString &path)
{
    if (!QFileInfo::exists(path))
        return Error{tr("opening the history"), path, tr("there is no such file")};
    std::unique_ptr<HistoryQuery> query(new HistoryQuery);
    if (Outcome done = query->m_database.open(path, HistoryDatabase::Access::ReadOnly); !done)
        return done.error();
    return query;
}

Result<std::vector<HistoryPeer>> HistoryQuery::peers()
{
    Result<QSqlQuery *> rows = m_database.run("select_peers");
    if (!rows)
        return rows.error();
    std::vector<HistoryPeer> peers;
    while (rows.value()->next()) {
        const QSqlQuery &row = *rows.value();
        peers.push_back({row.value(0).toLongLong(), row.value(1).toString(),
                         QUrl(row.value(2).toString(), QUrl::TolerantMode), toWallTime(row.value(3)),
                         toWallTime(row.value(4))});
    }
    return peers;
}

Result<std::vector<HistoryRun>> HistoryQuery::runs(WallTime from, WallTime to)
{
    Result<QSqlQuery *> rows = m_database.run("select_runs", {inMicroseconds(from), inMicroseconds(to)});
    if (!rows)
        return rows.error();
    std::vector<HistoryRun> runs;
    while (rows.value()->next())
        runs.push_back({toWallTime(rows.value()->value(0)), toWallTime(rows.value()->value(1))});
    return runs;
}

Outcome HistoryQuery::readChunks(qint64 peer, WallTime from, WallTime to, size_t limit,
                                 std::vector<PingSample> &into)
{
    const qint64 span = std::chrono::duration_cast<microseconds>(SampleShelf::chunkSpan).count();
    Result<QSqlQuery *> rows = m_database.run(
        "select_chunks", {peer, inMicroseconds(from), inMicroseconds(to) + span, inMicroseconds(to)});
    if (!rows)
        return rows.error();
    std::vector<PingSample> chunk;
    while (into.size() < limit && rows.value()->next()) {
        chunk.clear();
        SampleCodec::decode(rows.value()->value(1).toByteArray(), PeerId{}, chunk);
        for (const PingSample &sample : chunk) {
            if (sample.sentAt >= from && sample.sentAt < to)
                into.push_back(sample);
        }
    }
    rows.value()->finish();
    return success();
}

Outcome HistoryQuery::readJournal(qint64 peer, WallTime from, WallTime to, std::vector<PingSample> &into)
{
    Result<QSqlQuery *> rows = m_database.run("select_journal");
    if (!rows)
        return rows.error();
    std::vector<PingSample> samples;
    while (rows.value()->next()) {
        const QByteArray data = rows.value()->value(1).toByteArray();
        PackedReader reader(data);
        while (!reader.atEnd() && reader.ok()) {
            const auto its = static_cast<qint64>(reader.number());
            const QByteArrayView packed = reader.bytes();
            if (its == peer)
                SampleCodec::decode(packed, PeerId{}, samples);
        }
    }
    rows.value()->finish();
    std::copy_if(
        samples.begin(), samples.end(), std::back_inserter(into),
        [from, to](const PingSample &sample) { return sample.sentAt >= from && sample.sentAt < to; });
    return success();
}

Result<std::vector<PingSample>> HistoryQuery::samples(qint64 peer, WallTime from, WallTime to, size_t limit)
{
    // One transaction: what moves from the journal into a chunk meanwhile is seen once.
    std::vector<PingSample> samples;
    if (Outcome done = m_database.beginReading(); !done)
        return done.error();
    Outcome done = readChunks(peer, from, to, limit, samples);
    if (done)
        done = readJournal(peer, from, to, samples);
    m_database.rollback();
    if (!done)
        return done.error();
    settleRevisions(samples);
    if (samples.size() > limit)
        samples.resize(limit);
    return samples;
}

Result<WallTime> HistoryQuery::samplesFrom(qint64 peer)
{
    Result<QSqlQuery *> row = m_database.run("select_first_chunk", {peer});
    if (!row)
        return row.error();
    const WallTime first = row.value()->next() ? toWallTime(row.value()->value(0)) : WallTime::min();
    row.value()->finish();
    return first;
}

Result<WallTime> HistoryQuery::minutesFrom(qint64 peer)
{
    Result<QSqlQuery *> row =
        m_database.run("select_first_page", {peer, static_cast<int>(BucketLevel::Minute)});
    if (!row)
        return row.error();
    WallTime first = WallTime::min();
    if (row.value()->next() && !row.value()->value(0).isNull())
        first = BucketPage::start(BucketLevel::Minute, row.value()->value(0).toLongLong());
    row.value()->finish();
    return first;
}

Result<HistoryQuery::Buckets> HistoryQuery::readPages(qint64 peer, int level, WallTime from, WallTime to)
{
    const auto kind = static_cast<BucketLevel>(level);
    const qint64 firstPage = BucketPage::numberAt(kind, from);
    const qint64 lastPage = BucketPage::numberAt(kind, to);
    Result<QSqlQuery *> rows = m_database.run("select_pages", {peer, level, firstPage, lastPage});
    if (!rows)
        return rows.error();
    Buckets buckets;
    while (rows.value()->next()) {
        BucketPage page(kind, rows.value()->value(0).toLongLong());
        page.decode(rows.value()->value(1).toByteArray());
        buckets.insert(buckets.end(), page.buckets().begin(), page.buckets().end());
    }
    rows.value()->finish();

    // What is still in the journal belongs to the newest buckets. A late pong whose timeout is filed already
    // changes it when it is filed itself.
    std::vector<PingSample> waiting;
    if (Outcome done = readJournal(peer, from, to, waiting); !done)
        return done.error();
    settleRevisions(waiting);
    sortByTime(waiting);
    for (const PingSample &sample : waiting) {
        BucketPage page(kind, BucketPage::numberAt(kind, sample.sentAt));
        page.add(std::span(&sample, 1));
        buckets.insert(buckets.end(), page.buckets().begin(), page.buckets().end());
    }
    if (!waiting.empty())
        std::stable_sort(buckets.begin(), buckets.end(),
                         [](const SeriesBucket &a, const SeriesBucket &b) { return a.from < b.from; });
    return buckets;
}

Result<HistoryQuery::Buckets> HistoryQuery::collect(qint64 peer, WallTime from, WallTime to,
                                                    nanoseconds width, SeriesDetail detail)
{
    struct Storey {
        std::optional<BucketLevel> level; // none: the samples
        nanoseconds width;
        WallTime complete; // it knows everything from here on
        WallTime begin{};
    };
    std::vector<Storey> storeys;
    const nanoseconds minute = bucketWidth(BucketLevel::Minute);
    const nanoseconds hour = bucketWidth(BucketLevel::Hour);
    if (detail == SeriesDetail::Fine && width < minute) {
        Result<WallTime> first = samplesFrom(peer);
        if (!first)
            return first.error();
        storeys.push_back({std::nullopt, TimeGrid::roundWidth(width), first.value()});
    }
    if (detail == SeriesDetail::Fine && width < hour) {
        Result<WallTime> first = minutesFrom(peer);
        if (!first)
            return first.error();
        storeys.push_back({BucketLevel::Minute, TimeGrid::multipleOf(minute, width), first.value()});
    }
    storeys.push_back({BucketLevel::Hour, TimeGrid::multipleOf(hour, width), WallTime::min()});

    // From the coarse end: each storey begins on the grid of the next coarser one. Widths divide each other
    // only within a storey, so a finer one that would begin too early or too late is left out.
    for (size_t i = storeys.size(); i-- > 0;) {
        const bool isLast = i + 1 == storeys.size();
        Storey &storey = storeys[i];
        const bool knowsAll = storey.complete <= from;
        if (isLast || knowsAll) {
            storey.begin = TimeGrid::alignedDown(from, storey.width);
            storeys.resize(i + 1);
            continue;
        }
        storey.begin = TimeGrid::alignedUp(storey.complete, storeys[i + 1].width);
        if (storey.begin >= to) {
            storeys.erase(storeys.begin() + static_cast<std::ptrdiff_t>(i));
            i = storeys.size();
        }
    }

    Buckets result;
    for (size_t i = storeys.size(); i-- > 0;) {
        const Storey &storey = storeys[i];
        const WallTime until = i == 0 ? TimeGrid::alignedUp(to, storey.width) : storeys[i - 1].begin;
        if (storey.begin >= until)
            continue;
        if (storey.level) {
            Result<Buckets> pieces = readPages(peer, static_cast<int>(*storey.level), storey.begin, until);
            if (!pieces)
                return pieces;
            join(
                pieces.value(), [](const SeriesBucket &bucket) { return bucket.from; }, storey.begin, until,
                storey.width, result);
        } else {
            std::vector<PingSample> pings;
            Outcome done = readChunks(peer, storey.begin, until, std::numeric_limits<size_t>::max(), pings);
            if (done)
                done = readJournal(peer, storey.begin, until, pings);
            if (!done)
                return done.error();
            settleRevisions(pings);
            sortByTime(pings);
            join(
                pings, [](const PingSample &sample) { return sample.sentAt; }, storey.begin, until,
                storey.width, result);
        }
    }
    return result;
}

Result<HistoryQuery::Buckets> HistoryQuery::buckets(qint64 peer, WallTime from, WallTime to, int maxBuckets,
                                                    SeriesDetail detail)
{
    if (maxBuckets <= 0 || to <= from)
        return Buckets();
    if (Outcome done = m_database.beginReading(); !done)
        return done.error();
    // With fixed edges a range has one bucket more than widths; each seam may cost another one.
    nanoseconds width =
        std::max<nanoseconds>(nanoseconds(to - from) / std::max(maxBuckets - 1, 1), microseconds(1));
    Result<Buckets> result = collect(peer, from, to, width, detail);
    while (result && result.value().size() > static_cast<size_t>(maxBuckets)) {
        width += std::max<nanoseconds>(width / 4, microseconds(1));
        result = collect(peer, from, to, width, detail);
    }
    if (result) {
        if (Outcome done = addStates(peer, result.value(), to); !done)
            result = done.error();
    }
    m_database.rollback();
    return result;
}

Outcome HistoryQuery::addStates(qint64 peer, Buckets &buckets, WallTime to)
{
    if (buckets.empty())
        return success();
    const WallTime from = buckets.front().from;
    Result<std::vector<StateSpan>> spans = states(peer, from, to);
    if (!spans)
        return spans.error();
    Result<std::vector<HistoryRun>> ran = runs(from, to);
    if (!ran)
        return ran.error();
    // All three are in time order: one walk. Runs of programs that overlap count as one.
    auto span = spans.value().cbegin();
    auto run = ran.value().cbegin();
    WallTime covered = WallTime::min();
    if (run != ran.value().cend())
        covered = (run++)->to;
    for (SeriesBucket &bucket : buckets) {
        const WallTime end = std::min(bucket.from + TimeGrid::step(bucket.width), to);
        while (span != spans.value().cend() && span->to <= bucket.from)
            ++span;
        for (auto its = span; its != spans.value().cend() && its->from < end; ++its) {
            if (!isConnected(its->state))
                bucket.withoutConnection += std::min(its->to, end) - std::max(its->from, bucket.from);
        }
        // A gap lies in the bucket, or between it and the one before, where a later run begins.
        while (run != ran.value().cend() && run->from < end) {
            if (run->from > covered)
                bucket.gap = true;
            covered = std::max(covered, run->to);
            ++run;
        }
    }
    return success();
}

Result<std::vector<StateSpan>> HistoryQuery::states(qint64 peer, WallTime from, WallTime to)
{
    Result<std::vector<HistoryRun>> ran = runs(from, to);
    if (!ran)
        return ran.error();
    Result<QSqlQuery *> rows = m_database.run(
        "select_states", {peer, inMicroseconds(to), peer, inMicroseconds(from), inMicroseconds(from)});
    if (!rows)
        return rows.error();
    std::vector<StateSpan> spans;
    while (rows.value()->next()) {
        const WallTime at = toWallTime(rows.value()->value(0));
        if (!spans.empty())
            spans.back().to = at;
        const int health = std::clamp(rows.value()->value(1).toInt(), 0, static_cast<int>(Health::Paused));
        const int state =
            std::clamp(rows.value()->value(2).toInt(), 0, static_cast<int>(ConnectionState::Paused));
        spans.push_back({at, to, static_cast<Health>(health), static_cast<ConnectionState>(state)});
    }
    rows.value()->finish();
    // A state lasts no longer than the run that saw it; what a run sees first may be from just before it was
    // recorded.
    std::vector<StateSpan> cut;
    for (const StateSpan &span : spans) {
        const auto its =
            std::find_if(ran.value().rbegin(), ran.value().rend(),
                         [&span](const HistoryRun &run) { return run.from <= span.from + seconds(1); });
        const WallTime end =
            its == ran.value().rend() ? span.to : std::min(span.to, std::max(its->to, span.from));
        const WallTime begin = std::max(span.from, from);
        if (end > begin)
            cut.push_back({begin, end, span.health, span.state});
    }
    return cut;
}

Result<std::vector<ConnectionEvent>> HistoryQuery::events(qint64 peer, WallTime from, WallTime to, int limit)
{
    Result<QSqlQuery *> rows =
        m_database.run("select_events", {peer, inMicroseconds(from), inMicroseconds(to), limit});
    if (!rows)
        return rows.error();
    std::vector<ConnectionEvent> events;
    while (rows.value()->next()) {
        ConnectionEvent event;
        event.connection = rows.value()->value(0).toUInt();
        event.time = toWallTime(rows.value()->value(1));
        if (EventCodec::decode(rows.value()->value(2).toInt(), rows.value()->value(3).toByteArray(), event))
            events.push_back(event);
    }
    rows.value()->finish();
    return events;
}

Result<StatisticsSummary> HistoryQuery::summary(qint64 peer, WallTime from, WallTime to)
{
    Result<std::vector<PingSample>> pings = samples(peer, from, to);
    if (!pings)
        return pings.error();
    Result<std::vector<ConnectionEvent>> happened = events(peer, from, to, std::numeric_limits<int>::max());
    if (!happened)
        return happened.error();
    Result<std::vector<StateSpan>> spans = states(peer, from, to);
    if (!spans)
        return spans.error();

    StatisticsSummary result;
    OpenTimeLedger ledger;
    auto event = happened.value().cbegin();
    const auto eventsUntil = [&](WallTime time) {
        for (; event != happened.value().cend() && event->time <= time; ++event)
            ledger.add(*event);
    };
    for (const PingSample &sample : pings.value()) {
        eventsUntil(sample.sentAt + std::chrono::duration_cast<microseconds>(sample.rtt));
        ledger.add(sample);
    }
    eventsUntil(WallTime::max());
    ledger.fillSinceStart(result, to);
    result.openTime = nanoseconds(0);
    for (const StateSpan &span : spans.value()) {
        if (isConnected(span.state))
            result.openTime += span.to - span.from;
    }

    SampleAggregate aggregate;
    for (const PingSample &sample : pings.value())
        aggregate.add(sample);
    aggregate.fill(result);
    Result<WallTime> first = samplesFrom(peer);
    if (!first)
        return first.error();
    if (first.value() > from) {
        if (Outcome done = addThinned(peer, from, std::min(first.value(), to), result); !done)
            return done.error();
    }
    return result;
}

Outcome HistoryQuery::addThinned(qint64 peer, WallTime from, WallTime to, StatisticsSummary &summary)
{
    Result<WallTime> minutes = minutesFrom(peer);
    if (!minutes)
        return minutes.error();
    // Hours for what has no minutes any more; whole buckets only, so that nothing counts twice.
    const WallTime seam = std::clamp(minutes.value(), from, to);
    Buckets thinned;
    for (const auto &[level, begin, end] :
         {std::tuple(BucketLevel::Hour, from, seam), std::tuple(BucketLevel::Minute, seam, to)}) {
        if (begin >= end)
            continue;
        Result<Buckets> part = readPages(peer, static_cast<int>(level), begin, end);
        if (!part)
            return part.error();
        const nanoseconds width = bucketWidth(level);
        std::copy_if(part.value().begin(), part.value().end(), std::back_inserter(thinned),
                     [begin = begin, end = end, width](const SeriesBucket &bucket) {
                         return bucket.from >= begin && bucket.from + TimeGrid::step(width) <= end;
                     });
    }
    BucketJoiner joiner;
    for (const SeriesBucket &bucket : thinned)
        joiner.add(bucket);
    const SeriesBucket all = joiner.take(from, to - from);
    const auto known = static_cast<double>(summary.answered + summary.slow + summary.late);
    summary.pings += all.count + all.timeouts;
    summary.answered += all.count - std::min(all.late, all.count);
    summary.late += all.late;
    summary.timedOut += all.timeouts;
    const quint64 tellTale = summary.answered + summary.slow + summary.late + summary.timedOut;
    summary.loss = tellTale == 0 ? 0 : static_cast<double>(summary.timedOut) / static_cast<double>(tellTale);
    if (all.count > 0) {
        const double mine = known * static_cast<double>(summary.mean.value_or(nanoseconds(0)).count());
        const double theirs = static_cast<double>(all.count) * static_cast<double>(all.mean->count());
        summary.mean = nanoseconds(std::llround((mine + theirs) / (known + all.count)));
        summary.min = summary.min ? std::min(*summary.min, *all.min) : all.min;
        summary.max = summary.max ? std::max(*summary.max, *all.max) : all.max;
        // Of the thinned part they are not known, and those of the rest would pass for the whole's.
        summary.p50 = summary.p95 = summary.p99 = summary.stddev = std::nullopt;
        summary.jitter = summary.smoothedJitter = std::nullopt;
    }
    return success();
}

} // namespace Pongwatch
