// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/seriespyramid.h"
#include "history/timespan.h"

#include <vector>

namespace Pongwatch
{

/// Joins buckets from several sources into one continuous series.
namespace BucketChain
{

/// Appends the buckets of `part` in [from, to); the first and the last may reach beyond it.
void append(std::vector<SeriesBucket> &chain, const std::vector<SeriesBucket> &part, WallTime from,
            WallTime to);

/// Marks the first bucket after each gap, and those that contain one. The gaps must be in time order.
void markGaps(std::vector<SeriesBucket> &chain, const std::vector<TimeSpan> &gaps);

/// Joins neighbouring buckets until there are at most `maxBuckets` for [from, to).
void thinOut(std::vector<SeriesBucket> &chain, WallTime from, WallTime to, int maxBuckets);

} // namespace BucketChain

} // namespace Pongwatch
