// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/commandcontext.h"

namespace Pongwatch
{

/// `pongwatch monitor`: watches peers without a window and writes what happens to standard output. Gives the
/// exit status.
[[nodiscard]] int runMonitorCommand(const CommandContext &context);

} // namespace Pongwatch
