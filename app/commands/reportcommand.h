// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/commandcontext.h"

namespace Pongwatch
{

/// "pongwatch report": makes reports from a history file, without a display.
[[nodiscard]] int runReportCommand(const CommandContext &context);

} // namespace Pongwatch
