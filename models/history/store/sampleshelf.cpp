// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/sampleshelf.h"

#include "history/store/bucketpage.h"
#include "history/store/historydatabase.h"
#include "history/store/pagechange.h"
#include "history/store/samplecodec.h"

#include <algorithm>
#include <limits>
#include <map>
#include <span>
#include <unordered_set>

namespace Pongwatch
{

namespace
{

constexpr size_t enough = 256;
constexpr auto longEnough = seconds(30);
constexpr size_t peersAtOnce = 1000; // in one transaction
// No more than this fit into a chunk, as each takes at least three bytes.
constexpr size_t mostInChunk = SampleShelf::chunkBytes / 3 + 1;

/// How many of the samples are within the span of one chunk, of those that might fit into it.
size_t withinSpan(std::span<const PingSample> samples)
{
    samples = samples.first(std::min(samples.size(), mostInChunk));
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

/// Writes one peer's samples. Created anew each time.
class PeerFiler
{
public:
    PeerFiler(HistoryDatabase &database, qint64 peer)
        : m_database(database)
        , m_peer(peer)
    {
    }

    /// Returns the id of the last chunk written.
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
        for (const BucketLevel level : {BucketLevel::Minute, BucketLevel::Hour})
            if (Outcome done = fileBuckets(samples, level); !done)
                return done.error();
        return chunk;
    }

private:
    /// Removes second reports: each changes its first one, here or in the file.
    Outcome settleRevisions(std::vector<PingSample> &samples)
    {
        std::map<std::pair<WallTime, quint32>, size_t> timedOut; // by sentAt and seq
        const auto isLate = [](const PingSample &sample) { return sample.outcome == PingOutcome::Late; };
        if (std::none_of(samples.cbegin(), samples.cend(), isLate))
            return success();
        std::vector<PingSample> left;
        left.reserve(samples.size());
        for (const PingSample &sample : samples) {
            const std::pair key(sample.sentAt, sample.seq);
            if (isLate(sample)) {
                const auto first = timedOut.find(key);
                if (first != timedOut.end() && left[first->second].connection == sample.connection) {
                    left[first->second] = sample;
                    timedOut.erase(first);
                    continue;
                }
                Result<bool> found = reviseInFile(sample);
                if (!found)
                    return found.error();
                if (found.value())
                    continue;
            } else if (sample.outcome == PingOutcome::TimedOut) {
                timedOut.insert_or_assign(key, left.size());
            }
            left.push_back(sample);
        }
        samples = std::move(left);
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
            const PackedChunk chunk = PackedChunk::of(*rows.value());
            std::vector<PingSample> samples;
            if (!chunk.unpack(late.peer, samples))
                continue;
            const auto first =
                std::find_if(samples.begin(), samples.end(), [&late](const PingSample &sample) {
                    return sample.seq == late.seq && sample.sentAt == late.sentAt &&
                           sample.connection == late.connection && sample.outcome == PingOutcome::TimedOut;
                });
            if (first == samples.end())
                continue;
            rows.value()->finish();
            *first = late;
            if (Result<qint64> saved = save(chunk.id, samples, SampleCodec::encode(samples)); !saved)
                return saved.error();
            for (const BucketLevel level : {BucketLevel::Minute, BucketLevel::Hour})
                if (Outcome done = reviseBucket(late, level); !done)
                    return done.error();
            return true;
        }
        return false;
    }

    Outcome reviseBucket(const PingSample &late, BucketLevel level)
    {
        return changeBucketPage(m_database, m_peer, level, BucketPage::numberAt(level, late.sentAt),
                                [&late](BucketPage &page) { page.revise(late); });
    }

