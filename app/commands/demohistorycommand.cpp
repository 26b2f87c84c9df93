// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/exitstatus.h"
#include "app/commandline/moments.h"
#include "app/commandline/optionvalues.h"
#include "app/commands/commands.h"
#include "app/headless/simulatedhistory.h"

#include <QCoreApplication>

#include <limits>

namespace Pongwatch
{

namespace
{

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

QList<OptionSpec> demoHistorySpecs()
{
    return QList<OptionSpec>{
               {s("days"), {}, s("N"), DemoHistoryCommandStrings::tr("Number of days, 1 to 90 (7)")},
               {s("end"),
                {},
                s("TIME"),
                DemoHistoryCommandStrings::tr(
                    "End of the last day: 2026-11-01, -24h, now (the last full hour)")},
               {s("seed"),
                {},
                s("N"),
                DemoHistoryCommandStrings::tr("Random seed; the same seed gives the same history (1)")}} +
           commonOptionSpecs();
}

Result<SimulatedHistoryPlan> readPlan(const ParsedArguments &arguments)
{
    SimulatedHistoryPlan plan;
    if (arguments.positional().size() != 1)
        return Error{DemoHistoryCommandStrings::tr("reading the arguments"),
                     {},
                     DemoHistoryCommandStrings::tr("demo-history takes one file to write")};
    plan.file = arguments.positional().first();
    if (const Outcome writable = checkWritable(s("FILE"), plan.file); !writable)
        return writable.error();
    plan.end = std::chrono::floor<std::chrono::hours>(currentWallTime());
    if (arguments.has(s("end"))) {
        const auto end = parseMoment(s("--end"), arguments.value(s("end")), currentWallTime(),
                                     QTimeZone::systemTimeZone());
        if (!end)
            return end.error();
        plan.end = end.value();
    }
    if (arguments.has(s("days"))) {
        const auto days = parseWholeNumber(s("--days"), arguments.value(s("days")), 1, 90);
        if (!days)
            return days.error();
        plan.days = static_cast<int>(days.value());
    }
    if (arguments.has(s("seed"))) {
        const auto seed =
            parseWholeNumber(s("--seed"), arguments.value(s("seed")), 0, std::numeric_limits<qint32>::max());
        if (!seed)
            return seed.error();
        plan.seed = static_cast<quint64>(seed.value());
    }
    return plan;
}

int simulateHistory(const ParsedArguments &arguments)
{
    const Result<SimulatedHistoryPlan> plan = readPlan(arguments);
    if (!plan)
        return failWith(plan.error());
    const Outcome written = writeSimulatedHistory(plan.value());
    return written ? ExitFine : failWith(written.error());
}

} // namespace

int runDemoHistoryCommand(const CommandContext &context)
{
    return runCommand(
        context,
        {s("pongwatch demo-history FILE [options]"),
         DemoHistoryCommandStrings::tr("Writes a simulated history, for trying reports and charts."),
         demoHistorySpecs()},
        simulateHistory);
}

} // namespace Pongwatch
