// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/serieslevel.h"

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

/// Estimates how the round trips of a bucket were spread, if the bucket is all that is left of them: calls
/// `put(rtt, count)` for each value. The fastest, the slowest and the mean of all are exact. If the band from
/// p5 to p95 is known, one tenth lies at either end of it, and the rest is assumed to lie together. Up to
/// three round trips are all exact, as far as the bucket's mean is.
template <typename Put>
void forEachLikelyRoundTrip(const SeriesBucket &bucket, const Put &put)
{
    constexpr quint32 enoughForBand = 20;
    if (bucket.count == 0 || !bucket.min || !bucket.max || !bucket.mean)
        return;
    const auto number = [](nanoseconds value) { return static_cast<double>(value.count()); };
    double total = number(*bucket.mean) * bucket.count;
    quint32 left = bucket.count;
    const auto take = [&](nanoseconds rtt, quint32 count) {
        count = std::min(count, left);
        if (count == 0)
            return;
        left -= count;
        total -= number(rtt) * count;
        put(rtt, count);
    };
    take(*bucket.max, 1);
    take(*bucket.min, 1);
    nanoseconds low = *bucket.min;
    nanoseconds high = *bucket.max;
    if (bucket.count >= enoughForBand && bucket.p5 && bucket.p95) {
        low = *bucket.p5;
        high = *bucket.p95;
        take(high, bucket.count / 10);
        take(low, bucket.count / 10);
    }
    if (left > 0)
        put(std::clamp(nanoseconds(std::llround(total / left)), low, std::max(low, high)), left);
}

} // namespace Pongwatch
