// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/commandcontext.h"

#include <span>

namespace Pongwatch
{

/// A sub-command: one that needs no window.
struct TerminalCommand {
    const char *name;  ///< "monitor"
    const char *about; ///< what it does, for --help: context Pongwatch::WindowCommand
    int (*run)(const CommandContext &context);
};

/// All of them, in the order of --help.
[[nodiscard]] std::span<const TerminalCommand> terminalCommands();

/// The one of that name; null: there is none.
[[nodiscard]] const TerminalCommand *findTerminalCommand(const QString &name);

} // namespace Pongwatch
