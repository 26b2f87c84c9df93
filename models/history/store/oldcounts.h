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

/// The first format of the history file that counts each ping once, and every ping in its bucket.
inline constexpr int firstFormatWithCounts = 6;

/// Puts second reports in the place of first ones: a timeout whose pong came late. Samples of one peer in the
/// order in which they came. With `dropRepeated`, of several samples of the same ping one is left.
void settleRevisions(std::vector<PingSample> &samples, bool dropRepeated);

/// What files of formats before 6 count wrongly for one peer. Their programs read samples from the journal
/// again that were in chunks already, so that a ping may be there twice, in chunks and buckets alike; and
/// buckets did not count pings that were lost or superseded. Two samples of a peer are of the same ping when
/// connection, number and the moment at which it was due are the same. Damaged chunks are left alone.
class OldCounts
{
public:
    /// Where a sample is in the file.
    struct Place {
        qint64 chunk = 0; ///< its row
        size_t index = 0; ///< in the chunk

        // NOLINTNEXTLINE(modernize-use-nullptr): what the compiler makes of it compares with 0
        friend auto operator<=>(const Place &, const Place &) = default;
    };

    struct Hour {
        std::vector<PingSample> extra;     ///< counted once too often
        std::vector<Place> places;         ///< of these, and of lost and superseded ones
        std::vector<PingSample> uncounted; ///< lost and superseded ones, once each
    };

    OldCounts(HistoryDatabase &database, qint64 peer)
        : m_database(database)
        , m_peer(peer)
    {
    }

    /// The hours in [from, to) that chunks may have samples of; as numbers of pages of minute buckets.
    Result<std::set<qint64>> hours(WallTime from, WallTime to);

    Result<Hour> inHour(qint64 hour);

    /// The samples that chunks have of an hour, by time.
    Result<std::vector<PingSample>> samplesOf(qint64 hour);

    /// Leaves of samples of the journal, which are settled, what no chunk has.
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

/// Corrects a whole file: chunks, buckets and the journal. To be called in a transaction, which brings the
/// file to format 6. Reads every sample once or twice.
Outcome correctOldCounts(HistoryDatabase &database);

} // namespace Pongwatch
