// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profilebuilder.h"

#include <functional>
#include <map>

namespace Pongwatch
{

/// What is gathered while one command is read.
struct CommandState {
    explicit CommandState(const QString &place)
        : builder(place)
    {
    }

    ProfileBuilder builder;
    QStringList urls;
    QStringList words;                       ///< that are no options and no URLs by their look
    QString subject;                         ///< a name that the command gives
    QString complaint;                       ///< why the command is refused
    QList<std::pair<QString, QString>> data; ///< of curl: what its options for data have, each with its place
    QHash<QString, QString> environment;     ///< what was set in front of the command
    QStringList unknownVariables;            ///< that it uses, and nobody has told
    QHash<QString, QString> seen;            ///< of curl: "get", "proxy", "proxy-user"
};

/// What an option of a tool does here.
struct CommandOption {
    bool takesValue = false;
    /// Empty: it is only noted, as `kind`, with `why`.
    std::function<void(CommandState &, const QString &value, const QString &place)> action;
    ImportNote::Kind kind = ImportNote::Kind::Ignored;
    QString why;
};

/// A program whose command lines are understood: its options, after its own manual.
class CommandTool
{
public:
    [[nodiscard]] static bool isKnown(const QString &program);
    /// One that is known.
    [[nodiscard]] static CommandTool named(const QString &program);

    QString name;
    std::map<QString, CommandOption> options;
    /// What a word that is no option means.
    std::function<void(CommandState &, const QString &word)> positional;
    /// What is left to do when all words were read.
    std::function<void(CommandState &)> finish;
    /// A target as the tool itself would complete it.
    std::function<QString(const QString &)> withScheme;

    [[nodiscard]] const CommandOption *find(const QString &option) const;
    /// The same for a long option that may be cut short, as getopt_long() has it: "--insec".
    [[nodiscard]] const CommandOption *findShort(const QString &option) const;
    /// Whether a word looks like what the tool connects to.
    [[nodiscard]] static bool isTarget(const QString &word);
};

} // namespace Pongwatch
