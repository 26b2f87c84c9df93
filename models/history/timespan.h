// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

namespace Pongwatch
{

/// [from, to) on the wall clock.
struct TimeSpan {
    WallTime from{};
    WallTime to{};

    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

} // namespace Pongwatch
