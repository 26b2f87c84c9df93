// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historyquery.h"

#include "history/heatmaker.h"
#include "history/opentimeledger.h"
#include "history/store/bucketpage.h"
#include "history/store/eventcodec.h"
#include "history/store/filedalerts.h"
#include "history/store/filedtraces.h"
#include "history/store/gridjoiner.h"
#include "history/store/historydatabase.h"
#include "history/store/sampleshelf.h"
#include "history/store/settingsrecord.h"
#include "history/store/storedtime.h"
#include "history/timegrid.h"
#include "history/watchedstates.h"

#include <QFileInfo>

#include <algorithm>
#include <map>

namespace Pongwatch
{

namespace
{

/// The states in which the peer was watched, without first dials.
std::vector<StateSpan> watchedIn(const std::vector<StateSpan> &states,
                                 const std::vector<ConnectionEvent> &happened)
{
    std::vector<TimeSpan> sleeps;
    std::vector<OwnEnd> ends;
    for (const ConnectionEvent &event : happened) {
        if (const auto *sleep = std::get_if<Suspended>(&event.what)) {
            sleeps.push_back(
                {event.time - std::chrono::duration_cast<microseconds>(sleep->duration), event.time});
        } else if (const auto *closed = std::get_if<Closed>(&event.what)) {
            if (const auto own = ownEnd(event.time, closed->verdict))
                ends.push_back(*own);
        }
    }
    return withoutFirstDials(watchedStates(states, sleeps, ends));
}

/// Overlapping runs of programs count as one.
std::vector<TimeSpan> betweenRuns(const std::vector<HistoryRun> &runs)
{
    std::vector<TimeSpan> gaps;
    std::optional<WallTime> covered;
    for (const HistoryRun &run : runs) {
        if (covered && run.from > *covered)
            gaps.push_back({*covered, run.from});
        covered = covered ? std::max(*covered, run.to) : run.to;
    }
    return gaps;
}

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

Outcome HistoryQuery::beginReading()
{
    if (m_held == 0) {
        if (Outcome done = m_database.beginReading(); !done)
            return done;
    }
    ++m_held;
    return success();
}

void HistoryQuery::endReading()
{
    if (--m_held == 0)
        m_database.rollback();
}

/// Events of kinds unknown to this version are not damage.
void HistoryQuery::noteDamage(const ConnectionEvent &event, qint64 peer, int kind)
{
    constexpr qint64 kinds = 16;
    if (kind < static_cast<int>(EventCodec::Kind::State) ||
        kind > static_cast<int>(EventCodec::Kind::RoutinePath))
        return;
    m_damage.add({peer, HistoryDamage::Part::Events, 1, 0, event.time, event.time},
                 inMicroseconds(event.time) * kinds + kind);
}

std::vector<HistoryDamage> HistoryQuery::namedDamage()
{
    std::vector<HistoryDamage> damage = m_damage.all();
    if (damage.empty())
        return damage;
    const Result<std::vector<HistoryPeer>> known = peers();
    for (HistoryDamage &one : damage) {
        if (!known)
            break;
        const auto its = std::find_if(known.value().cbegin(), known.value().cend(),
                                      [&one](const HistoryPeer &peer) { return peer.row == one.peer; });
        if (its != known.value().cend())
            one.name = its->name;
    }
    return damage;
}

Result<std::vector<HistoryPeer>> HistoryQuery::peers()
{
    const Snapshot snapshot(*this);
    if (!snapshot.begun())
        return snapshot.begun().error();
    Result<std::map<qint64, TimeSpan>> waiting = m_pings.journalSpans();
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
    const Result<WallTime> samples = m_pings.samplesFrom(peer.row);
    const Result<WallTime> minutes = m_pings.minutesFrom(peer.row);
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
    const Result<std::vector<PingSample>> waiting = m_pings.journal(peer.row, begin, end);
    if (!waiting)
        return waiting.error();
    for (const PingSample &sample : waiting.value()) {
        const Result<bool> revises = sample.outcome == PingOutcome::Late
                                         ? m_pings.isTimeoutFiled(peer.row, sample)
                                         : Result<bool>(false);
        if (!revises)
            return revises.error();
        counts.waiting += revises.value() ? 0 : 1;
    }
    for (const auto &[level, count] :
         {std::pair(BucketLevel::Minute, &counts.inMinutes), std::pair(BucketLevel::Hour, &counts.inHours)}) {
        const Outcome done =
            m_pings.eachBucket(peer.row, level, from, end, [count = count, from](const SeriesBucket &bucket) {
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
    // One transaction: what moves from the journal into a chunk in the meantime is seen once.
    if (Outcome done = beginReading(); !done)
        return done.error();
    std::vector<PingSample> samples;
    const Outcome done = m_pings.eachSample(peer, from, to, [&samples, limit](const PingSample &sample) {
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
    Result<WallTime> first = m_pings.samplesFrom(peer);
    if (!first)
        return first.error();
    if (first.value() <= from)
        return false;
    // Buckets cover samples from before the first chunk.
    const WallTime until = std::min(first.value(), to);
    bool found = false;
    for (const BucketLevel level : {BucketLevel::Minute, BucketLevel::Hour}) {
        const Outcome done = m_pings.eachFiledBucket(
            peer, level, from, until, [&found, from, until](const SeriesBucket &bucket) {
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
    // Most of the chunks at either end may be outside of the range.
    if (about > static_cast<qint64>(limit) + 2 * ofAChunk)
        return none;
    if (Outcome done = beginReading(); !done)
        return done.error();
    std::vector<PingSample> samples;
    Outcome done = m_pings.eachSample(peer, from, to, [&samples, limit](const PingSample &sample) {
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
    const Outcome done = m_pings.eachSample(peer, from, to, sink);
    endReading();
    return done;
}

Outcome HistoryQuery::joinSamples(qint64 peer, WallTime from, WallTime to, GridJoiner &into)
{
    if (from >= to)
        return success();
    return m_pings.eachSample(peer, from, to, [&into](const PingSample &sample) {
        into.add(sample);
        return true;
    });
}

/// Leaves out what was due at or after `to`, even if that is in the middle of a bucket.
Outcome HistoryQuery::joinBuckets(qint64 peer, BucketLevel level, WallTime from, WallTime to,
                                  GridJoiner &into)
{
    if (from >= to)
        return success();
    const WallTime whole = TimeGrid::alignedDown(to, bucketWidth(level));
    if (whole > from) {
        const Outcome done =
            m_pings.eachBucket(peer, level, from, whole, [&into, whole](const SeriesBucket &bucket) {
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
        WallTime complete; // from here on it knows everything
        WallTime begin{};
    };
    std::vector<Storey> storeys;
    const nanoseconds minute = bucketWidth(BucketLevel::Minute);
    const nanoseconds hour = bucketWidth(BucketLevel::Hour);
    if (detail == SeriesDetail::Fine && width < minute) {
        Result<WallTime> first = m_pings.samplesFrom(peer);
        if (!first)
            return first.error();
        storeys.push_back({std::nullopt, TimeGrid::roundWidth(width), first.value()});
    }
    if (detail == SeriesDetail::Fine && width < hour) {
        Result<WallTime> first = m_pings.minutesFrom(peer);
        if (!first)
            return first.error();
        storeys.push_back({BucketLevel::Minute, TimeGrid::multipleOf(minute, width), first.value()});
    }
    storeys.push_back({BucketLevel::Hour, TimeGrid::multipleOf(hour, width), WallTime::min()});

    // From the coarse end: each level begins on the grid of the next coarser one. Widths are only multiples
    // of each other within a level, so a finer one that would begin too early or too late is left out.
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
    // With fixed edges, a range has one bucket more than widths; each seam may cost another.
    nanoseconds width =
        std::max<nanoseconds>(nanoseconds(to - from) / std::max(maxBuckets - 1, 1), microseconds(1));
    Result<Buckets> result = collect(peer, from, to, width, detail, cutAt);
    while (result && result.value().size() > static_cast<size_t>(maxBuckets)) {
        width += std::max<nanoseconds>(width / 4, microseconds(1));
        result = collect(peer, from, to, width, detail, cutAt);
    }
    if (result) {
        for (SeriesBucket &bucket : result.value())
            if (bucket.from + TimeGrid::step(bucket.width) > cutAt)
                bucket.width = cutAt - bucket.from;
        if (Outcome done = addStates(peer, result.value(), std::min(to, cutAt)); !done)
            result = done.error();
    }
    endReading();
    return result;
}

Result<StatisticsSummary> HistoryQuery::summary(qint64 peer, WallTime from, WallTime to,
                                                const SampleSink &alsoTo, LatencyHistogram *distribution)
{
    Result<RangeFigures> all = figures(peer, from, to, alsoTo);
    if (!all)
        return all.error();
    if (distribution != nullptr)
        *distribution = all.value().samples().histogram();
    return all.value().summary();
}

Result<RangeFigures> HistoryQuery::figures(qint64 peer, WallTime from, WallTime to, const SampleSink &alsoTo)
{
    if (Outcome done = beginReading(); !done)
        return done.error();
    Result<RangeFigures> result = workOut(peer, from, to, alsoTo);
    endReading();
    return result;
}

Result<RangeFigures> HistoryQuery::workOut(qint64 peer, WallTime from, WallTime to, const SampleSink &alsoTo)
{
    Result<std::vector<ConnectionEvent>> happened = events(peer, from, to, std::numeric_limits<int>::max());
    if (!happened)
        return happened.error();
    Result<std::vector<StateSpan>> spans = states(peer, from, to);
    if (!spans)
        return spans.error();

    RangeFigures result;
    OpenTimeLedger ledger;
    auto event = happened.value().cbegin();
    const auto eventsUntil = [&](WallTime time) {
        for (; event != happened.value().cend() && event->time <= time; ++event)
            ledger.add(*event);
    };
    const Outcome done = m_pings.eachSample(peer, from, to, [&](const PingSample &sample) {
        eventsUntil(sample.settledAt());
        ledger.add(sample);
        result.add(sample);
        return !alsoTo || alsoTo(sample);
    });
    if (!done)
        return done.error();
    eventsUntil(WallTime::max());
    StatisticsSummary times;
    ledger.fillSinceStart(times, to);
    const std::vector<StateSpan> watched = watchedIn(spans.value(), happened.value());
    times.openTime = openTime(watched, from, to);
    times.watched = watchedTime(watched, from, to);
    result.addTimes(times);

    const Outcome added = m_pings.eachThinned(
        peer, from, to, [&result](const SeriesBucket &bucket) { result.addThinned(bucket); });
    return added ? Result<RangeFigures>(result) : Result<RangeFigures>(added.error());
}

Result<std::vector<HeatColumn>> HistoryQuery::heat(qint64 peer, const HeatGrid &grid, WallTime to,
                                                   const std::function<bool()> &isWanted)
{
    constexpr int askEach = 4096;
    if (Outcome done = beginReading(); !done)
        return done.error();
    HeatMaker maker(grid);
    const WallTime end = std::min(to, grid.to);
    int since = 0;
    bool wanted = true;
    Outcome done = m_pings.eachSample(peer, grid.from, end, [&](const PingSample &sample) {
        maker.add(sample);
        if (++since % askEach == 0)
            wanted = !isWanted || isWanted();
        return wanted;
    });
    if (done && wanted)
        done = m_pings.eachThinned(peer, grid.from, end,
                                   [&maker](const SeriesBucket &bucket) { maker.addThinned(bucket); });
    endReading();
    if (!done)
        return done.error();
    return maker.take();
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
    // All three are in time order, so one pass is enough. Overlapping runs of programs count as one.
    auto span = spans.value().cbegin();
    auto run = ran.value().cbegin();
    WallTime covered = WallTime::min();
    if (run != ran.value().cend())
        covered = (run++)->to;
    for (SeriesBucket &bucket : buckets) {
        const WallTime end = std::min(bucket.from + TimeGrid::step(bucket.width), to);
        while (span != spans.value().cend() && span->to <= bucket.from)
            ++span;
        for (auto its = span; its != spans.value().cend() && its->from < end; ++its)
            if (!holdsConnection(its->state))
                bucket.withoutConnection += std::min(its->to, end) - std::max(its->from, bucket.from);
        // A gap is in the bucket, or between it and the one before, if a later run begins there.
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
    Result<QSqlQuery *> rows = m_database.run(
        "select_states", {peer, inMicroseconds(to), peer, inMicroseconds(from), inMicroseconds(from)});
    if (!rows)
        return rows.error();
    std::vector<StateSpan> spans;
    while (rows.value()->next()) {
        const WallTime at = toWallTime(rows.value()->value(0));
        if (!spans.empty())
            spans.back().to = at;
        const int health = std::clamp(rows.value()->value(1).toInt(), 0, static_cast<int>(Health::Stale));
        const int state =
            std::clamp(rows.value()->value(2).toInt(), 0, static_cast<int>(ConnectionState::Paused));
        spans.push_back({at, to, static_cast<Health>(health), static_cast<ConnectionState>(state)});
    }
    rows.value()->finish();
    // The first one may be from a run that had ended by `from`.
    const WallTime first = spans.empty() ? from : std::min(from, spans.front().from);
    Result<std::vector<HistoryRun>> ran = runs(first, to);
    if (!ran)
        return ran.error();
    // A state lasts no longer than the run that saw it; the first one of a run may be from just before the
    // run was recorded.
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

Result<std::vector<ConnectionEvent>> HistoryQuery::eventsOf(qint64 peer, int kind, WallTime from, WallTime to,
                                                            int limit)
{
    Result<QSqlQuery *> rows = m_database.run("select_events_of_kind",
                                              {peer, kind, inMicroseconds(from), inMicroseconds(to), limit});
    if (!rows)
        return rows.error();
    std::vector<ConnectionEvent> events;
    while (rows.value()->next()) {
        ConnectionEvent event;
        event.connection = rows.value()->value(0).toUInt();
        event.time = toWallTime(rows.value()->value(1));
        if (EventCodec::decode(kind, rows.value()->value(2).toByteArray(), event))
            events.push_back(event);
        else
            noteDamage(event, peer, kind);
    }
    rows.value()->finish();
    std::reverse(events.begin(), events.end());
    return events;
}

Result<std::vector<ConnectionEvent>> HistoryQuery::ends(qint64 peer, WallTime from, WallTime to, int limit)
{
    Result<std::vector<ConnectionEvent>> ends =
        eventsOf(peer, static_cast<int>(EventCodec::Kind::Closed), from, to, limit);
    if (ends)
        addLaterTraces(m_database, peer, ends.value());
    return ends;
}

Result<std::vector<SharedPath>> HistoryQuery::traces(qint64 peer, WallTime from, WallTime to, int limit)
{
    return filedTraces(m_database, peer, from, to, limit);
}

Result<std::vector<TimeSpan>> HistoryQuery::gaps(qint64 peer, WallTime from, WallTime to,
                                                 std::optional<WallTime> began)
{
    constexpr int mostSleeps = 1000;
    constexpr auto longestSleep = std::chrono::hours(24 * 31);
    Result<std::vector<HistoryRun>> ran = runs(WallTime::min(), WallTime::max());
    if (!ran)
        return ran.error();
    if (began) {
        const auto isLater = [](WallTime time, const HistoryRun &run) { return time < run.from; };
        ran.value().insert(std::upper_bound(ran.value().begin(), ran.value().end(), *began, isLater),
                           HistoryRun{*began, *began});
    }
    // A sleep is reported when it is over.
    Result<std::vector<ConnectionEvent>> woken =
        eventsOf(peer, static_cast<int>(EventCodec::Kind::Suspended), from, to + longestSleep, mostSleeps);
    if (!woken)
        return woken.error();
    std::vector<TimeSpan> gaps = betweenRuns(ran.value());
    for (const ConnectionEvent &event : woken.value()) {
        if (const auto *sleep = std::get_if<Suspended>(&event.what))
            gaps.push_back(
                {event.time - std::chrono::duration_cast<microseconds>(sleep->duration), event.time});
    }
    std::erase_if(gaps, [from, to](const TimeSpan &gap) { return gap.from >= to || gap.to <= from; });
    std::sort(gaps.begin(), gaps.end(), [](const TimeSpan &a, const TimeSpan &b) { return a.from < b.from; });
    return gaps;
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
        const int kind = rows.value()->value(2).toInt();
        if (EventCodec::decode(kind, rows.value()->value(3).toByteArray(), event))
            events.push_back(event);
        else
            noteDamage(event, peer, kind);
    }
    rows.value()->finish();
    addLaterTraces(m_database, peer, events);
    return events;
}

Result<std::vector<FeedSpan>> HistoryQuery::feed(qint64 peer, WallTime from, WallTime to, int most)
{
    constexpr std::chrono::minutes minute(1);
    constexpr std::chrono::hours longest(1); // that a single row covers
    constexpr int mostRows = 50'000;         // almost a year
    Result<QSqlQuery *> rows = m_database.run(
        "select_events_of_kind",
        {peer, static_cast<int>(EventCodec::Kind::FeedMinutes),
         inMicroseconds(from > WallTime{} + longest ? from - longest : from), inMicroseconds(to), mostRows});
    if (!rows)
        return rows.error();
    std::map<WallTime, quint64> minutes; // one minute may be in several rows
    while (rows.value()->next()) {
        WallTime at = toWallTime(rows.value()->value(1));
        for (const quint64 messages : EventCodec::decodeMinutes(rows.value()->value(2).toByteArray())) {
            if (messages > 0 && at >= from && at < to)
                minutes[at] += messages;
            at += minute;
        }
    }
    rows.value()->finish();
    std::vector<FeedSpan> spans;
    spans.reserve(minutes.size());
    for (const auto &[at, messages] : minutes)
        spans.push_back({at, minute, messages});
    return joinedSpans(spans, from, to, most);
}

Result<HistoryEventPage> HistoryQuery::eventPage(const HistoryPlace &before, WallTime from,
                                                 const QString &peer, int limit)
{
    const qint64 since = inMicroseconds(from);
    const qint64 at = inMicroseconds(before.at);
    Result<QSqlQuery *> rows =
        peer.isEmpty()
            ? m_database.run("select_event_page", {since, at, before.row, limit + 1})
            : m_database.run("select_event_page_of_peer", {peer, since, at, before.row, limit + 1});
    if (!rows)
        return rows.error();
    HistoryEventPage page;
    page.next = before;
    for (int count = 0; rows.value()->next(); ++count) {
        const QSqlQuery &row = *rows.value();
        if (count == limit) { // one more than wanted, so there is another page
            page.isLast = false;
            break;
        }
        HistoryEvent event{row.value(1).toString(),
                           QUrl(row.value(2).toString(), QUrl::TolerantMode),
                           {},
                           row.value(0).toLongLong()};
        event.event.connection = row.value(3).toUInt();
        event.event.time = toWallTime(row.value(4));
        page.next = {event.event.time, row.value(0).toLongLong()};
        if (EventCodec::decode(row.value(5).toInt(), row.value(6).toByteArray(), event.event))
            page.events.push_back(std::move(event));
    }
    rows.value()->finish();
    return page;
}

Result<std::vector<Note>> HistoryQuery::notes(WallTime from, WallTime to, int limit)
{
    constexpr int firstWithNotes = 4;
    if (m_database.version() < firstWithNotes)
        return std::vector<Note>();
    Result<QSqlQuery *> rows =
        m_database.run("select_notes", {inMicroseconds(from), inMicroseconds(to), limit});
    if (!rows)
        return rows.error();
    std::vector<Note> notes;
    while (rows.value()->next()) {
        const QSqlQuery &row = *rows.value();
        notes.push_back({row.value(0).toLongLong(), toWallTime(row.value(1)), row.value(2).toString(),
                         row.value(3).toString()});
    }
    rows.value()->finish();
    std::reverse(notes.begin(), notes.end());
    return notes;
}

Result<std::vector<AlertEntry>> HistoryQuery::alerts(WallTime from, WallTime to, int limit)
{
    return filedAlerts(m_database, from, to, limit);
}

Result<std::vector<HistorySettings>> HistoryQuery::settings(qint64 peer, WallTime from, WallTime to)
{
    constexpr int firstWithSettings = 5;
    std::vector<HistorySettings> settings;
    if (m_database.version() < firstWithSettings)
        return settings;
    Result<QSqlQuery *> row = m_database.run("select_settings", {peer});
    if (!row)
        return row.error();
    const QByteArray packed = row.value()->next() ? row.value()->value(0).toByteArray() : QByteArray();
    row.value()->finish();
    for (const DatedSettings &dated : unpackSettings(packed)) {
        const auto its = fromSettingsRecord(dated.record);
        if (!its || dated.since >= to)
            continue;
        if (dated.since <= from) // it applied when the range began, and no older one does
            settings.clear();
        settings.push_back({dated.since, *its});
    }
    return settings;
}

} // namespace Pongwatch
