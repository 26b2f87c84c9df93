// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/commandcontext.h"

namespace Pongwatch
{

/// `pongwatch history check FILE [--repair]`: says what is in a history file and what can't be read of it.
int runHistoryCommand(const CommandContext &context);

} // namespace Pongwatch
