// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historyquery.h"

#include "history/opentimeledger.h"
#include "history/sampleaggregate.h"
#include "history/store/bucketpage.h"
#include "history/store/gridjoiner.h"
#include "history/store/packedbytes.h"
#include "history/store/samplecodec.h"
#include "history/store/sampleshelf.h"
#include "history/store/storedtime.h"
#include "history/timegrid.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <map>
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

Result<std::vector<PingSample>> HistoryQuery::journal(qint64 peer, WallTime from, WallTime to)
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
    std::erase_if(samples, [from, to](const PingSample &sample) {
        return sample.sentAt < from || sample.sentAt >= to;
    });
    settleRevisions(samples);
    return samples;
}

Outcome HistoryQuery::eachSample(qint64 peer, WallTime from, WallTime to, const SampleSink &sink)
{
    Result<std::vector<PingSample>> waiting = journal(peer, from, to);
    if (!waiting)
        return waiting.error();
    // Late pongs whose timeouts are in chunks already.
    std::map<std::pair<WallTime, quint32>, PingSample> late;
    for (const PingSample &sample : waiting.value()) {
        if (sample.outcome == PingOutcome::Late)
            late.emplace(std::pair(sample.sentAt, sample.seq), sample);
    }
    const qint64 span = std::chrono::duration_cast<microseconds>(SampleShelf::chunkSpan).count();
    // "Until the end of time" has no room for another span.
    const qint64 end = std::min(inMicroseconds(to), std::numeric_limits<qint64>::max() - span);
    Result<QSqlQuery *> rows = m_database.run("select_chunks", {peer, inMicroseconds(from), end + span, end});
    if (!rows)
        return rows.error();
    std::vector<PingSample> chunk;
    bool wanted = true;
    while (wanted && rows.value()->next()) {
        chunk.clear();
        SampleCodec::decode(rows.value()->value(1).toByteArray(), PeerId{}, chunk);
        for (const PingSample &sample : chunk) {
            if (sample.sentAt < from || sample.sentAt >= to || !wanted)
                continue;
            if (sample.outcome == PingOutcome::TimedOut && !late.empty()) {
                if (const auto its = late.find({sample.sentAt, sample.seq}); its != late.end()) {
                    wanted = sink(its->second);
                    std::erase(waiting.value(), its->second);
                    late.erase(its);
                    continue;
                }
            }
            wanted = sink(sample);
        }
    }
    rows.value()->finish();
    for (auto sample = waiting.value().cbegin(); wanted && sample != waiting.value().cend(); ++sample)
        wanted = sink(*sample);
    return success();
}

Result<std::vector<PingSample>> HistoryQuery::samples(qint64 peer, WallTime from, WallTime to, size_t limit)
{
    // One transaction: what moves from the journal into a chunk meanwhile is seen once.
    if (Outcome done = m_database.beginReading(); !done)
        return done.error();
    std::vector<PingSample> samples;
    const Outcome done = eachSample(peer, from, to, [&samples, limit](const PingSample &sample) {
        if (samples.size() < limit)
            samples.push_back(sample);
        return samples.size() < limit;
    });
    m_database.rollback();
    if (!done)
        return done.error();
    return samples;
}

Outcome HistoryQuery::visitSamples(qint64 peer, WallTime from, WallTime to, const SampleSink &sink)
{
    if (Outcome done = m_database.beginReading(); !done)
        return done;
    const Outcome done = eachSample(peer, from, to, sink);
    m_database.rollback();
    return done;
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

Outcome HistoryQuery::eachBucket(qint64 peer, int level, WallTime from, WallTime to, const BucketSink &sink)
{
    const auto kind = static_cast<BucketLevel>(level);
    Result<QSqlQuery *> rows = m_database.run(
        "select_pages", {peer, level, BucketPage::numberAt(kind, from), BucketPage::numberAt(kind, to)});
    if (!rows)
        return rows.error();
    while (rows.value()->next()) {
        BucketPage page(kind, rows.value()->value(0).toLongLong());
        page.decode(rows.value()->value(1).toByteArray());
        for (const SeriesBucket &bucket : page.buckets())
            sink(bucket);
    }
    rows.value()->finish();

    // What is still in the journal belongs to the newest buckets. A late pong whose timeout is filed already
    // changes it when it is filed itself.
    Result<std::vector<PingSample>> waiting = journal(peer, from, to);
    if (!waiting)
        return waiting.error();
    for (const PingSample &sample : waiting.value()) {
        BucketPage page(kind, BucketPage::numberAt(kind, sample.sentAt));
        page.add(std::span(&sample, 1));
        for (const SeriesBucket &bucket : page.buckets())
            sink(bucket);
    }
    return success();
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
        GridJoiner joiner(storey.begin, until, storey.width);
        const Outcome done = storey.level
                                 ? eachBucket(peer, static_cast<int>(*storey.level), storey.begin, until,
                                              [&joiner](const SeriesBucket &bucket) { joiner.add(bucket); })
                                 : eachSample(peer, storey.begin, until, [&joiner](const PingSample &sample) {
                                       joiner.add(sample);
                                       return true;
                                   });
        if (!done)
            return done.error();
        const Buckets part = joiner.take();
        result.insert(result.end(), part.begin(), part.end());
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

Result<StatisticsSummary> HistoryQuery::summary(qint64 peer, WallTime from, WallTime to,
                                                const SampleSink &alsoTo, LatencyHistogram *distribution)
{
    if (Outcome done = m_database.beginReading(); !done)
        return done.error();
    Result<StatisticsSummary> result = summarize(peer, from, to, alsoTo, distribution);
    m_database.rollback();
    return result;
}

Result<StatisticsSummary> HistoryQuery::summarize(qint64 peer, WallTime from, WallTime to,
                                                  const SampleSink &alsoTo, LatencyHistogram *distribution)
{
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
    SampleAggregate aggregate;
    const Outcome done = eachSample(peer, from, to, [&](const PingSample &sample) {
        eventsUntil(sample.sentAt + std::chrono::duration_cast<microseconds>(sample.rtt));
        ledger.add(sample);
        aggregate.add(sample);
        return !alsoTo || alsoTo(sample);
    });
    if (!done)
        return done.error();
    eventsUntil(WallTime::max());
    ledger.fillSinceStart(result, to);
    result.openTime = nanoseconds(0);
    for (const StateSpan &span : spans.value()) {
        if (isConnected(span.state))
            result.openTime += span.to - span.from;
    }
    aggregate.fill(result);
    if (distribution != nullptr)
        *distribution = aggregate.histogram();

    Result<WallTime> first = samplesFrom(peer);
    if (!first)
        return first.error();
    if (first.value() > from) {
        if (Outcome added = addThinned(peer, from, std::min(first.value(), to), result); !added)
            return added.error();
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
    BucketJoiner joiner;
    for (const auto &[level, begin, end] :
         {std::tuple(BucketLevel::Hour, from, seam), std::tuple(BucketLevel::Minute, seam, to)}) {
        if (begin >= end)
            continue;
        const Outcome done = eachBucket(peer, static_cast<int>(level), begin, end,
                                        [&joiner, begin = begin, end = end](const SeriesBucket &bucket) {
                                            const WallTime until = bucket.from + TimeGrid::step(bucket.width);
                                            if (bucket.from >= begin && until <= end)
                                                joiner.add(bucket);
                                        });
        if (!done)
            return done;
    }
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
