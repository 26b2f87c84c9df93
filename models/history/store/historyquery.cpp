// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historyquery.h"

#include "history/store/bucketpage.h"
#include "history/store/gridjoiner.h"
#include "history/store/historystrings.h"
#include "history/store/sampleshelf.h"
#include "history/store/storedtime.h"
#include "history/timegrid.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// From when on something is known that is known of no time any more.
constexpr WallTime neverAgain{microseconds(std::numeric_limits<qint64>::max() / 2)};

} // namespace

Result<std::unique_ptr<HistoryQuery>> HistoryQuery::open(const QString &path)
{
    if (!QFileInfo::exists(path))
        return Error{HistoryStrings::tr("opening the history"), path,
                     HistoryStrings::tr("there is no such file")};
    std::unique_ptr<HistoryQuery> query(new HistoryQuery);
    if (Outcome done = query->m_database.open(path, HistoryDatabase::Access::ReadOnly); !done)
        return done.error();
    return query;
}

Result<std::vector<HistoryPeer>> HistoryQuery::peers()
{
    const Snapshot snapshot(*this);
    if (!snapshot.begun())
        return snapshot.begun().error();
    Result<std::map<qint64, TimeSpan>> waiting = journalSpans();
    if (!waiting)
        return waiting.error();
    Result<QSqlQuery *> rows = m_database.run("select_peers");
    if (!rows)
        return rows.error();
    std::vector<HistoryPeer> peers;
    while (rows.value()->next()) {
        const QSqlQuery &row = *rows.value();
        HistoryPeer peer{row.value(0).toLongLong(), row.value(1).toString(),
                         QUrl(row.value(2).toString(), QUrl::TolerantMode), toWallTime(row.value(3)),
                         toWallTime(row.value(4))};
        if (const auto its = waiting.value().find(peer.row); its != waiting.value().end()) {
            peer.first = std::min(peer.first, its->second.from);
            peer.last = std::max(peer.last, its->second.to);
        }
        peers.push_back(std::move(peer));
    }
    return peers;
}

Result<HistoryCounts> HistoryQuery::counts(const HistoryPeer &peer)
{
    const Snapshot snapshot(*this);
    if (!snapshot.begun())
        return snapshot.begun().error();
    const nanoseconds hour = bucketWidth(BucketLevel::Hour);
    const Result<WallTime> samples = samplesFrom(peer.row);
    const Result<WallTime> minutes = minutesFrom(peer.row);
    if (!samples || !minutes)
        return samples ? minutes.error() : samples.error();
    const WallTime begin = TimeGrid::alignedDown(peer.first, hour);
    const WallTime end = TimeGrid::alignedUp(peer.last + microseconds(1), hour);
    WallTime from = begin;
    if (samples.value() != WallTime::min())
        from = std::max(from, TimeGrid::alignedUp(std::min(samples.value(), end), hour));
    if (minutes.value() != WallTime::min())
        from = std::max(from, TimeGrid::alignedUp(std::min(minutes.value(), end), hour));

    HistoryCounts counts;
    const Result<StatisticsSummary> figures =
        summary(peer.row, begin, end, [&counts, from](const PingSample &sample) {
            counts.compared += sample.sentAt >= from ? 1 : 0;
            return true;
        });
    if (!figures)
        return figures.error();
    counts.figures = figures.value();
    const Result<std::vector<PingSample>> waiting = journal(peer.row, begin, end);
    if (!waiting)
        return waiting.error();
    for (const PingSample &sample : waiting.value()) {
        const Result<bool> revises =
            sample.outcome == PingOutcome::Late ? isTimeoutFiled(peer.row, sample) : Result<bool>(false);
        if (!revises)
            return revises.error();
        counts.waiting += revises.value() ? 0 : 1;
    }
    for (const auto &[level, count] :
         {std::pair(BucketLevel::Minute, &counts.inMinutes), std::pair(BucketLevel::Hour, &counts.inHours)}) {
        const Outcome done =
            eachBucket(peer.row, level, from, end, [count = count, from](const SeriesBucket &bucket) {
                *count += bucket.from >= from ? bucket.pings() : 0;
            });
        if (!done)
            return done.error();
    }
    Result<QSqlQuery *> row = m_database.run("count_chunks", {peer.row});
    if (!row)
        return row.error();
    if (row.value()->next()) {
        counts.chunks = row.value()->value(0).toULongLong();
        counts.filed = row.value()->value(1).toULongLong();
    }
    row.value()->finish();
    return counts;
}

