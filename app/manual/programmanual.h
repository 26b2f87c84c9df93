// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/commandcontext.h"

#include <QList>
#include <QString>

namespace Pongwatch
{

struct Program;

/// A sub-command, as its manual page and its completions show it.
struct CommandManual {
    QString name;  ///< "monitor"
    QString about; ///< one line
    CommandUsage usage;
};

/// All that a program says of itself by --help, as a value: what manual pages and completions are made from.
struct ProgramManual {
    QString name;    ///< "pongwatch"
    int section = 1; ///< of the manual
    CommandUsage usage;
    QList<CommandManual> commands;
};

/// Asks the program and each of its sub-commands how they are used; in the language that is spoken.
[[nodiscard]] ProgramManual manualOf(const Program &program);

/// What may stand where an option takes a value, or a command an argument.
struct Completion {
    QStringList words;
    bool files = false;
    bool folders = false;
};

/// Read from what the help calls the value: "close|keep" are two words, "FILE|none" is a file or a word.
[[nodiscard]] Completion completionOf(const OptionSpec &option);

/// Read from the usage line of a command, or of the program itself: "pongwatch history check FILE" takes the
/// word "check" and files.
[[nodiscard]] Completion argumentsOf(const QString &usageLine);

} // namespace Pongwatch
