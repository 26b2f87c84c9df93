// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"
#include "engine/values/result.h"

#include <unordered_map>
#include <vector>

namespace Pongwatch
{

class HistoryDatabase;

/// Puts samples that lie in the file's journal into their final places: packed chunks, and pages of minute
/// and hour buckets. A peer's samples wait until there are enough for a chunk worth writing, or for 30 s;
/// until then the journal has them.
class SampleShelf
{
public:
    /// Two such rows fill a page of SQLite's 4,096 bytes, and they do so while they grow, too.
    static constexpr qsizetype chunkBytes = 1980;
    static constexpr auto chunkSpan = std::chrono::hours(6);

    /// Samples of the peer with this row id are in the journal since row `journal`.
    void take(qint64 peer, const std::vector<PingSample> &samples, qint64 journal, SteadyTime now);

    /// Whether a peer's samples are due.
    [[nodiscard]] bool isDue(SteadyTime now) const;

    /// Writes the samples that are due, or all, in one transaction, and clears the journal of them. After a
    /// failure everything is as before.
    Outcome shelve(HistoryDatabase &database, SteadyTime now, bool all);

    /// Hands out the samples of this run that are still waiting, and forgets everything.
    [[nodiscard]] std::vector<PingSample> takeAll();

    /// Forgets everything: for another file.
    void clear() { m_peers.clear(); }

private:
    struct Peer {
        std::vector<PingSample> waiting;
        qint64 journal = 0; // the first row that is still needed
        SteadyTime since{};
        qint64 lastChunk = 0;
    };

    [[nodiscard]] static bool isDue(const Peer &peer, SteadyTime now);

    std::unordered_map<qint64, Peer> m_peers; // by row id
};

} // namespace Pongwatch
