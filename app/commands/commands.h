// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/commandcontext.h"

#include <span>

namespace Pongwatch
{

// The commands, one file each. All give the exit status.

/// `pongwatch alerts`: the alerts that the history has, and what became of them.
[[nodiscard]] int runAlertsCommand(const CommandContext &context);
/// `pongwatch agent`: watches the peers of a workspace as a service, for Prometheus.
[[nodiscard]] int runAgentCommand(const CommandContext &context);
/// `pongwatch alert test`: tries a way by which alerts are told. The status is 1 when nobody took it.
[[nodiscard]] int runAlertCommand(const CommandContext &context);

/// `pongwatch check`: says what is wrong in workspace files, or lists each profile's effective settings.
[[nodiscard]] int runCheckCommand(const CommandContext &context);

/// `pongwatch demo-fleet`: simulates agents in several places, with a Prometheus that collects from them.
[[nodiscard]] int runDemoFleetCommand(const CommandContext &context);

/// `pongwatch demo-history`: writes a history file of a simulated week, for trying out reports and charts.
[[nodiscard]] int runDemoHistoryCommand(const CommandContext &context);

/// `pongwatch examine`: finds out what a peer, and what is before it, does with connections.
[[nodiscard]] int runExamineCommand(const CommandContext &context);

/// `pongwatch export`: a workspace as a table or as JSON, without secrets.
[[nodiscard]] int runExportCommand(const CommandContext &context);

/// `pongwatch fleet`: what all agents see of their peers, by a Prometheus, and where to look.
[[nodiscard]] int runFleetCommand(const CommandContext &context);

/// `pongwatch history check FILE [--repair]`: says what is in a history file and what can't be read of it.
[[nodiscard]] int runHistoryCommand(const CommandContext &context);

/// `pongwatch import`: reads other programs' data, says what was taken and what was not, and adds the
/// peers to a workspace if one is given. The status is 1 if anything was left out, 2 if nothing could be
/// read.
[[nodiscard]] int runImportCommand(const CommandContext &context);

/// `pongwatch monitor`: watches peers without a window and writes what happens to standard output.
[[nodiscard]] int runMonitorCommand(const CommandContext &context);

/// `pongwatch ping`: pings peers and says how long the pongs take, in the style of ping(8).
[[nodiscard]] int runPingCommand(const CommandContext &context);

/// `pongwatch report`: makes reports from a history file, without a display.
[[nodiscard]] int runReportCommand(const CommandContext &context);

/// `pongwatch serve`: the demo peers, for other clients.
[[nodiscard]] int runServeCommand(const CommandContext &context);

/// `pongwatch trace`: the network's path to a peer, hop by hop.
[[nodiscard]] int runTraceCommand(const CommandContext &context);

/// `pongwatch` without a sub-command: opens the window.
[[nodiscard]] int runWindowCommand(const CommandContext &context);

/// `pongwatch-agent` without a sub-command: only lists the sub-commands.
[[nodiscard]] int runAgentAlone(const CommandContext &context);

/// `pongwatch manual`: writes the manual pages and the shell completions.
[[nodiscard]] int runManualCommand(const CommandContext &context);

/// A sub-command: one that needs no window.
struct TerminalCommand {
    const char *name;  ///< "monitor"
    const char *about; ///< what it does, for --help: context Pongwatch::WindowCommand
    int (*run)(const CommandContext &context);
};

/// All of them, in the order of --help.
[[nodiscard]] std::span<const TerminalCommand> terminalCommands();

/// The list of them for --help of a program, with a heading; in the current language.
[[nodiscard]] QString terminalCommandList();

/// The one with that name; null if there is none.
[[nodiscard]] const TerminalCommand *findTerminalCommand(const QString &name);

} // namespace Pongwatch
