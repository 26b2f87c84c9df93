// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/commandcontext.h"

#include <QList>
#include <QString>

namespace Pongwatch
{

struct Program;

/// A sub-command, for its manual page and completions.
struct CommandManual {
    QString name;  ///< "monitor"
    QString about; ///< one line
    CommandUsage usage;
};

/// All the information of a program's --help as a value, from which manual pages and completions are made.
struct ProgramManual {
    QString name;    ///< "pongwatch"
    int section = 1; ///< of the manual
    CommandUsage usage;
    QList<CommandManual> commands;
};

/// Gets the usage of the program and each of its sub-commands; in the current language.
[[nodiscard]] ProgramManual manualOf(const Program &program);

/// What can be typed as the value of an option, or as an argument of a command.
struct Completion {
    QStringList words;
    bool files = false;
    bool folders = false;
};

/// Derived from the name of the value in the help: "close|keep" is two words, "FILE|none" a file or a word.
[[nodiscard]] Completion completionOf(const OptionSpec &option);

/// Derived from the usage line of a command, or of the program: "pongwatch history check FILE" takes the word
/// "check" and files.
[[nodiscard]] Completion argumentsOf(const QString &usageLine);

} // namespace Pongwatch
