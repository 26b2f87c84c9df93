// SPDX-License-Identifier: GPL-3.0-or-later
// How a HistoryQuery finds samples and buckets in the file: each ping once, wherever it lies.
#include "history/store/eventcodec.h"
#include "history/store/historyquery.h"
#include "history/store/journalrow.h"
#include "history/store/packedchunk.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr qint64 chunkReach = std::chrono::duration_cast<microseconds>(PackedChunk::longest).count();

bool isWithin(const PingSample &sample, WallTime from, WallTime to)
{
    return sample.sentAt >= from && sample.sentAt < to;
}

} // namespace

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

void HistoryQuery::noteDamage(const PackedChunk &chunk, qint64 peer)
{
    const auto samples = static_cast<quint64>(std::clamp<qint64>(chunk.count, 0, chunk.data.size()));
    m_damage.add({peer, HistoryDamage::Part::Chunks, 1, samples, chunk.from, chunk.to}, chunk.id);
}

/// Events of kinds that this version doesn't know are no damage.
void HistoryQuery::noteDamage(const ConnectionEvent &event, qint64 peer, int kind)
{
    constexpr qint64 kinds = 8;
    if (kind < static_cast<int>(EventCodec::Kind::State) ||
        kind > static_cast<int>(EventCodec::Kind::Suspended))
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

/// The journal's samples that are not in chunks: what a file knows of the last half minute.
Result<std::vector<PingSample>> HistoryQuery::journal(qint64 peer, WallTime from, WallTime to)
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

/// Samples of chunks that are there once more.
Result<std::set<OldCounts::Place>> HistoryQuery::countedTwice(qint64 peer, WallTime from, WallTime to)
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

Outcome HistoryQuery::eachSample(qint64 peer, WallTime from, WallTime to, const SampleSink &sink)
{
    Result<std::vector<PingSample>> waiting = journal(peer, from, to);
    if (!waiting)
        return waiting.error();
    const Result<std::set<OldCounts::Place>> extra = countedTwice(peer, from, to);
    if (!extra)
        return extra.error();
    // Late pongs whose timeouts are in chunks already.
    std::map<std::tuple<WallTime, quint32, quint32>, PingSample> late;
    for (const PingSample &sample : waiting.value()) {
        if (sample.outcome == PingOutcome::Late)
            late.emplace(std::tuple(sample.sentAt, sample.connection, sample.seq), sample);
    }
    // "Until the end of time" has no room for another span.
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

Result<bool> HistoryQuery::isTimeoutFiled(qint64 peer, const PingSample &late)
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

/// The pages that touch [from, to], as they are in the file.
Outcome HistoryQuery::eachPage(qint64 peer, BucketLevel level, WallTime from, WallTime to,
                               const PageSink &sink)
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

/// The same, with what old files count wrongly put right.
Outcome HistoryQuery::eachRightPage(qint64 peer, BucketLevel level, WallTime from, WallTime to,
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
        BucketPage page(level, number); // of lost pings only
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

/// The buckets of the pages that touch [from, to], without what is in the journal.
Outcome HistoryQuery::eachFiledBucket(qint64 peer, BucketLevel level, WallTime from, WallTime to,
                                      const BucketSink &sink)
{
    return eachRightPage(peer, level, from, to, [&sink](qint64, const BucketPage &page) {
        for (const SeriesBucket &bucket : page.buckets())
            sink(bucket);
        return success();
    });
}

/// The buckets of the pages that touch [from, to]; what is still in the journal is in its buckets, too.
Outcome HistoryQuery::eachBucket(qint64 peer, BucketLevel level, WallTime from, WallTime to,
                                 const BucketSink &sink)
{
    const WallTime first = BucketPage::start(level, BucketPage::numberAt(level, from));
    const WallTime end = BucketPage::start(level, BucketPage::numberAt(level, to) + 1);
    Result<std::vector<PingSample>> waiting = journal(peer, first, end);
    if (!waiting)
        return waiting.error();
    struct Additions {
        std::vector<PingSample> samples;
        std::vector<PingSample> revisions; // late pongs whose timeouts are filed
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

/// From when to when each peer has samples in the journal.
Result<std::map<qint64, TimeSpan>> HistoryQuery::journalSpans()
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

} // namespace Pongwatch
