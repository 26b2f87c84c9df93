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

void print(std::FILE *to, const QString &text)
{
    const QByteArray bytes = text.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), to);
    std::fflush(to);
}

} // namespace

void printHelp(const QString &usage, const QString &about, const QList<OptionSpec> &specs)
{
    print(stdout, CommandLineStrings::tr("Usage: %1").arg(usage) + QStringLiteral("\n\n") + about +
                      QStringLiteral("\n\n") + CommandLineStrings::tr("Options:") + u'\n' +
                      OptionParser(specs).helpText());
}

void printVersion()
{
    print(stdout, QStringLiteral("pongwatch " PONGWATCH_VERSION "\n"));
}

int failWith(const Error &error)
{
    return failWith(error.sentence());
}

int failWith(const QString &sentence)
{
    print(stderr, QStringLiteral("pongwatch: ") + plainLine(sentence) + u'\n');
    return ExitUsage;
}

int statusAfter(const OutputStream &output, int status)
{
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
