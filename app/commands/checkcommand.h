// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/commandcontext.h"

namespace Pongwatch
{

/// `pongwatch check`: says what is wrong in workspace files, or what each of their profiles amounts to. Gives
/// the exit status.
[[nodiscard]] int runCheckCommand(const CommandContext &context);

} // namespace Pongwatch
