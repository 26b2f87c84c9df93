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

/// Puts samples that lie in the file's journal into their final places: packed chunks, and pages of minute
/// and hour buckets. A peer's samples wait until there are enough for a chunk worth writing, or for 30 s;
/// until then the journal has them. The same transaction notes up to which row of the journal the peer's
/// samples are filed: who reads the file, or goes on with it after a kill, counts none of them twice.
class SampleShelf
{
public:
    /// Two such rows fill a page of SQLite's 4,096 bytes, and they do so while they grow, too.
    static constexpr qsizetype chunkBytes = 1980;
    static constexpr auto chunkSpan = PackedChunk::longest;

    /// Samples of the peer with this row id are in the journal since row `journal`. Rows come in order.
    void take(qint64 peer, const std::vector<PingSample> &samples, qint64 journal, SteadyTime now);

    /// Whether a peer's samples are due.
    [[nodiscard]] bool isDue(SteadyTime now) const;

    /// Writes the samples that are due, or all, and clears the journal of them. When that fails for a reason
    /// that lies in the file as a whole (locked, full, damaged), everything is as before. When it fails for
    /// the samples of some peers, those of all others are filed all the same; see heldBack().
    Outcome shelve(HistoryDatabase &database, SteadyTime now, bool all);

    /// Why some peers' samples could not be filed the last time; nullopt: all were. They wait in the journal,
    /// from which they are read, and are tried again after 30 s.
    [[nodiscard]] const std::optional<Error> &heldBack() const { return m_heldBack; }

    /// Hands out the samples of this run that are still waiting, and forgets everything.
    [[nodiscard]] std::vector<PingSample> takeAll();

    /// Forgets everything: for another file.
    void clear();

private:
    struct Peer {
        std::vector<PingSample> waiting;
        qint64 journal = 0; // the first row that is still needed
        qint64 newest = 0;  // the last row with samples of this peer
        SteadyTime since{};
        qint64 lastChunk = 0;
        bool heldBack = false; // it failed the last time
    };

    [[nodiscard]] static bool isDue(const Peer &peer, SteadyTime now);
    Outcome file(HistoryDatabase &database, const std::vector<qint64> &peers);

    std::unordered_map<qint64, Peer> m_peers; // by row id
    std::optional<Error> m_heldBack;
};

} // namespace Pongwatch