    Result<qint64> fileChunks(const std::vector<PingSample> &samples, qint64 lastChunk)
    {
        std::vector<PingSample> all; // first fill up the last chunk
        qint64 id = 0;
        if (lastChunk != 0) {
            Result<QSqlQuery *> row = m_database.run("select_last_chunk", {lastChunk, m_peer});
            if (!row)
                return row.error();
            if (row.value()->next()) {
                if (PackedChunk::of(*row.value()).unpack(samples.front().peer, all)) // else left as it is
                    id = lastChunk;
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

    /// Changes the chunk with this id, or creates one for 0. Returns its id.
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
            const Outcome done = changeBucketPage(m_database, m_peer, level, number,
                                                  [&part](BucketPage &page) { page.add(part); });
            if (!done)
                return done;
            begin = end;
        }
        return success();
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
    its.newest = journal;
    its.waiting.insert(its.waiting.end(), samples.begin(), samples.end());
}

std::vector<PingSample> SampleShelf::takeAll()
{
    std::vector<PingSample> samples;
    for (const auto &[id, peer] : m_peers) {
        // Those found in a journal have no id in this run.
        std::copy_if(peer.waiting.begin(), peer.waiting.end(), std::back_inserter(samples),
                     [](const PingSample &sample) { return sample.peer != PeerId{}; });
    }
    clear();
    return samples;
}

bool SampleShelf::isDue(const Peer &peer, SteadyTime now)
{
    const bool isMany = peer.waiting.size() >= enough && !peer.heldBack;
    return !peer.waiting.empty() && (isMany || now - peer.since >= longEnough);
}

bool SampleShelf::isDue(SteadyTime now) const
{
    return std::any_of(m_peers.begin(), m_peers.end(),
                       [now](const auto &entry) { return isDue(entry.second, now); });
}

void SampleShelf::clear()
{
    m_peers.clear();
    m_heldBack.reset();
}

Outcome SampleShelf::shelve(HistoryDatabase &database, SteadyTime now, bool all)
{
    std::vector<qint64> due;
    for (const auto &[id, peer] : m_peers)
        if (all ? !peer.waiting.empty() : isDue(peer, now) && due.size() < peersAtOnce)
            due.push_back(id);
    const Outcome together = file(database, due);
    if (together || database.fault() != StoreFault::Other) {
        if (together)
            m_heldBack.reset();
        return together;
    }
    // Some peer's samples are the cause: they must not hold up those of others.
    m_heldBack.reset();
    for (const qint64 id : due) {
        const Outcome alone = file(database, {id});
        if (alone)
            continue;
        if (database.fault() != StoreFault::Other)
            return alone;
        m_heldBack = alone.error();
        m_peers[id].since = now;
        m_peers[id].heldBack = true;
    }
    return success();
}

/// In one transaction; after a failure nothing has changed.
Outcome SampleShelf::file(HistoryDatabase &database, const std::vector<qint64> &peers)
{
    if (Outcome done = database.begin(); !done)
        return done;
    std::vector<qint64> chunks;
    Outcome result = success();
    for (const qint64 id : peers) {
        const Peer &peer = m_peers[id];
        Result<qint64> chunk = PeerFiler(database, id).file(peer.waiting, peer.lastChunk);
        if (!chunk) {
            result = chunk.error();
            break;
        }
        chunks.push_back(chunk.value());
        if (Result<QSqlQuery *> marked = database.run("write_shelved", {id, peer.newest}); !marked) {
            result = marked.error();
            break;
        }
    }
    if (result) {
        qint64 needed = std::numeric_limits<qint64>::max();
        const std::unordered_set<qint64> filed(peers.begin(), peers.end());
        for (const auto &[id, peer] : m_peers)
            if (!peer.waiting.empty() && !filed.contains(id))
                needed = std::min(needed, peer.journal);
        if (Result<QSqlQuery *> cleared = database.run("delete_journal", {needed}); !cleared)
            result = cleared.error();
    }
    if (!result) {
        database.rollback();
        return result;
    }
    if (Outcome done = database.commit(); !done)
        return done;
    for (size_t i = 0; i < peers.size(); ++i) {
        Peer &peer = m_peers[peers[i]];
        peer.waiting.clear();
        peer.heldBack = false;
        peer.lastChunk = chunks[i];
    }
    return success();
}

} // namespace Pongwatch
