// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QVariant>

namespace Pongwatch
{

// Moments as stored in the columns of the history file: microseconds since 1970, UTC.

[[nodiscard]] inline qint64 inMicroseconds(WallTime time)
{
    return static_cast<qint64>(time.time_since_epoch().count());
}

[[nodiscard]] inline WallTime toWallTime(const QVariant &value)
{
    return WallTime(microseconds(value.toLongLong()));
}

} // namespace Pongwatch
