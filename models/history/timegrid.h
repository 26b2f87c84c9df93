// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <algorithm>

namespace Pongwatch
{

/// The grid for buckets: multiples of their width since 1970, so that they stay in place while the visible
/// range moves.
namespace TimeGrid
{

/// A width in the resolution of WallTime, rounded up.
[[nodiscard]] inline microseconds step(nanoseconds width)
{
    return std::chrono::ceil<microseconds>(width);
}

[[nodiscard]] inline WallTime alignedDown(WallTime time, nanoseconds width)
{
    microseconds rest = time.time_since_epoch() % step(width);
    if (rest < microseconds(0))
        rest += step(width);
    return time - rest;
}

[[nodiscard]] inline WallTime alignedUp(WallTime time, nanoseconds width)
{
    const WallTime down = alignedDown(time, width);
    return down == time ? time : down + step(width);
}

/// The next larger of 1, 2, 5, 10 … µs: widths for buckets made from single samples.
[[nodiscard]] inline nanoseconds roundWidth(nanoseconds wanted)
{
    nanoseconds decade = microseconds(1);
    while (decade * 10 < wanted)
        decade *= 10;
    for (const int factor : {1, 2, 5})
        if (decade * factor >= wanted)
            return decade * factor;
    return decade * 10;
}

/// The smallest multiple of `base` that is at least `wanted`.
[[nodiscard]] inline nanoseconds multipleOf(nanoseconds base, nanoseconds wanted)
{
    return nanoseconds(base.count() *
                       std::max<nanoseconds::rep>((wanted.count() + base.count() - 1) / base.count(), 1));
}

} // namespace TimeGrid

} // namespace Pongwatch
