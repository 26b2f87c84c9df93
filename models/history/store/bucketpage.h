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

/// The bucket widths in the history file.
enum class BucketLevel : quint8 { Minute, Hour };

[[nodiscard]] nanoseconds bucketWidth(BucketLevel level);

/// A page of adjacent buckets of one peer: an hour of minutes, or ten days of hours. Packed into one row of
/// the file, taking about 12 bytes for each non-empty bucket. Every ping counts in its bucket, whatever its
/// outcome. An empty page is not written.
class BucketPage
{
public:
    BucketPage(BucketLevel level, qint64 number);

    /// The number of the page for a moment.
    [[nodiscard]] static qint64 numberAt(BucketLevel level, WallTime time);
    /// The first moment of a page.
    [[nodiscard]] static WallTime start(BucketLevel level, qint64 number);

    /// Adds samples that belong to this page. If a bucket is filled in several goes, its band from p5 to p95
    /// is the mean of those of each, weighted by count.
    void add(std::span<const PingSample> samples);
    /// A ping added as TimedOut turned out to be this late one.
    void revise(const PingSample &late);
    /// Removes samples that were added more than once. Minimum and maximum remain valid, since one of each is
    /// left.
    void removeExtra(std::span<const PingSample> samples);
    /// Adds only the lost and superseded samples among these: files before format 6 did not count
    /// them.
    void addUncounted(std::span<const PingSample> samples);

    /// Removes the buckets that begin in [from, to).
    void clear(WallTime from, WallTime to)
    {
        std::erase_if(m_buckets, [from, to](const SeriesBucket &bucket) {
            return bucket.from >= from && bucket.from < to;
        });
    }

    [[nodiscard]] const std::vector<SeriesBucket> &buckets() const { return m_buckets; }

    /// Empty only for a page without buckets.
    [[nodiscard]] QByteArray encode() const;
    /// Replaces the content. If the bytes are damaged, returns false and leaves the page empty.
    bool decode(QByteArrayView bytes);

private:
    [[nodiscard]] WallTime bucketStart(WallTime time) const;
    SeriesBucket &bucketAt(WallTime start);

    BucketLevel m_level;
    WallTime m_start;
    std::vector<SeriesBucket> m_buckets; // by from; only non-empty ones
};

} // namespace Pongwatch
