// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/exitstatus.h"
#include "app/commandline/optionvalues.h"
#include "app/commands/commands.h"
#include "app/headless/endsignals.h"
#include "app/headless/outputstream.h"
#include "demo/demofleet.h"
#include "demo/demopath.h"

#include <QCoreApplication>

#include <unistd.h>

namespace Pongwatch
{

namespace
{

struct ServeCommandStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::ServeCommand)
};

QList<OptionSpec> serveOptionSpecs()
{
    return QList<OptionSpec>{
               {QStringLiteral("listen"),
                {},
                QStringLiteral("ADDRESS:PORT"),
                ServeCommandStrings::tr("Address to listen on; port 0 picks a free one (127.0.0.1:0)")}} +
           commonOptionSpecs();
}

int serveDemoPeers(const ParsedArguments &arguments)
{
    if (!arguments.positional().isEmpty())
        return failWith(Error{ServeCommandStrings::tr("reading the argument"), arguments.positional().first(),
                              ServeCommandStrings::tr("serve takes no arguments")});
    ListenAddress listen{QHostAddress(QHostAddress::LocalHost), 0};
    if (arguments.has(QStringLiteral("listen"))) {
        const auto parsed =
            parseListenAddress(QStringLiteral("--listen"), arguments.value(QStringLiteral("listen")));
        if (!parsed)
            return failWith(parsed.error());
        listen = parsed.value();
    }

    DemoFleet fleet;
    const auto complain = [](const QString &sentence) {
        QMetaObject::invokeMethod(QCoreApplication::instance(), [sentence] { (void)failWith(sentence); });
    };
    if (const QString problem = fleet.start(listen.address, listen.port, complain); !problem.isEmpty())
        return failWith(problem);
    OutputStream stream(STDOUT_FILENO);
    EndSignals endSignals;
    QObject::connect(&endSignals, &EndSignals::endWanted, QCoreApplication::instance(),
                     &QCoreApplication::quit);
    // One line per path, then the line that says that it is ready.
    stream.write(demoPathList().toUtf8());
    const QUrl root = fleet.url(QStringLiteral("/"));
    stream.write(QStringLiteral("listening on %1\n").arg(root.toString(QUrl::RemovePath)).toUtf8());
    if (stream.problem().isEmpty())
        QCoreApplication::exec();
    return statusAfter(stream, ExitFine);
}

} // namespace

int runServeCommand(const CommandContext &context)
{
    return runCommand(
        context,
        {QStringLiteral("pongwatch serve [--listen ADDRESS:PORT]"),
         ServeCommandStrings::tr("Runs the demo peers, which misbehave on purpose, for other clients."),
         serveOptionSpecs()},
        serveDemoPeers);
}

} // namespace Pongwatch
