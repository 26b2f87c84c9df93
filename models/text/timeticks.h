// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <vector>

class QTimeZone;

namespace Pongwatch
{

/// A mark of a time axis.
struct TimeTick {
    WallTime at{};
    bool newDay = false; ///< no tick before it is of this day

    friend bool operator==(const TimeTick &, const TimeTick &) = default;
};

/// Marks that are `step` apart.
struct TimeTicks {
    seconds step{1};
    std::vector<TimeTick> ticks;
};

/// Round moments of the zone's days and clocks in [from, to), at most `most` of them. They hold still while
/// the range moves, and stay round where clocks are put forward or back.
[[nodiscard]] TimeTicks timeTicks(WallTime from, WallTime to, int most, const QTimeZone &zone);

} // namespace Pongwatch
