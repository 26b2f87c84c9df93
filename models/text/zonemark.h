// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QString>

class QTimeZone;

namespace Pongwatch
{

/// The zone's abbreviation at a moment whose time of the day is there twice, since clocks are put back:
/// "CEST", then "CET". Empty at any other moment.
[[nodiscard]] QString zoneMark(WallTime time, const QTimeZone &zone);

} // namespace Pongwatch
