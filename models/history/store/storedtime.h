// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QVariant>

#include <algorithm>

namespace Pongwatch
{

// Moments as stored in the columns of the history file: microseconds since 1970, UTC.

[[nodiscard]] inline qint64 inMicroseconds(WallTime time)
{
    return static_cast<qint64>(time.time_since_epoch().count());
}

/// A damaged or strange file may hold any number: what is further than 290 years from 1970 becomes that, so
/// that differences of moments, and moments in nanoseconds, stay within 64 bits.
[[nodiscard]] inline WallTime toWallTime(const QVariant &value)
{
    constexpr qint64 furthest = 290LL * 365 * 24 * 60 * 60 * 1'000'000;
    return WallTime(microseconds(std::clamp(value.toLongLong(), -furthest, furthest)));
}

} // namespace Pongwatch
