// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/filedpings.h"

#include "history/store/journalrow.h"
#include "history/store/packedchunk.h"
#include "history/store/storedtime.h"
#include "history/timegrid.h"

#include <algorithm>
#include <tuple>

namespace Pongwatch
{

FiledPings::FiledPings(HistoryDatabase &database, HistoryDamageLedger &damage)
    : m_database(database)
    , m_damage(damage)
{
}

namespace
{

constexpr qint64 chunkReach = std::chrono::duration_cast<microseconds>(PackedChunk::longest).count();

bool isWithin(const PingSample &sample, WallTime from, WallTime to)
{
    return sample.sentAt >= from && sample.sentAt < to;
}

/// The moment from which on something is known that is not known at all.
constexpr WallTime neverAgain{microseconds(std::numeric_limits<qint64>::max() / 2)};

} // namespace

void FiledPings::noteDamage(const PackedChunk &chunk, qint64 peer)
{
    const auto samples = static_cast<quint64>(std::clamp<qint64>(chunk.count, 0, chunk.data.size()));
    m_damage.add({peer, HistoryDamage::Part::Chunks, 1, samples, chunk.from, chunk.to}, chunk.id);
}

/// The samples that are in the journal but not in chunks: the file's last half minute.
Result<std::vector<PingSample>> FiledPings::journal(qint64 peer, WallTime from, WallTime to)
{
    const bool isOld = m_database.version() < firstFormatWithCounts;
    Result<QSqlQuery *> rows =
        isOld ? m_database.run("select_journal") : m_database.run("select_journal_of_peer", {peer});
    if (!rows)
        return rows.error();
    std::vector<PingSample> samples;
    while (rows.value()->next()) {
        bool isWhole = true;
        const bool wasRead =
            eachInJournalRow(rows.value()->value(1).toByteArray(), [&](qint64 its, QByteArrayView packed) {
                if (its == peer)
                    isWhole &= SampleCodec::decode(packed, PeerId{}, samples);
            });
        if (!isWhole || !wasRead)
            m_damage.add(HistoryDamage{isWhole ? 0 : peer, HistoryDamage::Part::Journal},
                         rows.value()->value(0).toLongLong());
    }
    rows.value()->finish();
    std::erase_if(samples, [from, to](const PingSample &sample) { return !isWithin(sample, from, to); });
    settleRevisions(samples, isOld);
    if (isOld) {
        if (Outcome done = OldCounts(m_database, peer).dropFiled(samples); !done)
            return done.error();
    }
    return samples;
}

/// Samples in chunks that are there a second time.
Result<std::set<OldCounts::Place>> FiledPings::countedTwice(qint64 peer, WallTime from, WallTime to)
{
    std::set<OldCounts::Place> places;
    if (m_database.version() >= firstFormatWithCounts)
        return places;
    OldCounts counts(m_database, peer);
    const Result<std::set<qint64>> hours = counts.hours(from, to);
    if (!hours)
        return hours.error();
    for (const qint64 hour : hours.value()) {
        const Result<OldCounts::Hour> its = counts.inHour(hour);
        if (!its)
            return its.error();
        places.insert(its.value().places.cbegin(), its.value().places.cend());
    }
    return places;
}

Outcome FiledPings::eachSample(qint64 peer, WallTime from, WallTime to, const SampleSink &sink)
{
    Result<std::vector<PingSample>> waiting = journal(peer, from, to);
    if (!waiting)
        return waiting.error();
    const Result<std::set<OldCounts::Place>> extra = countedTwice(peer, from, to);
    if (!extra)
        return extra.error();
    // Late pongs whose timeouts are already in chunks.
    std::map<std::tuple<WallTime, quint32, quint32>, PingSample> late;
    for (const PingSample &sample : waiting.value())
        if (sample.outcome == PingOutcome::Late)
            late.emplace(std::tuple(sample.sentAt, sample.connection, sample.seq), sample);
    // "The end of time" leaves no room for another span.
    const qint64 end = std::min(inMicroseconds(to), std::numeric_limits<qint64>::max() - chunkReach);
    Result<QSqlQuery *> rows =
        m_database.run("select_chunks", {peer, inMicroseconds(from), end + chunkReach, end});
    if (!rows)
        return rows.error();
    std::vector<PingSample> samples;
    bool wanted = true;
    while (wanted && rows.value()->next()) {
        const PackedChunk chunk = PackedChunk::of(*rows.value());
        samples.clear();
        if (!chunk.unpack(PeerId{}, samples)) {
            noteDamage(chunk, peer);
            continue;
        }
        for (size_t i = 0; i < samples.size() && wanted; ++i) {
            const PingSample &sample = samples[i];
            if (!isWithin(sample, from, to))
                continue;
            if (!extra.value().empty() && extra.value().contains({chunk.id, i}))
                continue;
            if (sample.outcome == PingOutcome::TimedOut && !late.empty()) {
                if (const auto its = late.find({sample.sentAt, sample.connection, sample.seq});
                    its != late.end()) {
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

Result<bool> FiledPings::isTimeoutFiled(qint64 peer, const PingSample &late)
{
    const qint64 at = inMicroseconds(late.sentAt);
    Result<QSqlQuery *> rows = m_database.run("select_chunks", {peer, at, at + chunkReach, at + 1});
    if (!rows)
        return rows.error();
    bool found = false;
    std::vector<PingSample> samples;
    while (!found && rows.value()->next()) {
        samples.clear();
        if (!PackedChunk::of(*rows.value()).unpack(PeerId{}, samples))
            continue;
        found = std::any_of(samples.cbegin(), samples.cend(), [&late](const PingSample &sample) {
            return sample.seq == late.seq && sample.sentAt == late.sentAt &&
                   sample.connection == late.connection && sample.outcome == PingOutcome::TimedOut;
        });
    }
    rows.value()->finish();
    return found;
}

/// The pages that touch [from, to], exactly as in the file.
Outcome FiledPings::eachPage(qint64 peer, BucketLevel level, WallTime from, WallTime to, const PageSink &sink)
{
    Result<QSqlQuery *> rows =
        m_database.run("select_pages", {peer, static_cast<int>(level), BucketPage::numberAt(level, from),
                                        BucketPage::numberAt(level, to)});
    if (!rows)
        return rows.error();
    Outcome done = success();
    while (done && rows.value()->next()) {
        const qint64 number = rows.value()->value(0).toLongLong();
        BucketPage page(level, number);
        if (!page.decode(rows.value()->value(1).toByteArray())) {
            const int key = static_cast<int>(level);
            m_damage.add({peer, HistoryDamage::Part::Pages, 1, 0, BucketPage::start(level, number),
                          BucketPage::start(level, number + 1)},
                         number * 2 + key);
        }
        done = sink(number, page);
    }
    rows.value()->finish();
    return done;
}

/// The same, with the wrong counts of old files corrected.
Outcome FiledPings::eachRightPage(qint64 peer, BucketLevel level, WallTime from, WallTime to,
                                  const PageSink &sink)
{
    if (m_database.version() >= firstFormatWithCounts)
        return eachPage(peer, level, from, to, sink);
    OldCounts counts(m_database, peer);
    const qint64 lastPage = BucketPage::numberAt(level, to);
    const Result<std::set<qint64>> hours =
        counts.hours(BucketPage::start(level, BucketPage::numberAt(level, from)),
                     BucketPage::start(level, lastPage + 1) - microseconds(1));
    if (!hours)
        return hours.error();
    std::map<qint64, std::vector<qint64>> hoursOf; // by page
    for (const qint64 hour : hours.value()) {
        const WallTime start = BucketPage::start(BucketLevel::Minute, hour);
        hoursOf[BucketPage::numberAt(level, start)].push_back(hour);
    }
    const auto correct = [&](qint64 number, BucketPage &page) -> Outcome {
        for (const qint64 hour : std::exchange(hoursOf[number], {})) {
            const Result<OldCounts::Hour> its = counts.inHour(hour);
            if (!its)
                return its.error();
            page.removeExtra(its.value().extra);
            page.addUncounted(its.value().uncounted);
        }
        return sink(number, page);
    };
    if (Outcome done = eachPage(peer, level, from, to, correct); !done)
        return done;
    for (const auto &[number, left] : hoursOf) {
        if (left.empty() || number > lastPage)
            continue;
        BucketPage page(level, number); // with only lost pings
        const std::vector<qint64> its = left;
        for (const qint64 hour : its) {
            const Result<OldCounts::Hour> inHour = counts.inHour(hour);
            if (!inHour)
                return inHour.error();
            page.addUncounted(inHour.value().uncounted);
        }
        if (Outcome done = sink(number, page); !done)
            return done;
    }
    return success();
}

/// The buckets of the pages that touch [from, to], without those still in the journal.
Outcome FiledPings::eachFiledBucket(qint64 peer, BucketLevel level, WallTime from, WallTime to,
                                    const BucketSink &sink)
{
    return eachRightPage(peer, level, from, to, [&sink](qint64, const BucketPage &page) {
        for (const SeriesBucket &bucket : page.buckets())
            sink(bucket);
        return success();
    });
}

/// The buckets of the pages that touch [from, to], including what is still in the journal.
Outcome FiledPings::eachBucket(qint64 peer, BucketLevel level, WallTime from, WallTime to,
                               const BucketSink &sink)
{
    const WallTime first = BucketPage::start(level, BucketPage::numberAt(level, from));
    const WallTime end = BucketPage::start(level, BucketPage::numberAt(level, to) + 1);
    Result<std::vector<PingSample>> waiting = journal(peer, first, end);
    if (!waiting)
        return waiting.error();
    struct Additions {
        std::vector<PingSample> samples;
        std::vector<PingSample> revisions; // late pongs whose timeouts are already filed
    };
    std::map<qint64, Additions> additions; // by page
    for (const PingSample &sample : waiting.value()) {
        Additions &its = additions[BucketPage::numberAt(level, sample.sentAt)];
        bool revises = false;
        if (sample.outcome == PingOutcome::Late) {
            const Result<bool> filed = isTimeoutFiled(peer, sample);
            if (!filed)
                return filed.error();
            revises = filed.value();
        }
        (revises ? its.revisions : its.samples).push_back(sample);
    }
    const auto tell = [&sink](const BucketPage &page) {
        for (const SeriesBucket &bucket : page.buckets())
            sink(bucket);
    };
    const auto complete = [&tell](BucketPage &page, Additions &its) {
        std::stable_sort(its.samples.begin(), its.samples.end(),
                         [](const PingSample &a, const PingSample &b) { return a.sentAt < b.sentAt; });
        page.add(its.samples);
        for (const PingSample &late : its.revisions)
            page.revise(late);
        tell(page);
    };
    const Outcome done = eachRightPage(peer, level, from, to, [&](qint64 number, BucketPage &page) {
        const auto its = additions.find(number);
        if (its == additions.end()) {
            tell(page);
            return success();
        }
        complete(page, its->second);
        additions.erase(its);
        return success();
    });
    if (!done)
        return done;
    for (auto &[number, its] : additions) {
        BucketPage page(level, number);
        complete(page, its);
    }
    return success();
}

/// The time span of each peer's samples in the journal.
Result<std::map<qint64, TimeSpan>> FiledPings::journalSpans()
{
    Result<QSqlQuery *> rows = m_database.run("select_journal");
    if (!rows)
        return rows.error();
    std::map<qint64, TimeSpan> spans;
    std::vector<PingSample> samples;
    while (rows.value()->next()) {
        const bool wasRead =
            eachInJournalRow(rows.value()->value(1).toByteArray(), [&](qint64 peer, QByteArrayView packed) {
                samples.clear();
                if (!SampleCodec::decode(packed, PeerId{}, samples) || samples.empty())
                    return;
                const auto [place, isNew] =
                    spans.try_emplace(peer, TimeSpan{samples.front().sentAt, samples.front().sentAt});
                for (const PingSample &sample : samples) {
                    place->second.from = std::min(place->second.from, sample.sentAt);
                    place->second.to = std::max(place->second.to, sample.sentAt);
                }
            });
        if (!wasRead)
            m_damage.add(HistoryDamage{0, HistoryDamage::Part::Journal}, rows.value()->value(0).toLongLong());
    }
    rows.value()->finish();
    return spans;
}

Result<std::optional<WallTime>> FiledPings::firstBucket(qint64 peer, BucketLevel level)
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

Result<WallTime> FiledPings::samplesFrom(qint64 peer)
{
    Result<QSqlQuery *> row = m_database.run("select_first_chunk", {peer});
    if (!row)
        return row.error();
    std::optional<WallTime> first;
    if (row.value()->next())
        first = toWallTime(row.value()->value(0));
    row.value()->finish();
    // Buckets cover what was before the first chunk; if there are none, nothing was thinned.
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

Result<std::optional<WallTime>> FiledPings::firstPage(qint64 peer, BucketLevel level)
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

Result<WallTime> FiledPings::minutesFrom(qint64 peer)
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

Outcome FiledPings::eachThinned(qint64 peer, WallTime from, WallTime to, const BucketSink &sink)
{
    Result<WallTime> samples = samplesFrom(peer);
    if (!samples)
        return samples.error();
    const WallTime until = std::min(samples.value(), to);
    if (until <= from)
        return success();
    Result<WallTime> minutes = minutesFrom(peer);
    if (!minutes)
        return minutes.error();
    // Hours where there are no minutes any more; only whole buckets, so that nothing counts twice.
    const WallTime seam = std::clamp(minutes.value(), from, until);
    for (const auto &[level, begin, end] :
         {std::tuple(BucketLevel::Hour, from, seam), std::tuple(BucketLevel::Minute, seam, until)}) {
        if (begin >= end)
            continue;
        const Outcome done = eachFiledBucket(
            peer, level, begin, end, [&sink, begin = begin, end = end](const SeriesBucket &bucket) {
                const WallTime its = bucket.from + TimeGrid::step(bucket.width);
                if (bucket.from >= begin && its <= end)
                    sink(bucket);
            });
        if (!done)
            return done;
    }
    return success();
}

} // namespace Pongwatch