Result<QStringList> HistoryQuery::complaints()
{
    QStringList lines;
    Result<QSqlQuery *> rows = m_database.run("quick_check");
    if (!rows)
        return rows.error();
    while (rows.value()->next()) {
        const QString line = rows.value()->value(0).toString();
        if (line != QStringLiteral("ok"))
            lines.append(line.simplified());
    }
    rows.value()->finish();
    Result<QSqlQuery *> aside = m_database.run("select_set_aside");
    if (!aside)
        return aside.error();
    while (aside.value()->next()) {
        const QSqlQuery &row = *aside.value();
        const qint64 peer = row.value(0).toLongLong();
        if (row.value(1).isNull()) {
            m_damage.add(HistoryDamage{0, HistoryDamage::Part::Journal}, row.value(2).toLongLong());
            continue;
        }
        const auto level = row.value(1).toInt() == 0 ? BucketLevel::Minute : BucketLevel::Hour;
        const qint64 page = row.value(2).toLongLong();
        m_damage.add({peer, HistoryDamage::Part::Pages, 1, 0, BucketPage::start(level, page),
                      BucketPage::start(level, page + 1)},
                     -1 - (page * 2 + row.value(1).toInt()));
    }
    aside.value()->finish();
    return lines;
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

Result<std::vector<PingSample>> HistoryQuery::samples(qint64 peer, WallTime from, WallTime to, size_t limit)
{
    // One transaction: what moves from the journal into a chunk meanwhile is seen once.
    if (Outcome done = beginReading(); !done)
        return done.error();
    std::vector<PingSample> samples;
    const Outcome done = eachSample(peer, from, to, [&samples, limit](const PingSample &sample) {
        if (samples.size() < limit)
            samples.push_back(sample);
        return samples.size() < limit;
    });
    endReading();
    if (!done)
        return done.error();
    return samples;
}

Result<bool> HistoryQuery::isThinned(qint64 peer, WallTime from, WallTime to)
{
    Result<WallTime> first = samplesFrom(peer);
    if (!first)
        return first.error();
    if (first.value() <= from)
        return false;
    // Buckets remember what the samples before the first chunk were.
    const WallTime until = std::min(first.value(), to);
    bool found = false;
    for (const BucketLevel level : {BucketLevel::Minute, BucketLevel::Hour}) {
        const Outcome done =
            eachFiledBucket(peer, level, from, until, [&found, from, until](const SeriesBucket &bucket) {
                found |= bucket.from >= from && bucket.from + TimeGrid::step(bucket.width) <= until;
            });
        if (!done)
            return done.error();
    }
    return found;
}

Result<std::optional<std::vector<PingSample>>> HistoryQuery::samplesIfFew(qint64 peer, WallTime from,
                                                                          WallTime to, size_t limit)
{
    constexpr qint64 ofAChunk = 512;
    constexpr qint64 mostChunks = 256;
    std::optional<std::vector<PingSample>> none;
    const qint64 span = std::chrono::duration_cast<microseconds>(SampleShelf::chunkSpan).count();
    const qint64 end = std::min(inMicroseconds(to), std::numeric_limits<qint64>::max() - span);
    Result<QSqlQuery *> row =
        m_database.run("count_samples", {peer, inMicroseconds(from), end + span, end, mostChunks});
    if (!row)
        return row.error();
    const qint64 about = row.value()->next() ? row.value()->value(0).toLongLong() : 0;
    row.value()->finish();
    // The chunks at both ends may lie outside for the most part.
    if (about > static_cast<qint64>(limit) + 2 * ofAChunk)
        return none;
    if (Outcome done = beginReading(); !done)
        return done.error();
    std::vector<PingSample> samples;
    Outcome done = eachSample(peer, from, to, [&samples, limit](const PingSample &sample) {
        samples.push_back(sample);
        return samples.size() <= limit;
    });
    Result<bool> thinned = done && samples.size() <= limit ? isThinned(peer, from, to) : Result<bool>(true);
    endReading();
    if (!done)
        return done.error();
    if (!thinned)
        return thinned.error();
    if (thinned.value())
        return none;
    std::stable_sort(samples.begin(), samples.end(),
                     [](const PingSample &a, const PingSample &b) { return a.sentAt < b.sentAt; });
    return std::optional(std::move(samples));
}

Outcome HistoryQuery::visitSamples(qint64 peer, WallTime from, WallTime to, const SampleSink &sink)
{
    if (Outcome done = beginReading(); !done)
        return done;
    const Outcome done = eachSample(peer, from, to, sink);
    endReading();
    return done;
}

Result<std::optional<WallTime>> HistoryQuery::firstBucket(qint64 peer, BucketLevel level)
{
    Result<std::optional<WallTime>> page = firstPage(peer, level);
    if (!page || !page.value())
        return page;
    std::optional<WallTime> first;
    const WallTime start = *page.value();
    const Outcome done = eachPage(peer, level, start, start, [&first](qint64, const BucketPage &its) {
        for (const SeriesBucket &bucket : its.buckets())
            first = std::min(bucket.from, first.value_or(bucket.from));
        return success();
    });
    return done ? Result<std::optional<WallTime>>(first) : Result<std::optional<WallTime>>(done.error());
}

Result<WallTime> HistoryQuery::samplesFrom(qint64 peer)
{
    Result<QSqlQuery *> row = m_database.run("select_first_chunk", {peer});
    if (!row)
        return row.error();
    std::optional<WallTime> first;
    if (row.value()->next())
        first = toWallTime(row.value()->value(0));
    row.value()->finish();
    // Buckets remember what was before the first chunk; with nothing there, nothing was thinned.
    for (const BucketLevel level : {BucketLevel::Hour, BucketLevel::Minute}) {
        Result<std::optional<WallTime>> bucket = firstBucket(peer, level);
        if (!bucket)
            return bucket.error();
        if (!bucket.value())
            continue;
        if (!first)
            return neverAgain;
        if (*bucket.value() < TimeGrid::alignedDown(*first, bucketWidth(level)))
            return *first;
    }
    return WallTime::min();
}

Result<std::optional<WallTime>> HistoryQuery::firstPage(qint64 peer, BucketLevel level)
{
    Result<QSqlQuery *> row = m_database.run("select_first_page", {peer, static_cast<int>(level)});
    if (!row)
        return row.error();
    std::optional<WallTime> first;
    if (row.value()->next() && !row.value()->value(0).isNull())
        first = BucketPage::start(level, row.value()->value(0).toLongLong());
    row.value()->finish();
    return first;
}

Result<WallTime> HistoryQuery::minutesFrom(qint64 peer)
{
    Result<std::optional<WallTime>> first = firstPage(peer, BucketLevel::Minute);
    if (!first)
        return first.error();
    if (first.value())
        return *first.value();
    Result<std::optional<WallTime>> hours = firstPage(peer, BucketLevel::Hour);
    if (!hours)
        return hours.error();
    return hours.value() ? neverAgain : WallTime::min();
}

Outcome HistoryQuery::joinSamples(qint64 peer, WallTime from, WallTime to, GridJoiner &into)
{
    if (from >= to)
        return success();
    return eachSample(peer, from, to, [&into](const PingSample &sample) {
        into.add(sample);
        return true;
    });
}

/// Nothing that was due at or after `to` is told, although it may lie in the midst of a bucket.
Outcome HistoryQuery::joinBuckets(qint64 peer, BucketLevel level, WallTime from, WallTime to,
                                  GridJoiner &into)
{
    if (from >= to)
        return success();
    const WallTime whole = TimeGrid::alignedDown(to, bucketWidth(level));
    if (whole > from) {
        const Outcome done = eachBucket(peer, level, from, whole, [&into, whole](const SeriesBucket &bucket) {
            if (bucket.from < whole)
                into.add(bucket);
        });
        if (!done)
            return done;
    }
    const WallTime rest = std::max(from, whole);
    return level == BucketLevel::Hour ? joinBuckets(peer, BucketLevel::Minute, rest, to, into)
                                      : joinSamples(peer, rest, to, into);
}

Result<HistoryQuery::Buckets> HistoryQuery::collect(qint64 peer, WallTime from, WallTime to,
                                                    nanoseconds width, SeriesDetail detail, WallTime cutAt)
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
        const Outcome done =
            storey.level ? joinBuckets(peer, *storey.level, storey.begin, std::min(until, cutAt), joiner)
                         : joinSamples(peer, storey.begin, std::min(until, cutAt), joiner);
        if (!done)
            return done.error();
        const Buckets part = joiner.take();
        result.insert(result.end(), part.begin(), part.end());
    }
    return result;
}

Result<HistoryQuery::Buckets> HistoryQuery::buckets(qint64 peer, WallTime from, WallTime to, int maxBuckets,
                                                    SeriesDetail detail, WallTime cutAt)
{
    if (maxBuckets <= 0 || to <= from)
        return Buckets();
    if (Outcome done = beginReading(); !done)
        return done.error();
    // With fixed edges a range has one bucket more than widths; each seam may cost another one.
    nanoseconds width =
        std::max<nanoseconds>(nanoseconds(to - from) / std::max(maxBuckets - 1, 1), microseconds(1));
    Result<Buckets> result = collect(peer, from, to, width, detail, cutAt);
    while (result && result.value().size() > static_cast<size_t>(maxBuckets)) {
        width += std::max<nanoseconds>(width / 4, microseconds(1));
        result = collect(peer, from, to, width, detail, cutAt);
    }
    if (result) {
        for (SeriesBucket &bucket : result.value()) {
            if (bucket.from + TimeGrid::step(bucket.width) > cutAt)
                bucket.width = cutAt - bucket.from;
        }
        if (Outcome done = addStates(peer, result.value(), std::min(to, cutAt)); !done)
            result = done.error();
    }
    endReading();
    return result;
}

} // namespace Pongwatch
