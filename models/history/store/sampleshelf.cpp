// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/sampleshelf.h"

#include "history/store/bucketpage.h"
#include "history/store/historydatabase.h"
#include "history/store/samplecodec.h"

#include <algorithm>
#include <limits>
#include <span>

namespace Pongwatch
{

namespace
{

constexpr size_t enough = 256;
constexpr auto longEnough = seconds(30);
constexpr size_t peersAtOnce = 1000; // in one transaction

qint64 inMicroseconds(WallTime time)
{
    return time.time_since_epoch().count();
}

/// How many of the samples lie within the span of one chunk.
size_t withinSpan(std::span<const PingSample> samples)
{
    WallTime from = samples.front().sentAt;
    WallTime to = from;
    for (size_t i = 1; i < samples.size(); ++i) {
        from = std::min(from, samples[i].sentAt);
        to = std::max(to, samples[i].sentAt);
        if (to - from >= SampleShelf::chunkSpan)
            return i;
    }
    return samples.size();
}

/// Writes one peer's samples. Short-lived: one for each time.
class PeerFiler
{
public:
    PeerFiler(HistoryDatabase &database, qint64 peer)
        : m_database(database)
        , m_peer(peer)
    {
    }

    /// The id of the chunk that was written last.
    Result<qint64> file(std::vector<PingSample> samples, qint64 lastChunk)
    {
        if (Outcome done = settleRevisions(samples); !done)
            return done.error();
        if (samples.empty())
            return lastChunk;
        Result<qint64> chunk = fileChunks(samples, lastChunk);
        if (!chunk)
            return chunk;
        std::stable_sort(samples.begin(), samples.end(),
                         [](const PingSample &a, const PingSample &b) { return a.sentAt < b.sentAt; });
        for (const BucketLevel level : {BucketLevel::Minute, BucketLevel::Hour}) {
            if (Outcome done = fileBuckets(samples, level); !done)
                return done.error();
        }
        return chunk;
    }

private:
    /// Takes out second reports: each changes its first one, here or in the file.
    Outcome settleRevisions(std::vector<PingSample> &samples)
    {
        for (size_t i = 0; i < samples.size();) {
            if (samples[i].outcome != PingOutcome::Late) {
                ++i;
                continue;
            }
            const PingSample late = samples[i];
            const auto end = samples.begin() + static_cast<std::ptrdiff_t>(i);
            const auto first = std::find_if(samples.begin(), end, [&late](const PingSample &other) {
                return other.seq == late.seq && other.outcome == PingOutcome::TimedOut;
            });
            bool settled = first != end;
            if (settled) {
                *first = late;
            } else {
                Result<bool> found = reviseInFile(late);
                if (!found)
                    return found.error();
                settled = found.value();
            }
            if (settled)
                samples.erase(samples.begin() + static_cast<std::ptrdiff_t>(i));
            else
                ++i;
        }
        return success();
    }

    Result<bool> reviseInFile(const PingSample &late)
    {
        const qint64 at = inMicroseconds(late.sentAt);
        const qint64 span = std::chrono::duration_cast<microseconds>(SampleShelf::chunkSpan).count();
        Result<QSqlQuery *> rows = m_database.run("select_chunks", {m_peer, at, at + span, at + 1});
        if (!rows)
            return rows.error();
        while (rows.value()->next()) {
            const qint64 id = rows.value()->value(0).toLongLong();
            std::vector<PingSample> samples;
            SampleCodec::decode(rows.value()->value(1).toByteArray(), late.peer, samples);
            const auto first =
                std::find_if(samples.begin(), samples.end(), [&late](const PingSample &sample) {
                    return sample.seq == late.seq && sample.sentAt == late.sentAt &&
                           sample.outcome == PingOutcome::TimedOut;
                });
            if (first == samples.end())
                continue;
            rows.value()->finish();
            *first = late;
            if (Result<qint64> saved = save(id, samples, SampleCodec::encode(samples)); !saved)
                return saved.error();
            for (const BucketLevel level : {BucketLevel::Minute, BucketLevel::Hour}) {
                if (Outcome done = reviseBucket(late, level); !done)
                    return done.error();
            }
            return true;
        }
        return false;
    }

    Outcome reviseBucket(const PingSample &late, BucketLevel level)
    {
        return changePage(level, BucketPage::numberAt(level, late.sentAt),
                          [&late](BucketPage &page) { page.revise(late); });
    }

    Result<qint64> fileChunks(const std::vector<PingSample> &samples, qint64 lastChunk)
    {
        std::vector<PingSample> all; // the last chunk is filled up first
        qint64 id = 0;
        if (lastChunk != 0) {
            Result<QSqlQuery *> row = m_database.run("select_last_chunk", {lastChunk, m_peer});
            if (!row)
                return row.error();
            if (row.value()->next()) {
                const bool whole =
                    SampleCodec::decode(row.value()->value(4).toByteArray(), samples.front().peer, all);
                if (whole)
                    id = lastChunk;
                else // it is left alone
                    all.clear();
            }
            row.value()->finish();
        }
        all.insert(all.end(), samples.begin(), samples.end());
        std::span<const PingSample> rest(all);
        while (!rest.empty()) {
            size_t taken = 0;
            const QByteArray data =
                SampleCodec::encode(rest.first(withinSpan(rest)), SampleShelf::chunkBytes, taken);
            Result<qint64> saved = save(id, rest.first(taken), data);
            if (!saved)
                return saved;
            lastChunk = saved.value();
            id = 0;
            rest = rest.subspan(taken);
        }
        return lastChunk;
    }

