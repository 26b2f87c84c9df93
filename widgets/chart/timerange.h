// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

namespace Pongwatch
{

/// The stretch of time [from, to).
struct TimeRange {
    WallTime from{};
    WallTime to{};

    [[nodiscard]] microseconds length() const { return to - from; }
    [[nodiscard]] bool contains(WallTime moment) const { return moment >= from && moment < to; }

    /// From the earlier to the later of two moments.
    [[nodiscard]] static TimeRange between(WallTime a, WallTime b)
    {
        return a < b ? TimeRange{a, b} : TimeRange{b, a};
    }

    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

} // namespace Pongwatch
