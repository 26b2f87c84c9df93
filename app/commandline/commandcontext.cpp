// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commandcontext.h"

#include "app/commandline/commandlinestrings.h"
#include "app/commandline/exitstatus.h"
#include "app/commandline/versions.h"
#include "app/commands/program.h"
#include "app/headless/outputstream.h"
#include "app/headless/plaintext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <unistd.h>

namespace Pongwatch
{

namespace
{

int print(const QString &text)
{
    OutputStream output(STDOUT_FILENO);
    output.write(text.toLocal8Bit());
    return statusAfter(output, ExitFine);
}

/// The line is written for pongwatch; another program gets its own name there.
QString lineFor(const QString &program, QString line)
{
    static const QRegularExpression name(QStringLiteral("^( *)pongwatch(?= )"),
                                         QRegularExpression::MultilineOption);
    return line.replace(name, QStringLiteral("\\1") + program);
}

/// The end of --help; empty without examples.
QString exampleText(const QString &program, const QList<UsageExample> &examples)
{
    QString text;
    for (const UsageExample &example : examples)
        text += QStringLiteral("  %1\n      %2\n").arg(lineFor(program, example.line), example.about);
    return text.isEmpty() ? text : u'\n' + CommandLineStrings::tr("Examples:") + u'\n' + text;
}

} // namespace

int runCommand(const CommandContext &context, const CommandUsage &usage,
               const std::function<int(const ParsedArguments &)> &run)
{
    const QString program = QString::fromLatin1(context.program ? context.program->name : "pongwatch");
    if (context.described) {
        *context.described = usage;
        context.described->line = lineFor(program, usage.line);
        for (UsageExample &example : context.described->examples)
            example.line = lineFor(program, example.line);
        return ExitFine;
    }
    const OptionParser parser(usage.options);
    const Result<ParsedArguments> arguments = parser.parse(context.arguments);
    if (!arguments)
        return failWith(arguments.error());
    if (arguments.value().has(QStringLiteral("help"))) {
        return print(CommandLineStrings::tr("Usage: %1").arg(lineFor(program, usage.line)) +
                     QStringLiteral("\n\n") + usage.about + QStringLiteral("\n\n") + usage.commands +
                     CommandLineStrings::tr("Options:") + u'\n' + parser.helpText() +
                     exampleText(program, usage.examples));
    }
    if (arguments.value().has(QStringLiteral("version")))
        return print(versionText(program));
    return run(arguments.value());
}

CommandUsage usageOf(const Program &program, int (*command)(const CommandContext &))
{
    CommandUsage usage;
    int none = 0;
    static_cast<void>(command({{}, none, nullptr, &program, &usage}));
    return usage;
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
