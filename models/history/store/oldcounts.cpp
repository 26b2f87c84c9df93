// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/oldcounts.h"

#include "history/store/bucketpage.h"
#include "history/store/historydatabase.h"
#include "history/store/journalrow.h"
#include "history/store/packedchunk.h"
#include "history/store/pagechange.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace Pongwatch
{

namespace
{

using PingKey = std::tuple<WallTime, quint32, quint32>; // due, connection, seq

PingKey pingKeyOf(const PingSample &sample)
{
    return {sample.sentAt, sample.connection, sample.seq};
}

constexpr qint64 spanInMicroseconds = std::chrono::duration_cast<microseconds>(PackedChunk::longest).count();
constexpr size_t samplesInRow = 20'000; // in the journal

/// Rewrites chunks without these samples.
Outcome takeFromChunks(HistoryDatabase &database, const std::set<OldCounts::Place> &places)
{
    for (auto place = places.cbegin(); place != places.cend();) {
        const qint64 id = place->chunk;
        Result<QSqlQuery *> row = database.run("select_chunk", {id});
        if (!row)
            return row.error();
        std::vector<PingSample> samples;
        const bool isWhole = row.value()->next() && PackedChunk::of(*row.value()).unpack(PeerId{}, samples);
        row.value()->finish();
        std::vector<PingSample> left;
        WallTime from = WallTime::max();
        WallTime to = WallTime::min();
        for (size_t i = 0; i < samples.size(); ++i) {
            if (place != places.cend() && place->chunk == id && place->index == i) {
                ++place;
                continue;
            }
            left.push_back(samples[i]);
            from = std::min(from, samples[i].sentAt);
            to = std::max(to, samples[i].sentAt);
        }
        while (place != places.cend() && place->chunk == id)
            ++place;
        if (!isWhole)
            continue;
        Result<QSqlQuery *> done =
            left.empty() ? database.run("delete_chunk", {id})
                         : database.run("update_chunk",
                                        {inMicroseconds(from), inMicroseconds(to),
                                         static_cast<qint64>(left.size()), SampleCodec::encode(left), id});
        if (!done)
            return done.error();
    }
    return success();
}

Outcome correctPages(HistoryDatabase &database, qint64 peer, qint64 hour, const OldCounts::Hour &its)
{
    for (const BucketLevel level : {BucketLevel::Minute, BucketLevel::Hour}) {
        const qint64 number = BucketPage::numberAt(level, BucketPage::start(BucketLevel::Minute, hour));
        const Outcome done = changeBucketPage(database, peer, level, number, [&its](BucketPage &page) {
            page.removeExtra(its.extra);
            page.addUncounted(its.uncounted);
        });
        if (!done)
            return done;
    }
    return success();
}

Outcome correctPeer(HistoryDatabase &database, qint64 peer)
{
    OldCounts counts(database, peer);
    const Result<std::set<qint64>> hours = counts.hours(WallTime::min(), WallTime::max());
    if (!hours)
        return hours.error();
    std::set<OldCounts::Place> places;
    for (const qint64 hour : hours.value()) {
        const Result<OldCounts::Hour> its = counts.inHour(hour);
        if (!its)
            return its.error();
        if (its.value().extra.empty() && its.value().uncounted.empty())
            continue;
        places.insert(its.value().places.cbegin(), its.value().places.cend());
        if (Outcome done = correctPages(database, peer, hour, its.value()); !done)
            return done;
    }
    return takeFromChunks(database, places);
}

/// What remains of the journal, with separate rows for each peer. Damaged rows are set aside.
Outcome correctJournal(HistoryDatabase &database)
{
    Result<QSqlQuery *> rows = database.run("select_journal");
    if (!rows)
        return rows.error();
    std::map<qint64, std::vector<PingSample>> waiting; // by peer
    std::vector<QByteArray> damaged;
    bool any = false;
    while (rows.value()->next()) {
        any = true;
        const QByteArray data = rows.value()->value(1).toByteArray();
        bool isWhole = true;
        isWhole &= eachInJournalRow(data, [&](qint64 peer, QByteArrayView packed) {
            isWhole &= SampleCodec::decode(packed, PeerId{}, waiting[peer]);
        });
        if (!isWhole)
            damaged.push_back(data);
    }
    rows.value()->finish();
    if (!any)
        return success();
    Result<QSqlQuery *> done = database.run("delete_journal", {std::numeric_limits<qint64>::max()});
    qint64 row = 0;
    for (auto data = damaged.cbegin(); done && data != damaged.cend(); ++data)
        done = database.run("insert_journal", {-(++row), *data});
    for (auto &[peer, samples] : waiting) {
        if (!done)
            break;
        settleRevisions(samples, true);
        if (Outcome dropped = OldCounts(database, peer).dropFiled(samples); !dropped)
            return dropped;
        for (size_t i = 0; done && i < samples.size(); i += samplesInRow) {
            const std::span part(samples.data() + i, std::min(samplesInRow, samples.size() - i));
            PackedWriter writer;
            writer.number(static_cast<quint64>(peer));
            writer.bytes(SampleCodec::encode(part));
            done = database.run("insert_journal", {++row, writer.take()});
        }
    }
    return done ? success() : Outcome(done.error());
}

} // namespace

void settleRevisions(std::vector<PingSample> &samples, bool dropRepeated)
{
    std::map<PingKey, size_t> first; // within what remains
    std::vector<PingSample> left;
    const auto isLate = [](const PingSample &sample) { return sample.outcome == PingOutcome::Late; };
    if (!dropRepeated && std::none_of(samples.cbegin(), samples.cend(), isLate))
        return;
    left.reserve(samples.size());
    for (const PingSample &sample : samples) {
        if (!dropRepeated && !isLate(sample) && sample.outcome != PingOutcome::TimedOut) {
            left.push_back(sample);
            continue;
        }
        const auto [place, isNew] = first.try_emplace(pingKeyOf(sample), left.size());
        if (!isNew && isLate(sample) && left[place->second].outcome == PingOutcome::TimedOut)
            left[place->second] = sample;
        else if (isNew || !dropRepeated)
            left.push_back(sample);
    }
    samples = std::move(left);
}

Result<std::set<qint64>> OldCounts::hours(WallTime from, WallTime to)
{
    Result<QSqlQuery *> rows =
        m_database.run("select_chunk_spans", {m_peer, inMicroseconds(from), inMicroseconds(to)});
    if (!rows)
        return rows.error();
    std::set<qint64> hours;
    while (rows.value()->next()) {
        const WallTime first = std::max(toWallTime(rows.value()->value(0)), from);
        const WallTime last = std::min(toWallTime(rows.value()->value(1)), to);
        if (last - first > PackedChunk::longest) // damaged
            continue;
        const qint64 end = BucketPage::numberAt(BucketLevel::Minute, last);
        for (qint64 hour = BucketPage::numberAt(BucketLevel::Minute, first); hour <= end; ++hour)
            hours.insert(hour);
    }
    rows.value()->finish();
    return hours;
}

Result<std::vector<OldCounts::Filed>> OldCounts::samplesIn(qint64 hour)
{
    const WallTime from = BucketPage::start(BucketLevel::Minute, hour);
    const WallTime to = BucketPage::start(BucketLevel::Minute, hour + 1);
    Result<QSqlQuery *> rows =
        m_database.run("select_chunks", {m_peer, inMicroseconds(from),
                                         inMicroseconds(to) + spanInMicroseconds, inMicroseconds(to)});
    if (!rows)
        return rows.error();
    std::vector<Filed> filed;
    std::vector<PingSample> samples;
    while (rows.value()->next()) {
        const PackedChunk chunk = PackedChunk::of(*rows.value());
        samples.clear();
        if (!chunk.unpack(PeerId{}, samples))
            continue;
        for (size_t i = 0; i < samples.size(); ++i)
            if (samples[i].sentAt >= from && samples[i].sentAt < to)
                filed.push_back({samples[i], {chunk.id, i}});
    }
    rows.value()->finish();
    const auto isBefore = [](const Filed &a, const Filed &b) {
        return pingKeyOf(a.sample) < pingKeyOf(b.sample);
    };
    if (!std::is_sorted(filed.cbegin(), filed.cend(), isBefore))
        std::stable_sort(filed.begin(), filed.end(), isBefore);
    return filed;
}

Result<std::vector<PingSample>> OldCounts::samplesOf(qint64 hour)
{
    Result<std::vector<Filed>> filed = samplesIn(hour);
    if (!filed)
        return filed.error();
    std::vector<PingSample> samples;
    samples.reserve(filed.value().size());
    for (const Filed &one : filed.value())
        samples.push_back(one.sample);
    return samples;
}

Result<OldCounts::Hour> OldCounts::inHour(qint64 hour)
{
    Result<std::vector<Filed>> filed = samplesIn(hour);
    if (!filed)
        return filed.error();
    Hour result;
    const std::vector<Filed> &all = filed.value();
    for (size_t begin = 0; begin < all.size();) {
        size_t end = begin + 1;
        while (end < all.size() && pingKeyOf(all[end].sample) == pingKeyOf(all[begin].sample))
            ++end;
        size_t kept = begin; // the late pong says more than the timeout
        for (size_t i = begin; i < end; ++i) {
            if (all[i].sample.outcome == PingOutcome::Late) {
                kept = i;
                break;
            }
        }
        for (size_t i = begin; i < end; ++i) {
            if (i == kept)
                continue;
            result.extra.push_back(all[i].sample);
            result.places.push_back(all[i].place);
        }
        const PingOutcome outcome = all[kept].sample.outcome;
        if (outcome == PingOutcome::Lost || outcome == PingOutcome::Superseded)
            result.uncounted.push_back(all[kept].sample);
        begin = end;
    }
    // Old buckets did not count these, so there is nothing to subtract.
    std::erase_if(result.extra, [](const PingSample &sample) {
        return sample.outcome == PingOutcome::Lost || sample.outcome == PingOutcome::Superseded;
    });
    return result;
}

Outcome OldCounts::dropFiled(std::vector<PingSample> &journal)
{
    std::map<qint64, std::map<PingKey, PingOutcome>> filed; // by hour
    for (const PingSample &sample : journal) {
        const qint64 hour = BucketPage::numberAt(BucketLevel::Minute, sample.sentAt);
        if (filed.contains(hour))
            continue;
        Result<std::vector<Filed>> its = samplesIn(hour);
        if (!its)
            return its.error();
        std::map<PingKey, PingOutcome> &known = filed[hour];
        for (const Filed &one : its.value()) {
            PingOutcome &outcome = known.try_emplace(pingKeyOf(one.sample), one.sample.outcome).first->second;
            if (one.sample.outcome == PingOutcome::Late)
                outcome = PingOutcome::Late;
        }
    }
    std::erase_if(journal, [&filed](const PingSample &sample) {
        const auto &known = filed[BucketPage::numberAt(BucketLevel::Minute, sample.sentAt)];
        const auto its = known.find(pingKeyOf(sample));
        if (its == known.end())
            return false;
        const bool revises = sample.outcome == PingOutcome::Late && its->second == PingOutcome::TimedOut;
        return !revises;
    });
    return success();
}

Outcome correctOldCounts(HistoryDatabase &database)
{
    Result<QSqlQuery *> rows = database.run("select_peer_rows");
    if (!rows)
        return rows.error();
    std::vector<qint64> peers;
    while (rows.value()->next())
        peers.push_back(rows.value()->value(0).toLongLong());
    rows.value()->finish();
    for (const qint64 peer : peers)
        if (Outcome done = correctPeer(database, peer); !done)
            return done;
    return correctJournal(database);
}

} // namespace Pongwatch
