// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commandcontext.h"

#include "app/commandline/commandlinestrings.h"
#include "app/commandline/exitstatus.h"
#include "app/headless/outputstream.h"
#include "app/headless/plaintext.h"

#include <QCoreApplication>

#include <cstdio>

namespace Pongwatch
{

namespace
{

void print(const QString &text)
{
    const QByteArray bytes = text.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

} // namespace

int runCommand(const CommandContext &context, const CommandUsage &usage,
               const std::function<int(const ParsedArguments &)> &run)
{
    const OptionParser parser(usage.options);
    const Result<ParsedArguments> arguments = parser.parse(context.arguments);
    if (!arguments)
        return failWith(arguments.error());
    if (arguments.value().has(QStringLiteral("help"))) {
        print(CommandLineStrings::tr("Usage: %1").arg(usage.line) + QStringLiteral("\n\n") + usage.about +
              QStringLiteral("\n\n") + CommandLineStrings::tr("Options:") + u'\n' + parser.helpText());
        return ExitFine;
    }
    if (arguments.value().has(QStringLiteral("version"))) {
        print(QStringLiteral("pongwatch " PONGWATCH_VERSION "\n"));
        return ExitFine;
    }
    return run(arguments.value());
}

int failWith(const Error &error)
{
    return failWith(error.sentence());
}

int failWith(const QString &sentence)
{
    writeComplaint((QStringLiteral("pongwatch: ") + plainLine(sentence) + u'\n').toLocal8Bit());
    return ExitUsage;
}

int statusAfter(OutputStream &output, int status)
{
    output.finish();
    if (output.problem().isEmpty())
        return status;
    return failWith(Error{CommandLineStrings::tr("writing the output"), {}, output.problem()});
}

QList<OptionSpec> commonOptionSpecs()
{
    return {{QStringLiteral("help"), u'h', {}, CommandLineStrings::tr("Show this help and exit")},
            {QStringLiteral("version"), u'v', {}, CommandLineStrings::tr("Show the version and exit")}};
}

} // namespace Pongwatch
