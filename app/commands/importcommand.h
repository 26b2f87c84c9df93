// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/commandcontext.h"

namespace Pongwatch
{

/// `pongwatch import`: reads what other programs have, tells what was taken and what was not, and puts the
/// peers into a workspace when it is told one. Gives the exit status: 1 when something was left out, 2 when
/// nothing could be read.
[[nodiscard]] int runImportCommand(const CommandContext &context);

/// `pongwatch export`: a workspace as a table or as JSON, without secrets. Gives the exit status.
[[nodiscard]] int runExportCommand(const CommandContext &context);

} // namespace Pongwatch
