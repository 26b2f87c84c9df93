// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profilebuilder.h"

#include <functional>
#include <map>

namespace Pongwatch
{

/// What is collected while a command is being read.
struct CommandState {
    explicit CommandState(const QString &place)
        : builder(place)
    {
    }

    ProfileBuilder builder;
    QStringList urls;
    QStringList words;                       ///< that look neither like options nor like URLs
    QString subject;                         ///< a name given in the command
    QString complaint;                       ///< why the command is refused
    QList<std::pair<QString, QString>> data; ///< for curl: its data options, each with its place
    QHash<QString, QString> environment;     ///< variables set before the command
    QStringList unknownVariables;            ///< used in it, but without a known value
    QHash<QString, QString> seen;            ///< for curl: "get", "proxy", "proxy-user"
};

/// The effect of a tool's option here.
struct CommandOption {
    bool takesValue = false;
    /// Empty: it is only noted, as `kind`, with `why`.
    std::function<void(CommandState &, const QString &value, const QString &place)> action;
    ImportNote::Kind kind = ImportNote::Kind::Ignored;
    QString why;
};

/// A program whose command lines can be read: its options, from its own manual.
class CommandTool
{
public:
    [[nodiscard]] static bool isKnown(const QString &program);
    /// One of the known ones.
    [[nodiscard]] static CommandTool named(const QString &program);

    QString name;
    std::map<QString, CommandOption> options;
    /// The meaning of a word that is not an option.
    std::function<void(CommandState &, const QString &word)> positional;
    /// What remains to be done when all words have been read.
    std::function<void(CommandState &)> finish;
    /// A target, completed as by the tool itself.
    std::function<QString(const QString &)> withScheme;

    [[nodiscard]] const CommandOption *find(const QString &option) const;
    /// The same for long options, which may be abbreviated as in getopt_long(): "--insec".
    [[nodiscard]] const CommandOption *findShort(const QString &option) const;
    /// Whether a word looks like something that the tool connects to.
    [[nodiscard]] static bool isTarget(const QString &word);
};

} // namespace Pongwatch
