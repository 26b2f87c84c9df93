// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/commandcontext.h"

namespace Pongwatch
{

/// `pongwatch ping`: pings peers and says how long the pongs take, with the manners of ping(8). Gives the
/// exit status.
[[nodiscard]] int runPingCommand(const CommandContext &context);

} // namespace Pongwatch
