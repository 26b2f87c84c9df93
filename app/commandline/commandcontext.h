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

/// What main() passes to a command. QApplication needs the references, which outlive it; a command without a
/// window runs in a QCoreApplication created by main().
struct CommandContext {
    QStringList arguments; ///< without the names of the program and the command
    int &argc;             ///< 1
    char **argv;
    const Program *program = nullptr;  ///< the running program; null: pongwatch
    CommandUsage *described = nullptr; ///< not null: the command only describes its usage here; see usageOf()
};

/// A command line to start from, and what it does.
struct UsageExample {
    QString line; ///< "pongwatch ping wss://example.org/feed -c 5"
    QString about;
};

/// The usage of a command, what it does, and its options: the contents of --help.
struct CommandUsage {
    QString line; ///< "pongwatch ping URL… [options]"
    QString about;
    QList<OptionSpec> options;
    QString commands = {}; ///< for a program, its sub-commands, one per line; for a command: empty
    QList<UsageExample> examples = {};
};

/// Parses the arguments, and either answers --help and --version or runs the command; returns its exit
/// status. All commands use this, so that manual pages and completions are made from the same usage as
/// --help.
[[nodiscard]] int runCommand(const CommandContext &context, const CommandUsage &usage,
                             const std::function<int(const ParsedArguments &)> &run);

/// The usage of a command in that program, without running it.
[[nodiscard]] CommandUsage usageOf(const Program &program, int (*command)(const CommandContext &));

/// Writes one line about the error to standard error; returns ExitUsage.
[[nodiscard]] int failWith(const Error &error);
[[nodiscard]] int failWith(const QString &sentence);

/// --help and --version: the last rows in the table of every command.
[[nodiscard]] QList<OptionSpec> commonOptionSpecs();

/// Finishes `output`, and returns the exit status for a command that wrote to it: `status`, unless some of
/// the output is missing, which is reported.
[[nodiscard]] int statusAfter(OutputStream &output, int status);

} // namespace Pongwatch
