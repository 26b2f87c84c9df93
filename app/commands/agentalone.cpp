// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commandlinestrings.h"
#include "app/commands/commands.h"

#include <QCoreApplication>

namespace Pongwatch
{

namespace
{

struct AgentAloneStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::AgentAlone)
};

int sayThatCommandIsMissing(const ParsedArguments &arguments)
{
    if (arguments.positional().isEmpty())
        return failWith(
            Error{CommandLineStrings::tr("reading the arguments"),
                  {},
                  AgentAloneStrings::tr("a command is missing; pongwatch-agent --help lists them")});
    // A URL may have a secret in it.
    const QString word = arguments.positional().first();
    return failWith(
        Error{CommandLineStrings::tr("reading the argument"),
              word.contains(QStringLiteral("://")) ? QString() : word,
              AgentAloneStrings::tr("there is no such command; pongwatch-agent --help lists them")});
}

} // namespace

int runAgentAlone(const CommandContext &context)
{
    return runCommand(
        context,
        {QStringLiteral("pongwatch COMMAND …"),
         AgentAloneStrings::tr("Watches WebSocket connections on machines without a desktop: all of "
                               "Pongwatch's commands, and no window."),
         commonOptionSpecs(), terminalCommandList()},
        sayThatCommandIsMissing);
}

} // namespace Pongwatch
