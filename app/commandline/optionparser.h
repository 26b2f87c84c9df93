// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace Pongwatch
{

/// An option of a command, as a row in a table.
struct OptionSpec {
    QString name;  ///< without the dashes: "ping-interval"
    QChar letter;  ///< "-H"; null: there is only the long form
    QString value; ///< how the help names its value: "S|off". Empty: a flag without a value
    QString help;
    bool repeatable = false;
    bool secret = false; ///< its value must not appear in process lists or messages
    QStringList (*choices)() =
        nullptr; ///< the words it accepts, if `value` doesn't list them; for completion
};

/// The parts of a command line, sorted but not yet interpreted.
class ParsedArguments
{
public:
    [[nodiscard]] bool has(const QString &name) const { return m_values.contains(name); }
    /// The only or last value; empty if the option was not given.
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

    /// The error is one sentence that names the argument, but never contains a secret value.
    [[nodiscard]] Result<ParsedArguments> parse(const QStringList &arguments) const;

    /// The options, one per line, with their help aligned and wrapped at 100 columns.
    [[nodiscard]] QString helpText() const;

private:
    [[nodiscard]] const OptionSpec *findLong(const QString &name) const;
    [[nodiscard]] const OptionSpec *findLetter(QChar letter) const;
    [[nodiscard]] QString closestTo(const QString &name) const;
    static Outcome store(ParsedArguments &into, const OptionSpec &spec, const QString &value);

    QList<OptionSpec> m_specs;
};

} // namespace Pongwatch
