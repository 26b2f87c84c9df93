// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Pongwatch
{

/// Writes a JSON object in one line, with its keys in the order in which they are added, so that people can
/// compare it with the documentation. Keys that don't apply are not added.
class JsonLine
{
public:
    void text(const char *key, const QString &value);
    void texts(const char *key, const QStringList &values);
    void whole(const char *key, qint64 value);
    void flag(const char *key, bool value);
    /// The shortest digits that read back as the same number; nothing if JSON has no such (NaN, infinity).
    void number(const char *key, double value);
    void milliseconds(const char *key, std::optional<nanoseconds> duration);
    void seconds(const char *key, std::optional<nanoseconds> duration);
    /// Adds nothing if `object` is empty.
    void object(const char *key, const JsonLine &object);

    [[nodiscard]] bool isEmpty() const { return m_members.isEmpty(); }

    /// "{…}", without a line break.
    [[nodiscard]] QByteArray toJson() const { return '{' + m_members + '}'; }

private:
    void startMember(const char *key);

    QByteArray m_members;
};

} // namespace Pongwatch
