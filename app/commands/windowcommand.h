// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/commandcontext.h"

namespace Pongwatch
{

/// `pongwatch` without a sub-command: opens the window. Gives the exit status.
[[nodiscard]] int runWindowCommand(const CommandContext &context);

} // namespace Pongwatch
