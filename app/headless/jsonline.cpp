// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/jsonline.h"

#include "engine/values/foreigntext.h"

#include <QLocale>

#include <cmath>

namespace Pongwatch
{

namespace
{

/// RFC 8259 7, and more: also escapes what could affect a terminal or change the direction of text.
QByteArray quoted(QString text)
{
    text.replace(u'\\', QLatin1String("\\\\"));
    text.replace(u'"', QLatin1String("\\\""));
    return '"' + escapedText(text).toUtf8() + '"';
}

} // namespace

void JsonLine::startMember(const char *key)
{
    if (!m_members.isEmpty())
        m_members += ',';
    m_members += '"' + QByteArray(key) + "\":";
}

void JsonLine::text(const char *key, const QString &value)
{
    startMember(key);
    m_members += quoted(value);
}

void JsonLine::texts(const char *key, const QStringList &values)
{
    startMember(key);
    m_members += '[';
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (i > 0)
            m_members += ',';
        m_members += quoted(values[i]);
    }
    m_members += ']';
}

void JsonLine::whole(const char *key, qint64 value)
{
    startMember(key);
    m_members += QByteArray::number(value);
}

void JsonLine::flag(const char *key, bool value)
{
    startMember(key);
    m_members += value ? "true" : "false";
}

void JsonLine::number(const char *key, double value)
{
    if (!std::isfinite(value))
        return;
    startMember(key);
    m_members += QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

void JsonLine::milliseconds(const char *key, std::optional<nanoseconds> duration)
{
    if (duration)
        number(key, toMilliseconds(*duration));
}

void JsonLine::seconds(const char *key, std::optional<nanoseconds> duration)
{
    if (duration)
        number(key, toSeconds(*duration));
}

void JsonLine::object(const char *key, const JsonLine &object)
{
    if (object.isEmpty())
        return;
    startMember(key);
    m_members += object.toJson();
}

} // namespace Pongwatch
