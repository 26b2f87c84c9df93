// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/connectionoptions.h"
#include "app/commandline/exitstatus.h"
#include "app/commandline/fleetoptions.h"
#include "app/commandline/optionvalues.h"
#include "app/commands/commands.h"
#include "app/window/fontwarmup.h"
#include "app/window/runwindow.h"
#include "engine/values/settings.h"

#include <QApplication>

namespace Pongwatch
{

namespace
{

struct WindowCommandStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::WindowCommand)
};

QList<OptionSpec> windowOptionSpecs()
{
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    return QList<OptionSpec>{
               {s("demo"), {}, {}, WindowCommandStrings::tr("Watch the built-in demo peers")},
               {s("fleet"),
                {},
                s("URL"),
                WindowCommandStrings::tr("Show what agents in many places see, read from this Prometheus "
                                         "(http://host:9090); the options below are for asking it")},
               {s("minimized"), {}, {}, WindowCommandStrings::tr("Start minimized")},
               {s("wall"), {}, {}, WindowCommandStrings::tr("Start with the wall display, full screen")},
               {s("language"),
                {},
                s("LANG"),
                WindowCommandStrings::tr("The window's language, such as zh_CN (the system's)")},
               {s("screenshot"),
                {},
                s("OUT.png"),
                WindowCommandStrings::tr("Save a screenshot of the window and exit")},
               {s("after"), {}, s("SECONDS"), WindowCommandStrings::tr("Seconds until the screenshot (5)")},
           } +
           fleetConnectionSpecs() + commonOptionSpecs();
}

/// A desktop gives the file that was opened as an address: "file:///home/ada/prod.pongwatch".
QString withoutFileScheme(const QString &argument)
{
    const QString scheme = QStringLiteral("file://");
    const QString path = argument.startsWith(scheme) ? QUrl(argument).toLocalFile() : QString();
    return path.endsWith(QStringLiteral(".pongwatch")) ? path : argument;
}

Outcome readFileOrUrl(const QString &given, WindowOptions &options)
{
    const QString argument = withoutFileScheme(given);
    if (!argument.contains(QStringLiteral("://")) && argument.endsWith(QStringLiteral(".pongwatch"))) {
        if (!options.workspaceFile.isEmpty())
            return Error{
                WindowCommandStrings::tr("reading the argument"), argument,
                WindowCommandStrings::tr("a window shows one workspace, and one has already been given")};
        options.workspaceFile = argument;
        return checkReadable(QStringLiteral("FILE.pongwatch"), argument);
    }
    if (isWindowLink(argument)) {
        const Result<WindowLink> link = readWindowLink(argument);
        if (!link)
            return link.error();
        options.link = link.value();
        options.linkText = argument;
        return success();
    }
    const Result<QUrl> url = readDialledUrl(argument);
    if (!url)
        return url.error();
    options.urls.append(url.value());
    return success();
}

Result<WindowOptions> readWindowOptions(const ParsedArguments &arguments)
{
    WindowOptions options;
    for (const QString &argument : arguments.positional())
        if (const Outcome read = readFileOrUrl(argument, options); !read)
            return read.error();
    if (arguments.has(QStringLiteral("fleet"))) {
        Result<ConnectionSettings> fleet =
            readFleetSettings(arguments.value(QStringLiteral("fleet")), arguments);
        if (!fleet)
            return fleet.error();
        options.fleet = std::move(fleet).value();
    } else {
        for (const OptionSpec &spec : fleetConnectionSpecs())
            if (arguments.has(spec.name))
                return Error{WindowCommandStrings::tr("reading the option"), QStringLiteral("--") + spec.name,
                             WindowCommandStrings::tr("it can only be used with --fleet")};
    }
    options.demo = arguments.has(QStringLiteral("demo"));
    options.minimized = arguments.has(QStringLiteral("minimized"));
    options.wall = arguments.has(QStringLiteral("wall"));
    options.language = arguments.value(QStringLiteral("language"));
    const bool languageIsKnown = QLocale(options.language).language() != QLocale::C;
    if (arguments.has(QStringLiteral("language")) && !languageIsKnown)
        return Error{WindowCommandStrings::tr("reading the option"), QStringLiteral("--language"),
                     WindowCommandStrings::tr("“%1” is not a language; one looks like zh_CN")
                         .arg(options.language.left(60))};
    options.screenshotFile = arguments.value(QStringLiteral("screenshot"));
    if (arguments.has(QStringLiteral("screenshot"))) {
        if (!options.screenshotFile.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive))
            return Error{WindowCommandStrings::tr("reading the option"), QStringLiteral("--screenshot"),
                         WindowCommandStrings::tr("the file's name must end in .png")};
        if (const Outcome file = checkWritable(QStringLiteral("--screenshot"), options.screenshotFile); !file)
            return file.error();
    }
    if (arguments.has(QStringLiteral("after"))) {
        const auto after = parseDuration(QStringLiteral("--after"), arguments.value(QStringLiteral("after")));
        if (!after)
            return after.error();
        if (options.screenshotFile.isEmpty())
            return Error{WindowCommandStrings::tr("reading the option"), QStringLiteral("--after"),
                         WindowCommandStrings::tr("it can only be used with --screenshot")};
        options.screenshotAfter = after.value();
    }
    return options;
}

int openWindow(const ParsedArguments &arguments, const CommandContext &context)
{
    const Result<WindowOptions> options = readWindowOptions(arguments);
    if (!options)
        return failWith(options.error());
    // Otherwise Qt would abort the process with a message of several lines.
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") &&
        qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        return failWith(WindowCommandStrings::tr(
            "there is no display for a window; pongwatch monitor works without one"));
    const FontWarmUp fonts;
    const QApplication application(context.argc, context.argv);
    return runWindow(options.value());
}

} // namespace

int runWindowCommand(const CommandContext &context)
{
    return runCommand(
        context,
        {QStringLiteral("pongwatch [FILE.pongwatch | URL … | LINK] [options]\n"
                        "       pongwatch COMMAND …"),
         WindowCommandStrings::tr("Watches WebSocket connections. Without a command it opens the window."),
         windowOptionSpecs(), terminalCommandList()},
        [&context](const ParsedArguments &arguments) { return openWindow(arguments, context); });
}

} // namespace Pongwatch
