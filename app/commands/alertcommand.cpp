// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/delivery/alertpayload.h"
#include "alerts/delivery/wayrunner.h"
#include "app/commandline/exitstatus.h"
#include "app/commandline/workspacepeers.h"
#include "app/commands/commands.h"
#include "app/headless/jsonlevents.h"
#include "app/headless/outputstream.h"
#include "app/headless/plaintext.h"
#include "workspace/workspacefile.h"
#include "workspace/workspacesession.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

#include <unistd.h>

namespace Pongwatch
{

namespace
{

struct AlertCommandStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::AlertCommand)
};

QList<OptionSpec> alertOptionSpecs()
{
    return QList<OptionSpec>{
               {QStringLiteral("workspace"),
                {},
                QStringLiteral("FILE"),
                AlertCommandStrings::tr("The workspace with the channel (the window's own)")},
               {QStringLiteral("trust-workspace"),
                {},
                {},
                AlertCommandStrings::tr("Let the workspace run its commands and send to its hosts")},
               {QStringLiteral("allow-env"),
                {},
                QStringLiteral("NAME"),
                AlertCommandStrings::tr("Let the workspace have this environment variable; can be repeated")},
               {QStringLiteral("output"),
                {},
                QStringLiteral("text|jsonl"),
                AlertCommandStrings::tr("A sentence for people, or a JSON object (text)")}} +
           commonOptionSpecs();
}

Error badArgument(const QString &what)
{
    return Error{AlertCommandStrings::tr("reading the argument"), {}, what};
}

/// The way of that name, with its secrets.
Result<ReadyWay> wayNamed(const QString &name, const ParsedArguments &arguments)
{
    const QString file = arguments.has(QStringLiteral("workspace"))
                             ? arguments.value(QStringLiteral("workspace"))
                             : WorkspaceSession::defaultPath();
    if (name == AlertWay::desktop())
        return badArgument(
            AlertCommandStrings::tr("desktop notifications are shown by the window; try them there"));
    // Some channels need no workspace, and the window's own may not have been saved yet.
    const bool isAnyGiven = arguments.has(QStringLiteral("workspace")) || QFileInfo::exists(file);
    const Result<Workspace> workspace =
        isAnyGiven ? WorkspaceFile::load(file) : Result<Workspace>(Workspace());
    if (!workspace)
        return workspace.error();
    QStringList names;
    for (const AlertWay &way : allWays(workspace.value().alerts.ways))
        names.append(way.name);
    if (!names.contains(name))
        return badArgument(AlertCommandStrings::tr("there is no channel “%1” in %2; it has: %3")
                               .arg(name, file, names.join(QStringLiteral(", "))));
    const AlertWay wanted = allWays(workspace.value().alerts.ways).at(names.indexOf(name));
    const QStringList refused = wantedInVain(demandsOf(wanted), trustOf(arguments));
    if (!refused.isEmpty())
        return notTrusted(refused);
    for (const ReadyWay &ready : readyWays(workspace.value()))
        if (ready.way.name == name)
            return ready;
    return badArgument(name);
}

int testWay(const ParsedArguments &arguments)
{
    const QString form = arguments.has(QStringLiteral("output")) ? arguments.value(QStringLiteral("output"))
                                                                 : QStringLiteral("text");
    if (form != QStringLiteral("text") && form != QStringLiteral("jsonl"))
        return failWith(
            Error{AlertCommandStrings::tr("reading the option"), QStringLiteral("--output"),
                  AlertCommandStrings::tr("“%1” is neither “text” nor “jsonl”").arg(form.left(60))});
    const QStringList &words = arguments.positional();
    if (words.size() != 2 || words.first() != QStringLiteral("test"))
        return failWith(badArgument(AlertCommandStrings::tr("expected “test” and the name of a channel")));
    const Result<ReadyWay> way = wayNamed(words.last(), arguments);
    if (!way)
        return failWith(way.error());

    WayRunner runner;
    Delivery delivery = testDelivery(way.value().way.name, currentWallTime());
    DeliveryResult result;
    runner.attempt(way.value(), delivery, [&result](const DeliveryResult &now) {
        result = now;
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
    delivery.attempts = 1;

    OutputStream output(STDOUT_FILENO);
    const QString name = way.value().way.name;
    if (form == QStringLiteral("jsonl")) {
        output.write(jsonlDelivery(delivery, result, currentWallTime()) + '\n');
    } else {
        if (!result.said.isEmpty())
            output.write(plainLine(result.said).toUtf8() + '\n');
        if (result.isTaken)
            output.write(plainLine(AlertCommandStrings::tr("“%1” accepted the test.").arg(name)).toUtf8() +
                         '\n');
        else
            (void)failWith(
                AlertCommandStrings::tr("“%1” did not accept the test: %2").arg(name, result.error));
    }
    return statusAfter(output, result.isTaken ? ExitFine : ExitTrouble);
}

} // namespace

int runAlertCommand(const CommandContext &context)
{
    return runCommand(context,
                      {QStringLiteral("pongwatch alert test NAME [--workspace FILE] [options]"),
                       AlertCommandStrings::tr("Sends a test through one of the channels by which alerts are "
                                               "sent, and says what became of it."),
                       alertOptionSpecs()},
                      testWay);
}

} // namespace Pongwatch
