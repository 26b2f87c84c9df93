// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"

#include <QSet>

#include <functional>

namespace Pongwatch
{

/// Receives notes, for a profile or for a whole import.
using NoteSink = std::function<void(ImportNote::Kind, const QString &place, const QString &text)>;

/// An object in another program's document. Values are read from it by name; tellRest() notes each member
/// that nobody has read as not taken. The value must outlive this object.
class ForeignObject
{
public:
    /// Anything but an object counts as an object without members.
    ForeignObject(const JsonValue *value, QString place);

    [[nodiscard]] bool isObject() const { return m_value != nullptr; }
    [[nodiscard]] const QString &place() const { return m_place; }
    [[nodiscard]] QString placeOf(QStringView key) const;

    [[nodiscard]] bool has(QStringView key) const;
    /// Null when absent or null.
    const JsonValue *value(const QString &key);
    /// A string, or a number or boolean as written; empty for anything else.
    QString text(const QString &key);
    /// The first of these keys whose value is a string.
    QString textOfAny(const QStringList &keys);
    /// True or false, or nullopt if it is neither ("true" as a string counts).
    std::optional<bool> flag(const QString &key);
    ForeignObject object(const QString &key);
    /// The elements of an array; empty for anything else.
    QList<const JsonValue *> list(const QString &key);

    /// Marks members that don't concern a connection.
    void aside(const QStringList &keys, const QString &why);
    /// Marks known members for which there is no setting.
    void ignore(const QStringList &keys, const QString &why);
    /// Notes those, and all other members that nobody has read.
    void tellRest(const NoteSink &sink) const;

    [[nodiscard]] static QString textOf(const JsonValue &value);

private:
    struct Reason {
        ImportNote::Kind kind;
        QString why;
    };
    const JsonValue *m_value;
    QString m_place;
    QSet<QString> m_asked;
    QHash<QString, Reason> m_reasons;
};

/// "place[3]"
[[nodiscard]] QString elementPlace(const QString &place, qsizetype index);

/// A name and a value, for headers, variables and parameters.
struct ForeignPair {
    QString name;
    QString value;
    QString place;
    bool enabled = true;
};

/// Reads a list of objects ([{"name"|"key": …, "value": …, "disabled"|"enabled": …}]), as written by several
/// tools, or an object of strings. Descriptions are noted as asides, other members as ignored.
[[nodiscard]] QList<ForeignPair> foreignPairs(const JsonValue *value, const QString &place,
                                              const NoteSink &sink);

} // namespace Pongwatch
