// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/seriespyramid.h"
#include "history/timespan.h"

#include <vector>

namespace Pongwatch
{

/// Puts buckets from several places one after the other, for one series without a seam.
namespace BucketChain
{

/// Those of `part` that lie in [from, to): the first and the last may reach beyond it.
void append(std::vector<SeriesBucket> &chain, const std::vector<SeriesBucket> &part, WallTime from,
            WallTime to);

/// Marks the first bucket after each of the gaps, which are in time order, and those that hold one.
void markGaps(std::vector<SeriesBucket> &chain, const std::vector<TimeSpan> &gaps);

/// Joins neighbours until there are at most `maxBuckets` of [from, to).
void thinOut(std::vector<SeriesBucket> &chain, WallTime from, WallTime to, int maxBuckets);

} // namespace BucketChain

} // namespace Pongwatch
