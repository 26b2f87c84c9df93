// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/optionparser.h"

#include <QStringList>

#include <functional>

namespace Pongwatch
{

class OutputStream;
struct CommandUsage;
struct Program;

/// What main() hands to a command. The references are needed by QApplication and outlive it; a command
/// without a window runs in a QCoreApplication that main() made.
struct CommandContext {
    QStringList arguments; ///< without the program's name and the command's
    int &argc;             ///< 1
    char **argv;
    const Program *program = nullptr;  ///< that runs; null: pongwatch
    CommandUsage *described = nullptr; ///< not null: the command only says here how it is used; see usageOf()
};

/// A command line to start from, and what it does.
struct UsageExample {
    QString line; ///< "pongwatch ping wss://example.org/feed -c 5"
    QString about;
};

/// How a command is called, what it does, and its options: what --help says.
struct CommandUsage {
    QString line; ///< "pongwatch ping URL… [options]"
    QString about;
    QList<OptionSpec> options;
    QString commands = {}; ///< the list of sub-commands, one a line, of a program; of a command: empty
    QList<UsageExample> examples = {};
};

/// Sorts the arguments, and answers --help and --version or else runs the command; gives its exit status.
/// Each command goes through here, so that manual pages and completions are made from the same usage as
/// --help.
[[nodiscard]] int runCommand(const CommandContext &context, const CommandUsage &usage,
                             const std::function<int(const ParsedArguments &)> &run);

/// How a command of that program is used, without running it.
[[nodiscard]] CommandUsage usageOf(const Program &program, int (*command)(const CommandContext &));

/// One line on standard error that says what is wrong; gives ExitUsage.
[[nodiscard]] int failWith(const Error &error);
[[nodiscard]] int failWith(const QString &sentence);

/// --help and --version: the last rows of every command's table.
[[nodiscard]] QList<OptionSpec> commonOptionSpecs();

/// Finishes `output`. What a command ends with that has written to it: `status`, unless something of the
/// output is missing, which is told.
[[nodiscard]] int statusAfter(OutputStream &output, int status);

} // namespace Pongwatch
