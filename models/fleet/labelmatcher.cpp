// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/labelmatcher.h"

namespace Pongwatch
{

namespace
{

/// A value as a part of a regular expression (RE2) in a string of PromQL.
QString quotedValue(const QString &value)
{
    QString quoted;
    for (const QChar c : value)
        if (c == u'"' || c == u'\\')
            quoted += QStringLiteral("\\\\\\") + c; // the string's escape, and the expression's
        else if (c == u'\n')
            quoted += QStringLiteral("\\n");
        else if (QStringLiteral(".+*?()|[]{}^$").contains(c))
            quoted += QStringLiteral("\\\\") + c;
        else
            quoted += c;
    return quoted;
}

} // namespace

QString matcherOf(const char *label, const QStringList &values)
{
    QStringList alternatives;
    alternatives.reserve(values.size());
    for (const QString &value : values)
        alternatives.append(quotedValue(value));
    return QString::fromLatin1(label) + QStringLiteral("=~\"") + alternatives.join(u'|') + u'"';
}

} // namespace Pongwatch
