// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/optionparser.h"

#include <QStringList>

namespace Pongwatch
{

class OutputStream;

/// What main() hands to a command. The references are needed by QApplication and outlive it; a command
/// without a window runs in a QCoreApplication that main() made.
struct CommandContext {
    QStringList arguments; ///< without the program's name and the command's
    int &argc;             ///< 1
    char **argv;
};

/// "Usage: …" with the options, to standard output.
void printHelp(const QString &usage, const QString &about, const QList<OptionSpec> &specs);

/// "pongwatch 0.1.0", to standard output.
void printVersion();

/// One line on standard error that says what is wrong; gives ExitUsage.
[[nodiscard]] int failWith(const Error &error);
[[nodiscard]] int failWith(const QString &sentence);

/// --help and --version: the last rows of every command's table.
[[nodiscard]] QList<OptionSpec> commonOptionSpecs();

/// Finishes `output`. What a command ends with that has written to it: `status`, unless something of the
/// output is missing, which is told.
[[nodiscard]] int statusAfter(OutputStream &output, int status);

} // namespace Pongwatch