    /// Changes the chunk with this id, or makes one for 0. The id.
    Result<qint64> save(qint64 id, std::span<const PingSample> samples, const QByteArray &data)
    {
        const auto [first, last] =
            std::minmax_element(samples.begin(), samples.end(),
                                [](const PingSample &a, const PingSample &b) { return a.sentAt < b.sentAt; });
        const qint64 from = inMicroseconds(first->sentAt);
        const qint64 to = inMicroseconds(last->sentAt);
        const auto count = static_cast<qint64>(samples.size());
        if (id != 0) {
            Result<QSqlQuery *> done = m_database.run("update_chunk", {from, to, count, data, id});
            return done ? Result<qint64>(id) : Result<qint64>(done.error());
        }
        Result<QSqlQuery *> done = m_database.run("insert_chunk", {m_peer, from, to, count, data});
        if (!done)
            return done.error();
        return done.value()->lastInsertId().toLongLong();
    }

    Outcome fileBuckets(const std::vector<PingSample> &samples, BucketLevel level)
    {
        for (size_t begin = 0; begin < samples.size();) {
            const qint64 number = BucketPage::numberAt(level, samples[begin].sentAt);
            size_t end = begin + 1;
            while (end < samples.size() && BucketPage::numberAt(level, samples[end].sentAt) == number)
                ++end;
            const std::span<const PingSample> part(samples.data() + begin, end - begin);
            const Outcome done = changePage(level, number, [&part](BucketPage &page) { page.add(part); });
            if (!done)
                return done;
            begin = end;
        }
        return success();
    }

    template <typename Change>
    Outcome changePage(BucketLevel level, qint64 number, Change change)
    {
        const auto levelNumber = static_cast<int>(level);
        Result<QSqlQuery *> row = m_database.run("select_page", {m_peer, levelNumber, number});
        if (!row)
            return row.error();
        BucketPage page(level, number);
        qint64 id = 0;
        if (row.value()->next()) {
            id = row.value()->value(0).toLongLong();
            page.decode(row.value()->value(1).toByteArray());
        }
        row.value()->finish();
        change(page);
        Result<QSqlQuery *> done =
            id != 0 ? m_database.run("update_page", {page.encode(), id})
                    : m_database.run("insert_page", {m_peer, levelNumber, number, page.encode()});
        return done ? success() : Outcome(done.error());
    }

    HistoryDatabase &m_database;
    qint64 m_peer;
};

} // namespace

void SampleShelf::take(qint64 peer, const std::vector<PingSample> &samples, qint64 journal, SteadyTime now)
{
    if (samples.empty())
        return;
    Peer &its = m_peers[peer];
    if (its.waiting.empty()) {
        its.journal = journal;
        its.since = now;
    }
    its.waiting.insert(its.waiting.end(), samples.begin(), samples.end());
}

std::vector<PingSample> SampleShelf::takeAll()
{
    std::vector<PingSample> samples;
    for (const auto &[id, peer] : m_peers) {
        // Those that were found in a journal have no id in this run.
        std::copy_if(peer.waiting.begin(), peer.waiting.end(), std::back_inserter(samples),
                     [](const PingSample &sample) { return sample.peer != PeerId{}; });
    }
    clear();
    return samples;
}

bool SampleShelf::isDue(const Peer &peer, SteadyTime now)
{
    return !peer.waiting.empty() && (peer.waiting.size() >= enough || now - peer.since >= longEnough);
}

bool SampleShelf::isDue(SteadyTime now) const
{
    return std::any_of(m_peers.begin(), m_peers.end(),
                       [now](const auto &entry) { return isDue(entry.second, now); });
}

Outcome SampleShelf::shelve(HistoryDatabase &database, SteadyTime now, bool all)
{
    std::vector<std::pair<Peer *, qint64>> shelved; // and their last chunks
    qint64 needed = std::numeric_limits<qint64>::max();
    if (Outcome done = database.begin(); !done)
        return done;
    for (auto &[id, peer] : m_peers) {
        const bool itsTurn = all ? !peer.waiting.empty() : isDue(peer, now) && shelved.size() < peersAtOnce;
        if (!itsTurn) {
            if (!peer.waiting.empty())
                needed = std::min(needed, peer.journal);
            continue;
        }
        Result<qint64> chunk = PeerFiler(database, id).file(peer.waiting, peer.lastChunk);
        if (!chunk) {
            database.rollback();
            return chunk.error();
        }
        shelved.emplace_back(&peer, chunk.value());
    }
    Result<QSqlQuery *> cleared = database.run("delete_journal", {needed});
    if (!cleared) {
        database.rollback();
        return cleared.error();
    }
    if (Outcome done = database.commit(); !done)
        return done;
    for (const auto &[peer, chunk] : shelved) {
        peer->waiting.clear();
        peer->lastChunk = chunk;
    }
    return success();
}

} // namespace Pongwatch
