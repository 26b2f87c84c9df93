// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/connectionoptions.h"
#include "app/commandline/secrets.h"
#include "app/commandline/utf8locale.h"
#include "app/commands/checkcommand.h"
#include "app/commands/monitorcommand.h"
#include "app/commands/pingcommand.h"
#include "app/commands/servecommand.h"
#include "app/commands/windowcommand.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    using namespace Pongwatch;
    QStringList arguments = takeArguments(argc, argv, connectionOptionSpecs());
    preferUtf8Locale();
    QCoreApplication::setApplicationName(QStringLiteral("pongwatch"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PONGWATCH_VERSION));

    int argumentCount = 1; // Qt has options of its own, which it is not to find among ours
    const QString command = arguments.value(0);
    if (command == QStringLiteral("monitor"))
        return runMonitorCommand({arguments.mid(1), argumentCount, argv});
    if (command == QStringLiteral("ping"))
        return runPingCommand({arguments.mid(1), argumentCount, argv});
    if (command == QStringLiteral("check"))
        return runCheckCommand({arguments.mid(1), argumentCount, argv});
    if (command == QStringLiteral("serve"))
        return runServeCommand({arguments.mid(1), argumentCount, argv});
    if (command == QStringLiteral("help"))
        arguments = QStringList{QStringLiteral("--help")};
    return runWindowCommand({arguments, argumentCount, argv});
}
