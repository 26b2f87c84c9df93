// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/optionparser.h"

#include <QStringList>

#include <functional>

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

/// How a command is called, what it does, and its options: what --help says.
struct CommandUsage {
    QString line; ///< "pongwatch ping URL… [options]"
    QString about;
    QList<OptionSpec> options;
};

/// Sorts the arguments, and answers --help and --version or else runs the command; gives its exit status.
[[nodiscard]] int runCommand(const CommandContext &context, const CommandUsage &usage,
                             const std::function<int(const ParsedArguments &)> &run);

/// One line on standard error that says what is wrong; gives ExitUsage.
[[nodiscard]] int failWith(const Error &error);
[[nodiscard]] int failWith(const QString &sentence);

/// --help and --version: the last rows of every command's table.
[[nodiscard]] QList<OptionSpec> commonOptionSpecs();

/// Finishes `output`. What a command ends with that has written to it: `status`, unless something of the
/// output is missing, which is told.
[[nodiscard]] int statusAfter(OutputStream &output, int status);

} // namespace Pongwatch
