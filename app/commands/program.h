// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/commandcontext.h"

namespace Pongwatch
{

/// One of our executables: its name, and what it does without a sub-command.
struct Program {
    const char *name;  ///< "pongwatch"
    int manualSection; ///< that its manual pages are in
    /// Has the options that the program takes without a sub-command; makes its own application object.
    int (*runWithoutCommand)(const CommandContext &context);
};

/// All of a program's main(): prepares the process, finds the sub-command and runs it; gives the exit status.
[[nodiscard]] int runProgram(const Program &program, int argc, char **argv);

} // namespace Pongwatch
