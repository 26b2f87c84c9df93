// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <vector>

class QTimeZone;

namespace Pongwatch
{

/// A tick of a time axis.
struct TimeTick {
    WallTime at{};
    bool newDay = false; ///< the first tick of its day

    friend bool operator==(const TimeTick &, const TimeTick &) = default;
};

/// Ticks at intervals of `step`.
struct TimeTicks {
    seconds step{1};
    std::vector<TimeTick> ticks;
};

/// Round moments in [from, to) by the zone's days and clocks, at most `most` of them. They stay in place
/// while the range moves, and stay round when clocks are put forward or back.
[[nodiscard]] TimeTicks timeTicks(WallTime from, WallTime to, int most, const QTimeZone &zone);

} // namespace Pongwatch
