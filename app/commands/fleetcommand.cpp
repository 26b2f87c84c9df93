// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commandlinestrings.h"
#include "app/commandline/exitstatus.h"
#include "app/commandline/fleetoptions.h"
#include "app/commands/commands.h"
#include "app/headless/endsignals.h"
#include "app/headless/fleetlines.h"
#include "app/headless/outputstream.h"
#include "fleet/fleetreader.h"

#include <QCoreApplication>

#include <unistd.h>

namespace Pongwatch
{

namespace
{

struct FleetCommandStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::FleetCommand)
};

QList<OptionSpec> fleetOptionSpecs()
{
    return QList<OptionSpec>{
               {QStringLiteral("output"),
                {},
                QStringLiteral("text|jsonl"),
                CommandLineStrings::tr("Text for people, or one JSON object per line (text)")}} +
           fleetConnectionSpecs() + commonOptionSpecs();
}

Result<ConnectionSettings> readFleetArguments(const ParsedArguments &arguments)
{
    if (arguments.positional().size() != 1)
        return Error{CommandLineStrings::tr("reading the arguments"),
                     {},
                     FleetCommandStrings::tr("give one URL of a Prometheus (http://host:9090)")};
    return readFleetSettings(arguments.positional().constFirst(), arguments);
}

int showFleet(const ParsedArguments &arguments)
{
    const Result<ConnectionSettings> settings = readFleetArguments(arguments);
    if (!settings)
        return failWith(settings.error());
    const QString form = arguments.value(QStringLiteral("output"));
    if (arguments.has(QStringLiteral("output")) && form != QStringLiteral("text") &&
        form != QStringLiteral("jsonl"))
        return failWith(
            Error{CommandLineStrings::tr("reading an option"), QStringLiteral("--output"),
                  CommandLineStrings::tr("“%1” is neither “text” nor “jsonl”").arg(form.left(60))});
    OutputStream stream(STDOUT_FILENO);
    QueryClient client(settings.value());
    EndSignals endSignals;
    int status = ExitInterrupted;
    QObject::connect(&endSignals, &EndSignals::endWanted, QCoreApplication::instance(),
                     &QCoreApplication::quit);
    readFleet(client, [&stream, &status, &form](const Result<FleetView> &fleet) {
        if (!fleet) {
            status = failWith(fleet.error());
        } else if (fleet.value().vantages.isEmpty()) {
            status = failWith(FleetCommandStrings::tr("This Prometheus has nothing of Pongwatch's agents."));
        } else {
            const JudgedFleet judged(fleet.value());
            if (form == QStringLiteral("jsonl"))
                stream.write(fleetJsonl(judged).join('\n') + '\n');
            else
                stream.write((fleetLines(judged).join(u'\n') + u'\n').toUtf8());
            status = judged.isFine() ? ExitFine : ExitTrouble;
        }
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
    return statusAfter(stream, status);
}

} // namespace

int runFleetCommand(const CommandContext &context)
{
    return runCommand(
        context,
        {QStringLiteral("pongwatch fleet URL [options]"),
         FleetCommandStrings::tr(
             "Asks a Prometheus what all agents see of their peers, and says where to look: at a "
             "vantage's network, a provider's, or the peer."),
         fleetOptionSpecs(),
         {}},
        showFleet);
}

} // namespace Pongwatch
