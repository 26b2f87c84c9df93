// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/serieslevel.h"
#include "history/timegrid.h"

#include <algorithm>
#include <vector>

namespace Pongwatch
{

/// Joins samples and small buckets into buckets of one width on the time grid. If fed in time order, it holds
/// one bucket at a time; anything out of order is put into its place at the end.
class GridJoiner
{
public:
    /// Takes what is in [begin, end); the first bucket is cut off at begin.
    GridJoiner(WallTime begin, WallTime end, nanoseconds width)
        : m_begin(begin)
        , m_end(end)
        , m_width(width)
    {
    }

    void add(const PingSample &sample) { add(sample.sentAt, sample); }
    void add(const SeriesBucket &bucket) { add(bucket.from, bucket); }

    /// The non-empty buckets in time order.
    [[nodiscard]] std::vector<SeriesBucket> take()
    {
        finish();
        const auto isEarlier = [](const SeriesBucket &a, const SeriesBucket &b) { return a.from < b.from; };
        std::stable_sort(m_buckets.begin(), m_buckets.end(), isEarlier);
        std::vector<SeriesBucket> joined;
        joined.reserve(m_buckets.size());
        for (const SeriesBucket &bucket : m_buckets) {
            if (!joined.empty() && joined.back().from == bucket.from) {
                BucketJoiner both;
                both.add(joined.back());
                both.add(bucket);
                joined.back() = both.take(bucket.from, bucket.width);
            } else {
                joined.push_back(bucket);
            }
        }
        return joined;
    }

private:
    template <typename Piece>
    void add(WallTime at, const Piece &piece)
    {
        if (at < m_begin || at >= m_end)
            return;
        if (at < m_open || at >= m_openUntil) {
            finish();
            m_open = TimeGrid::alignedDown(at, m_width);
            m_openUntil = m_open + TimeGrid::step(m_width);
        }
        m_joiner.add(piece);
    }

    void finish()
    {
        if (m_openUntil == WallTime::min())
            return;
        SeriesBucket bucket = m_joiner.take(m_open, m_width);
        m_openUntil = WallTime::min();
        if (bucket.pings() == 0)
            return;
        if (bucket.from < m_begin) {
            bucket.width -= m_begin - bucket.from;
            bucket.from = m_begin;
        }
        m_buckets.push_back(bucket);
    }

    WallTime m_begin;
    WallTime m_end;
    nanoseconds m_width;
    WallTime m_open = WallTime::min();
    WallTime m_openUntil = WallTime::min();
    BucketJoiner m_joiner;
    std::vector<SeriesBucket> m_buckets;
};

} // namespace Pongwatch
