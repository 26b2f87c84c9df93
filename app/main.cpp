// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/connectionoptions.h"
#include "app/commandline/secrets.h"
#include "app/commandline/utf8locale.h"
#include "app/commands/checkcommand.h"
#include "app/commands/demohistorycommand.h"
#include "app/commands/historycommand.h"
#include "app/commands/importcommand.h"
#include "app/commands/monitorcommand.h"
#include "app/commands/pingcommand.h"
#include "app/commands/reportcommand.h"
#include "app/commands/servecommand.h"
#include "app/commands/windowcommand.h"
#include "app/headless/headlessapplication.h"
#include "app/language/languages.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>

namespace
{

/// What a command without a window runs in, and the language it speaks.
struct Terminal {
    Terminal(int &argc, char **argv, const QString &language, bool paints)
        : application(Pongwatch::makeHeadlessApplication(argc, argv, paints))
    {
        languages.choose(language);
    }

    std::unique_ptr<QCoreApplication> application;
    Pongwatch::Languages languages;
};

/// Takes "--language LANG" out of a terminal command's arguments; empty when it is not there.
QString takeLanguage(QStringList &arguments)
{
    const QString option = QStringLiteral("--language");
    for (qsizetype i = 0; i < arguments.size() && arguments.at(i) != QStringLiteral("--"); ++i) {
        if (arguments.at(i) == option && i + 1 < arguments.size()) {
            const QString language = arguments.at(i + 1);
            arguments.remove(i, 2);
            return language;
        }
        if (arguments.at(i).startsWith(option + u'='))
            return arguments.takeAt(i).mid(option.size() + 1);
    }
    return {};
}

/// Whether a file is named that has to be painted.
bool namesPicture(const QStringList &arguments)
{
    return std::any_of(arguments.cbegin(), arguments.cend(), [](const QString &argument) {
        return argument.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive) ||
               argument.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive);
    });
}

} // namespace

int main(int argc, char **argv)
{
    using namespace Pongwatch;
    QStringList arguments = takeArguments(argc, argv, connectionOptionSpecs());
    preferUtf8Locale();
    QCoreApplication::setApplicationName(QStringLiteral("pongwatch"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PONGWATCH_VERSION));

    int argumentCount = 1; // Qt has options of its own, which it is not to find among ours
    const QString command = arguments.value(0);
    const QStringList inTerminal{
        QStringLiteral("monitor"),      QStringLiteral("ping"),   QStringLiteral("check"),
        QStringLiteral("serve"),        QStringLiteral("report"), QStringLiteral("history"),
        QStringLiteral("demo-history"), QStringLiteral("import"), QStringLiteral("export")};
    std::unique_ptr<Terminal> terminal;
    if (inTerminal.contains(command))
        terminal =
            std::make_unique<Terminal>(argumentCount, argv, takeLanguage(arguments), namesPicture(arguments));
    if (command == QStringLiteral("monitor"))
        return runMonitorCommand({arguments.mid(1), argumentCount, argv});
    if (command == QStringLiteral("ping"))
        return runPingCommand({arguments.mid(1), argumentCount, argv});
    if (command == QStringLiteral("check"))
        return runCheckCommand({arguments.mid(1), argumentCount, argv});
    if (command == QStringLiteral("serve"))
        return runServeCommand({arguments.mid(1), argumentCount, argv});
    if (command == QStringLiteral("report"))
        return runReportCommand({arguments.mid(1), argumentCount, argv});
    if (command == QStringLiteral("history"))
        return runHistoryCommand({arguments.mid(1), argumentCount, argv});
    if (command == QStringLiteral("import"))
        return runImportCommand({arguments.mid(1), argumentCount, argv});
    if (command == QStringLiteral("export"))
        return runExportCommand({arguments.mid(1), argumentCount, argv});
    if (command == QStringLiteral("demo-history"))
        return runDemoHistoryCommand({arguments.mid(1), argumentCount, argv});
    if (command == QStringLiteral("help"))
        arguments = QStringList{QStringLiteral("--help")};
    return runWindowCommand({arguments, argumentCount, argv});
}
