// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/optionparser.h"

#include "app/commandline/commandlinestrings.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace Pongwatch
{

namespace
{

constexpr int helpColumn = 30;
constexpr int helpWidth = 100;

/// Breaks `text` at spaces into lines of at most `width` characters.
QStringList wrap(const QString &text, int width)
{
    QStringList lines{QString()};
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (!lines.last().isEmpty() && lines.last().size() + 1 + word.size() > width)
            lines.append(QString());
        lines.last() += (lines.last().isEmpty() ? QString() : QStringLiteral(" ")) + word;
    }
    return lines;
}

/// How many letters must change to turn one word into the other (Levenshtein).
qsizetype distance(QStringView a, QStringView b)
{
    std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<qsizetype>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j < row.size(); ++j) {
            const bool same = a[i - 1] == b[static_cast<qsizetype>(j) - 1];
            const qsizetype next = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (same ? 0 : 1)});
            diagonal = row[j];
            row[j] = next;
        }
    }
    return row.back();
}

} // namespace

OptionParser::OptionParser(QList<OptionSpec> specs)
    : m_specs(std::move(specs))
{
}

const OptionSpec *OptionParser::findLong(const QString &name) const
{
    const auto found = std::find_if(m_specs.cbegin(), m_specs.cend(),
                                    [&name](const OptionSpec &spec) { return spec.name == name; });
    return found == m_specs.cend() ? nullptr : &*found;
}

const OptionSpec *OptionParser::findLetter(QChar letter) const
{
    const auto found = std::find_if(m_specs.cbegin(), m_specs.cend(), [letter](const OptionSpec &spec) {
        return !spec.letter.isNull() && spec.letter == letter;
    });
    return found == m_specs.cend() ? nullptr : &*found;
}

QString OptionParser::closestTo(const QString &name) const
{
    const OptionSpec *best = nullptr;
    qsizetype bestDistance = 3;
    for (const OptionSpec &spec : m_specs) {
        const qsizetype d = distance(name, spec.name);
        if (d < bestDistance) {
            bestDistance = d;
            best = &spec;
        }
    }
    return best ? best->name : QString();
}

Outcome OptionParser::store(ParsedArguments &into, const OptionSpec &spec, const QString &value)
{
    QStringList &values = into.m_values[spec.name];
    if (!values.isEmpty() && !spec.repeatable)
        return Error{CommandLineStrings::tr("reading the option"), QStringLiteral("--") + spec.name,
                     CommandLineStrings::tr("it is given more than once")};
    values.append(value);
    return success();
}

Result<ParsedArguments> OptionParser::parse(const QStringList &arguments) const
{
    ParsedArguments parsed;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (argument == QStringLiteral("--")) {
            parsed.m_positional += arguments.mid(i + 1);
            break;
        }
        if (!argument.startsWith(u'-') || argument.size() < 2) {
            parsed.m_positional.append(argument);
            continue;
        }
        const bool isLong = argument.startsWith(QStringLiteral("--"));
        const qsizetype equals = isLong ? argument.indexOf(u'=') : -1;
        const QString name = isLong ? argument.mid(2, equals < 0 ? -1 : equals - 2) : argument.mid(1, 1);
        const QString shown = (isLong ? QStringLiteral("--") : QStringLiteral("-")) + name;
        const OptionSpec *spec = isLong ? findLong(name) : findLetter(name.front());
        const auto bad = [&shown](const QString &why) {
            return Error{CommandLineStrings::tr("reading the option"), shown, why};
        };
        if (spec == nullptr) {
            const QString closest = isLong ? closestTo(name) : QString();
            return bad(closest.isEmpty()
                           ? CommandLineStrings::tr("there is no such option; --help lists them")
                           : CommandLineStrings::tr("there is no such option; perhaps --%1?").arg(closest));
        }
        const bool attached = isLong ? equals >= 0 : argument.size() > 2;
        if (spec->value.isEmpty()) {
            if (attached)
                return bad(CommandLineStrings::tr("it takes no value"));
            if (!parsed.has(spec->name))
                parsed.m_values.insert(spec->name, {QString()});
            continue;
        }
        if (!attached && (i + 1 == arguments.size() || arguments[i + 1].startsWith(QStringLiteral("--"))))
            return bad(CommandLineStrings::tr("it needs a value (%1)").arg(spec->value));
        const QString value = !attached ? arguments[++i] : argument.mid(isLong ? equals + 1 : 2);
        if (const Outcome stored = store(parsed, *spec, value); !stored)
            return stored.error();
    }
    return parsed;
}

QString OptionParser::helpText() const
{
    QString text;
    for (const OptionSpec &spec : m_specs) {
        QString left = QStringLiteral("  ");
        if (!spec.letter.isNull())
            left += QStringLiteral("-%1, ").arg(spec.letter);
        left += QStringLiteral("--") + spec.name;
        if (!spec.value.isEmpty())
            left += u' ' + spec.value;
        const QStringList lines = wrap(spec.help, helpWidth - helpColumn);
        bool first = left.size() < helpColumn - 1;
        if (!first)
            text += left + u'\n';
        for (const QString &line : lines) {
            text += (first ? left : QString()).leftJustified(helpColumn) + line + u'\n';
            first = false;
        }
    }
    return text;
}

} // namespace Pongwatch
