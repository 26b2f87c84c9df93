// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"

#include <QCoreApplication>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr TerminalCommand commands[] = {
    {"monitor", QT_TRANSLATE_NOOP("Pongwatch::WindowCommand", "watch connections without a window"),
     runMonitorCommand},
    {"agent", QT_TRANSLATE_NOOP("Pongwatch::WindowCommand", "watch a workspace as a service, for Prometheus"),
     runAgentCommand},
    {"fleet", QT_TRANSLATE_NOOP("Pongwatch::WindowCommand", "what all agents see, by a Prometheus"),
     runFleetCommand},
    {"ping", QT_TRANSLATE_NOOP("Pongwatch::WindowCommand", "ping peers from the terminal, like ping(8)"),
     runPingCommand},
    {"trace", QT_TRANSLATE_NOOP("Pongwatch::WindowCommand", "trace the network path to a peer"),
     runTraceCommand},
    {"examine", QT_TRANSLATE_NOOP("Pongwatch::WindowCommand", "find out what a peer does with connections"),
     runExamineCommand},
    {"report", QT_TRANSLATE_NOOP("Pongwatch::WindowCommand", "create a report from the history"),
     runReportCommand},
    {"alerts", QT_TRANSLATE_NOOP("Pongwatch::WindowCommand", "list the alerts that the history has"),
     runAlertsCommand},
    {"history",
     QT_TRANSLATE_NOOP("Pongwatch::WindowCommand", "check a history file, or repair it into a new one"),
     runHistoryCommand},
    {"alert", QT_TRANSLATE_NOOP("Pongwatch::WindowCommand", "send a test alert"), runAlertCommand},
    {"check", QT_TRANSLATE_NOOP("Pongwatch::WindowCommand", "check a workspace file"), runCheckCommand},
    {"import", QT_TRANSLATE_NOOP("Pongwatch::WindowCommand", "read the peers that other programs have"),
     runImportCommand},
    {"export", QT_TRANSLATE_NOOP("Pongwatch::WindowCommand", "write a workspace as a table or as JSON"),
     runExportCommand},
    {"demo-history",
     QT_TRANSLATE_NOOP("Pongwatch::WindowCommand", "simulate a week of history, for trying reports"),
     runDemoHistoryCommand},
    {"demo-fleet",
     QT_TRANSLATE_NOOP("Pongwatch::WindowCommand", "simulate agents and a Prometheus over them"),
     runDemoFleetCommand},
    {"serve", QT_TRANSLATE_NOOP("Pongwatch::WindowCommand", "run the demo peers for other clients"),
     runServeCommand},
    {"manual",
     QT_TRANSLATE_NOOP("Pongwatch::WindowCommand", "write the manual pages and completions for shells"),
     runManualCommand},
};

} // namespace

std::span<const TerminalCommand> terminalCommands()
{
    return commands;
}

QString terminalCommandList()
{
    QString text =
        QCoreApplication::translate("Pongwatch::WindowCommand", "Commands (each has its own --help):") +
        u'\n';
    for (const TerminalCommand &command : commands)
        text += QStringLiteral("  %1 %2\n")
                    .arg(QString::fromLatin1(command.name).leftJustified(14),
                         QCoreApplication::translate("Pongwatch::WindowCommand", command.about));
    return text + u'\n';
}

const TerminalCommand *findTerminalCommand(const QString &name)
{
    const auto *const found =
        std::find_if(std::begin(commands), std::end(commands),
                     [&name](const TerminalCommand &command) { return name == QLatin1String(command.name); });
    return found == std::end(commands) ? nullptr : found;
}

} // namespace Pongwatch
