// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/recordedclock.h"
#include "history/note.h"

#include <QTimeZone>

namespace Pongwatch
{

/// That the clock was set, as a note about all peers: it stands in the history, in charts and in reports like
/// what people write down.
[[nodiscard]] Note noteOf(const ClockStep &step, const QTimeZone &timeZone);

} // namespace Pongwatch
