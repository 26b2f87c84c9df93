// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"
#include "engine/values/result.h"

#include <compare>
#include <set>
#include <vector>

namespace Pongwatch
{

class HistoryDatabase;

/// The first file format that counts each ping once, and every ping in its bucket.
inline constexpr int firstFormatWithCounts = 6;

/// Replaces first reports with second ones, for timeouts whose pongs came late. The samples are one peer's in
/// the order in which they came. `dropRepeated`: leaves only one of several samples of the same ping.
void settleRevisions(std::vector<PingSample> &samples, bool dropRepeated);

/// What files of formats before 6 count wrongly for one peer. The programs that wrote them read samples from
/// the journal again that were already in chunks, so that a ping may be there twice, in chunks and buckets
/// alike; and their buckets did not count lost or superseded pings. Two samples of a peer are of the same
/// ping if connection, number and due time are equal. Damaged chunks are left alone.
class OldCounts
{
public:
    /// The position of a sample in the file.
    struct Place {
        qint64 chunk = 0; ///< its row id
        size_t index = 0; ///< within the chunk

        // NOLINTNEXTLINE(modernize-use-nullptr): what the compiler makes of it compares with 0
        friend auto operator<=>(const Place &, const Place &) = default;
    };

    struct Hour {
        std::vector<PingSample> extra;     ///< those counted once too often
        std::vector<Place> places;         ///< where these are, and the lost and superseded ones
        std::vector<PingSample> uncounted; ///< lost and superseded ones, each once
    };

    OldCounts(HistoryDatabase &database, qint64 peer)
        : m_database(database)
        , m_peer(peer)
    {
    }

    /// The hours in [from, to) of which chunks may have samples, as page numbers of minute buckets.
    Result<std::set<qint64>> hours(WallTime from, WallTime to);

    Result<Hour> inHour(qint64 hour);

    /// The samples of an hour that are in chunks, by time.
    Result<std::vector<PingSample>> samplesOf(qint64 hour);

    /// Removes from settled samples of the journal those that are already in a chunk.
    Outcome dropFiled(std::vector<PingSample> &journal);

private:
    struct Filed {
        PingSample sample;
        Place place;
    };
    Result<std::vector<Filed>> samplesIn(qint64 hour);

    HistoryDatabase &m_database;
    qint64 m_peer;
};

/// Corrects a whole file: chunks, buckets and the journal. Call it within the transaction that upgrades the
/// file to format 6. Reads every sample once or twice.
Outcome correctOldCounts(HistoryDatabase &database);

} // namespace Pongwatch
