// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/commandcontext.h"

namespace Pongwatch
{

/// "pongwatch demo-history": writes a history file of a simulated week, to try reports and charts with.
[[nodiscard]] int runDemoHistoryCommand(const CommandContext &context);

} // namespace Pongwatch
