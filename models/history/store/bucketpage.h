// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"
#include "history/serieslevel.h"

#include <QByteArray>
#include <QByteArrayView>

#include <span>
#include <vector>

namespace Pongwatch
{

/// The widths of the buckets that the history file keeps.
enum class BucketLevel : quint8 { Minute, Hour };

[[nodiscard]] nanoseconds bucketWidth(BucketLevel level);

/// A page of neighbouring buckets of one peer: an hour of minutes, or ten days of hours. Packed into one row
/// of the file, about 12 bytes a bucket that holds anything. Every ping counts in its bucket, whatever its
/// outcome. A page that holds nothing is not written.
class BucketPage
{
public:
    BucketPage(BucketLevel level, qint64 number);

    /// The page that a moment belongs to.
    [[nodiscard]] static qint64 numberAt(BucketLevel level, WallTime time);
    /// The first moment of a page.
    [[nodiscard]] static WallTime start(BucketLevel level, qint64 number);

    /// Folds in samples that belong to this page. The band of p5 to p95 of a bucket that is filled in several
    /// goes is the mean of those of each, weighted by count.
    void add(std::span<const PingSample> samples);
    /// A ping that was added as TimedOut turns out to be this late one.
    void revise(const PingSample &late);
    /// Takes out samples that were added more than once. Minimum and maximum stay what they are, for one of
    /// each is left.
    void removeExtra(std::span<const PingSample> samples);
    /// Adds the lost and the superseded ones of these samples and nothing else: files before format 6 did
    /// not count them.
    void addUncounted(std::span<const PingSample> samples);

    /// Forgets the buckets that begin in [from, to).
    void clear(WallTime from, WallTime to)
    {
        std::erase_if(m_buckets, [from, to](const SeriesBucket &bucket) {
            return bucket.from >= from && bucket.from < to;
        });
    }

    [[nodiscard]] const std::vector<SeriesBucket> &buckets() const { return m_buckets; }

    /// Empty only for a page without buckets.
    [[nodiscard]] QByteArray encode() const;
    /// Replaces the content; false for bytes that are damaged, and the page is then empty.
    bool decode(QByteArrayView bytes);

private:
    [[nodiscard]] WallTime bucketStart(WallTime time) const;
    SeriesBucket &bucketAt(WallTime start);

    BucketLevel m_level;
    WallTime m_start;
    std::vector<SeriesBucket> m_buckets; // by from; only those that hold something
};

} // namespace Pongwatch
