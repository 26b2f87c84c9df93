// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/store/historystatus.h"

namespace Pongwatch
{

class WindowSettings;

// How long the window's history is kept, stored from one run to the next. Numbers that make no sense count as
// missing.

[[nodiscard]] HistoryOptions keptHistoryOptions(const WindowSettings &settings);
void keepHistoryOptions(WindowSettings &settings, const HistoryOptions &options);

} // namespace Pongwatch
