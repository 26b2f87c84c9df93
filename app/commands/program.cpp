// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/program.h"

#include "app/commandline/connectionoptions.h"
#include "app/commandline/processsetup.h"
#include "app/commandline/secrets.h"
#include "app/commandline/utf8locale.h"
#include "app/commands/commands.h"
#include "app/headless/headlessapplication.h"
#include "app/language/languages.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <memory>

namespace Pongwatch
{

namespace
{

/// The application object for a command without a window, and its language.
struct Terminal {
    Terminal(int &argc, char **argv, const QString &language, bool paints)
        : application(makeHeadlessApplication(argc, argv, paints))
    {
        languages.choose(language);
    }

    std::unique_ptr<QCoreApplication> application;
    Languages languages;
};

/// Removes "--language LANG" from a terminal command's arguments and returns it; empty if it is not there.
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

/// Whether there is a file among the arguments that must be painted, or a workspace whose alerts may have
/// pictures.
bool mayPaint(const QStringList &arguments)
{
    const QString option = QStringLiteral("--workspace");
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        const bool isJoined = argument.startsWith(option + u'=');
        if ((isJoined || argument == option) &&
            mentionsWays(isJoined ? argument.mid(option.size() + 1) : arguments.value(i + 1)))
            return true;
    }
    return std::any_of(arguments.cbegin(), arguments.cend(), [](const QString &argument) {
        return argument.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive) ||
               argument.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive);
    });
}

} // namespace

int runProgram(const Program &program, int argc, char **argv)
{
    // Qt takes the first thread that uses it for the main one, and files are read on others, one of them
    // before there is an application.
    static_cast<void>(QThread::currentThread());
    reserveStandardDescriptors();
    raiseFileLimit();
    ignoreBrokenPipes();
    QStringList arguments = takeArguments(argc, argv, connectionOptionSpecs());
    preferUtf8Locale();
    QCoreApplication::setApplicationName(QStringLiteral("pongwatch"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PONGWATCH_VERSION));

    int argumentCount = 1; // Qt has options of its own, and must not find them among ours
    const QString command = arguments.value(0);
    if (const TerminalCommand *const inTerminal = findTerminalCommand(command)) {
        const Terminal terminal(argumentCount, argv, takeLanguage(arguments), mayPaint(arguments));
        return inTerminal->run({arguments.mid(1), argumentCount, argv, &program});
    }
    if (command == QStringLiteral("help"))
        arguments = QStringList{QStringLiteral("--help")};
    return program.runWithoutCommand({arguments, argumentCount, argv, &program});
}

} // namespace Pongwatch
