// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/commandcontext.h"

namespace Pongwatch
{

/// `pongwatch serve`: the demo peers, for other clients. Gives the exit status.
[[nodiscard]] int runServeCommand(const CommandContext &context);

} // namespace Pongwatch
