// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Pongwatch
{

/// Writes one JSON object in one line, its keys in the order in which they are added: what a person compares
/// with the documentation. What does not apply is not added.
class JsonLine
{
public:
    void text(const char *key, const QString &value);
    void texts(const char *key, const QStringList &values);
    void whole(const char *key, qint64 value);
    void flag(const char *key, bool value);
    /// Shortest digits that read back as the same number; nothing for what JSON can't say (NaN, infinity).
    void number(const char *key, double value);
    void milliseconds(const char *key, std::optional<nanoseconds> duration);
    void seconds(const char *key, std::optional<nanoseconds> duration);
    /// Nothing when `object` is empty.
    void object(const char *key, const JsonLine &object);

    [[nodiscard]] bool isEmpty() const { return m_members.isEmpty(); }

    /// "{…}", without a line break.
    [[nodiscard]] QByteArray toJson() const { return '{' + m_members + '}'; }

private:
    void startMember(const char *key);

    QByteArray m_members;
};

} // namespace Pongwatch
