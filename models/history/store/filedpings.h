// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"
#include "history/seriespyramid.h"
#include "history/store/bucketpage.h"
#include "history/store/historydamage.h"
#include "history/store/historydatabase.h"
#include "history/store/oldcounts.h"
#include "history/timespan.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace Pongwatch
{

struct PackedChunk;

/// Finds samples and buckets in a history file, wherever they are (chunks, pages, journal): each ping once,
/// even in files of older versions, which had some twice. What can't be read is left out and reported to the
/// ledger. Call it only between HistoryDatabase::beginReading() and rollback().
class FiledPings
{
public:
    /// Called with each sample in turn; returns false to stop.
    using SampleSink = std::function<bool(const PingSample &)>;
    using BucketSink = std::function<void(const SeriesBucket &)>;

    /// Both must outlive this object.
    FiledPings(HistoryDatabase &database, HistoryDamageLedger &damage);

    /// The samples due in [from, to), in the order in which they came.
    Outcome eachSample(qint64 peer, WallTime from, WallTime to, const SampleSink &sink);
    /// The buckets of the pages that touch [from, to], without those still in the journal.
    Outcome eachFiledBucket(qint64 peer, BucketLevel level, WallTime from, WallTime to,
                            const BucketSink &sink);
    /// The buckets of the pages that touch [from, to], including what is still in the journal.
    Outcome eachBucket(qint64 peer, BucketLevel level, WallTime from, WallTime to, const BucketSink &sink);
    /// Whole buckets whose samples were thinned.
    Outcome eachThinned(qint64 peer, WallTime from, WallTime to, const BucketSink &sink);

    /// The samples that are in the journal but not in chunks: the file's last half minute.
    Result<std::vector<PingSample>> journal(qint64 peer, WallTime from, WallTime to);
    /// The time span of each peer's samples in the journal.
    Result<std::map<qint64, TimeSpan>> journalSpans();
    Result<bool> isTimeoutFiled(qint64 peer, const PingSample &late);

    /// From here on everything is known one by one.
    Result<WallTime> samplesFrom(qint64 peer);
    /// From here on everything is known by the minute.
    Result<WallTime> minutesFrom(qint64 peer);

private:
    using PageSink = std::function<Outcome(qint64, BucketPage &)>;

    void noteDamage(const PackedChunk &chunk, qint64 peer);
    Outcome eachPage(qint64 peer, BucketLevel level, WallTime from, WallTime to, const PageSink &sink);
    Outcome eachRightPage(qint64 peer, BucketLevel level, WallTime from, WallTime to, const PageSink &sink);
    Result<std::set<OldCounts::Place>> countedTwice(qint64 peer, WallTime from, WallTime to);
    Result<std::optional<WallTime>> firstPage(qint64 peer, BucketLevel level);
    Result<std::optional<WallTime>> firstBucket(qint64 peer, BucketLevel level);

    HistoryDatabase &m_database;
    HistoryDamageLedger &m_damage;
};

} // namespace Pongwatch
