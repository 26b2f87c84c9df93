// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace Pongwatch
{

/// One option of a command, as a row of a table.
struct OptionSpec {
    QString name;  ///< without the dashes: "ping-interval"
    QChar letter;  ///< "-H"; null: only the long form
    QString value; ///< what the help calls its value: "S|off". Empty: a flag that takes none.
    QString help;
    bool repeatable = false;
    bool secret = false; ///< its value must not be seen in the list of processes, nor in a message
    QStringList (*choices)() =
        nullptr; ///< the words it takes, where `value` doesn't list them; for completion
};

/// What stood on the command line, sorted but not yet understood.
class ParsedArguments
{
public:
    [[nodiscard]] bool has(const QString &name) const { return m_values.contains(name); }
    /// The only or last value; empty when the option was not given.
    [[nodiscard]] QString value(const QString &name) const { return m_values.value(name).value(0); }
    /// In the order in which they were given.
    [[nodiscard]] QStringList values(const QString &name) const { return m_values.value(name); }
    [[nodiscard]] const QStringList &positional() const { return m_positional; }
    /// The same, as if that option had not been given.
    [[nodiscard]] ParsedArguments without(const QString &name) const
    {
        ParsedArguments others = *this;
        others.m_values.remove(name);
        return others;
    }

private:
    friend class OptionParser;
    QHash<QString, QStringList> m_values;
    QStringList m_positional;
};

/// Sorts arguments by a table of options: "--name value", "--name=value", "-X value" and "-Xvalue"; "--" ends
/// the options. A value may start with one dash (a negative number), but not with two.
class OptionParser
{
public:
    explicit OptionParser(QList<OptionSpec> specs);

    /// The error is one sentence that names the argument; never a secret value.
    [[nodiscard]] Result<ParsedArguments> parse(const QStringList &arguments) const;

    /// The options, one a line, their help aligned and wrapped to 100 columns.
    [[nodiscard]] QString helpText() const;

private:
    [[nodiscard]] const OptionSpec *findLong(const QString &name) const;
    [[nodiscard]] const OptionSpec *findLetter(QChar letter) const;
    [[nodiscard]] QString closestTo(const QString &name) const;
    static Outcome store(ParsedArguments &into, const OptionSpec &spec, const QString &value);

    QList<OptionSpec> m_specs;
};

} // namespace Pongwatch
