// SPDX-License-Identifier: GPL-3.0-or-later
#include "past/bucketchain.h"

#include "history/store/gridjoiner.h"
#include "history/timegrid.h"

#include <algorithm>

namespace Pongwatch::BucketChain
{

namespace
{

WallTime endOf(const SeriesBucket &bucket)
{
    return bucket.from + TimeGrid::step(bucket.width);
}

} // namespace

void append(std::vector<SeriesBucket> &chain, const std::vector<SeriesBucket> &part, WallTime from,
            WallTime to)
{
    const auto first = std::partition_point(
        part.cbegin(), part.cend(), [from](const SeriesBucket &bucket) { return endOf(bucket) <= from; });
    const auto last = std::partition_point(first, part.cend(),
                                           [to](const SeriesBucket &bucket) { return bucket.from < to; });
    chain.insert(chain.end(), first, last);
}

void markGaps(std::vector<SeriesBucket> &chain, const std::vector<TimeSpan> &gaps)
{
    auto gap = gaps.cbegin();
    for (size_t i = 1; i < chain.size() && gap != gaps.cend(); ++i) {
        const WallTime begin = endOf(chain[i - 1]);
        const WallTime end = endOf(chain[i]);
        while (gap != gaps.cend() && gap->to <= begin)
            ++gap;
        chain[i].gap |= gap != gaps.cend() && gap->from < end;
    }
}

void thinOut(std::vector<SeriesBucket> &chain, WallTime from, WallTime to, int maxBuckets)
{
    if (maxBuckets == 1 && chain.size() > 1) {
        const WallTime begin = chain.front().from;
        const WallTime end = endOf(chain.back());
        BucketJoiner all;
        for (const SeriesBucket &bucket : chain)
            all.add(bucket);
        chain = {all.take(begin, end - begin)};
    }
    nanoseconds width =
        std::max<nanoseconds>(nanoseconds(to - from) / std::max(maxBuckets - 1, 1), microseconds(1));
    while (chain.size() > static_cast<size_t>(maxBuckets)) {
        const WallTime begin = chain.front().from;
        GridJoiner joiner(begin, WallTime::max(), TimeGrid::roundWidth(width));
        for (const SeriesBucket &bucket : chain)
            joiner.add(bucket);
        const WallTime end = endOf(chain.back());
        chain = joiner.take();
        if (!chain.empty() && endOf(chain.back()) > end)
            chain.back().width = end - chain.back().from;
        width = TimeGrid::roundWidth(width) + microseconds(1);
    }
}

} // namespace Pongwatch::BucketChain
