// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/exitstatus.h"
#include "app/commandline/pingoptions.h"
#include "app/commands/commands.h"
#include "app/headless/endsignals.h"
#include "app/headless/jsonloutput.h"
#include "app/headless/outputstream.h"
#include "app/headless/pingcolumns.h"
#include "app/headless/pinglines.h"
#include "app/headless/pingrun.h"

#include <QCoreApplication>

#include <unistd.h>

namespace Pongwatch
{

namespace
{

struct PingCommandStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::PingCommand)
};

int ping(const PingRequest &request)
{
    OutputStream stream(STDOUT_FILENO, OutputStream::Writing::Behind);
    EndSignals endSignals(EndSignals::Quit::Asks);
    std::unique_ptr<RunOutput> output;
    PingLines *lines = nullptr;
    if (request.jsonl) {
        output = std::make_unique<JsonlOutput>(stream);
    } else {
        auto forPeople = request.plan.peers.size() > 1 && !request.plan.flood
                             ? std::make_unique<PingColumns>(stream, request.manners)
                             : std::make_unique<PingLines>(stream, request.manners);
        lines = forPeople.get();
        output = std::move(forPeople);
    }
    PingRun run(request.plan, std::move(output));
    if (lines)
        QObject::connect(&run, &PingRun::pingDue, &run,
                         [lines](qsizetype peer, quint64 beat) { lines->pingDue(peer, beat); });
    QObject::connect(&endSignals, &EndSignals::endWanted, &run, [&run] { run.end(true); });
    OutputStream errors(STDERR_FILENO, OutputStream::Writing::Behind);
    QObject::connect(&endSignals, &EndSignals::figuresWanted, &run, [&run, &errors] {
        for (const PeerRecord &peer : run.records())
            errors.write(pingStanding(peer, currentWallTime()).toUtf8() + '\n');
    });
    QObject::connect(&stream, &OutputStream::closed, &run, [&run] { run.end(true); });
    QObject::connect(&run, &PingRun::ended, QCoreApplication::instance(), &QCoreApplication::quit,
                     Qt::QueuedConnection);
    run.start();
    QCoreApplication::exec();
    return statusAfter(stream, run.exitStatus());
}

int pingPeers(const ParsedArguments &arguments)
{
    const Result<PingRequest> request = readPingOptions(arguments);
    if (!request)
        return failWith(request.error());
    return ping(request.value());
}

} // namespace

int runPingCommand(const CommandContext &context)
{
    return runCommand(
        context,
        {QStringLiteral("pongwatch ping URL… [options]"),
         PingCommandStrings::tr("Pings WebSocket peers and shows how long the pongs take, in the style of "
                                "ping(8). Several peers are shown side by side. Exit status: 0 if every "
                                "peer answered, 1 if one did not, 2 for wrong usage or an unknown host."),
         pingOptionSpecs(),
         {},
         {{QStringLiteral("pongwatch ping wss://example.org/feed -c 5"),
           PingCommandStrings::tr("Five pings.")},
          {QStringLiteral("pongwatch ping wss://eu.example.org/feed wss://us.example.org/feed -v"),
           PingCommandStrings::tr("Two peers side by side, with the phases of each dial.")}}},
        pingPeers);
}

} // namespace Pongwatch
