// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QString>

class QTimeZone;

namespace Pongwatch
{

/// The zone's abbreviation for a moment whose time of day occurs twice because clocks are put back: "CEST",
/// then "CET". Empty for any other moment.
[[nodiscard]] QString zoneMark(WallTime time, const QTimeZone &zone);

} // namespace Pongwatch
