// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"
#include "engine/values/result.h"
#include "history/store/packedchunk.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace Pongwatch
{

class HistoryDatabase;

/// Moves samples from the file's journal to their final places: packed chunks, and pages of minute and hour
/// buckets. A peer's samples wait until there are enough to fill a chunk, or for 30 s; until then the journal
/// keeps them. The same transaction records up to which journal row the peer's samples are filed, so that a
/// reader of the file, or a later run after a kill, counts none of them twice.
class SampleShelf
{
public:
    /// Two such rows fill an SQLite page of 4,096 bytes, even while they are growing.
    static constexpr qsizetype chunkBytes = 1980;
    static constexpr auto chunkSpan = PackedChunk::longest;

    /// Takes samples of the peer with this row id, which are in journal row `journal`. Rows come in order.
    void take(qint64 peer, const std::vector<PingSample> &samples, qint64 journal, SteadyTime now);

    /// Whether any peer's samples are due.
    [[nodiscard]] bool isDue(SteadyTime now) const;

    /// Writes the samples that are due, or all of them, and removes them from the journal. If that fails
    /// because of the file as a whole (locked, full, damaged), nothing changes. If it fails for the samples
    /// of some peers, those of all others are still filed; see heldBack().
    Outcome shelve(HistoryDatabase &database, SteadyTime now, bool all);

    /// Why some peers' samples could not be filed last time; nullopt if all were. They stay in the journal,
    /// where they are still read, and are tried again after 30 s.
    [[nodiscard]] const std::optional<Error> &heldBack() const { return m_heldBack; }

    /// Returns the samples of this run that are still waiting, and forgets everything.
    [[nodiscard]] std::vector<PingSample> takeAll();

    /// Forgets everything, before another file is used.
    void clear();

private:
    struct Peer {
        std::vector<PingSample> waiting;
        qint64 journal = 0; // the first row still needed
        qint64 newest = 0;  // the last row with samples of this peer
        SteadyTime since{};
        qint64 lastChunk = 0;
        bool heldBack = false; // it failed last time
    };

    [[nodiscard]] static bool isDue(const Peer &peer, SteadyTime now);
    Outcome file(HistoryDatabase &database, const std::vector<qint64> &peers);

    std::unordered_map<qint64, Peer> m_peers; // by row id
    std::optional<Error> m_heldBack;
};

} // namespace Pongwatch
