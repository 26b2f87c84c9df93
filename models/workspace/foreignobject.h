// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"

#include <QSet>

#include <functional>

namespace Pongwatch
{

/// Takes notes, for a profile or for an import as a whole.
using NoteSink = std::function<void(ImportNote::Kind, const QString &place, const QString &text)>;

/// One object of another program's document. Values are taken out of it by name; tellRest() says of each
/// member that nobody has asked for that it was not taken. The value outlives this.
class ForeignObject
{
public:
    /// Of anything but an object: one without members.
    ForeignObject(const JsonValue *value, QString place);

    [[nodiscard]] bool isObject() const { return m_value != nullptr; }
    [[nodiscard]] const QString &place() const { return m_place; }
    [[nodiscard]] QString placeOf(QStringView key) const;

    [[nodiscard]] bool has(QStringView key) const;
    /// Null when absent or null.
    const JsonValue *value(const QString &key);
    /// A text, or a number or boolean as it is spelled; empty for anything else.
    QString text(const QString &key);
    /// The first of the keys that has a text.
    QString textOfAny(const QStringList &keys);
    /// True, false, or nullopt when it is neither ("true" as a text counts).
    std::optional<bool> flag(const QString &key);
    ForeignObject object(const QString &key);
    /// The elements of an array; of anything else none.
    QList<const JsonValue *> list(const QString &key);

    /// Members that say nothing about a connection.
    void aside(const QStringList &keys, const QString &why);
    /// Members that are known and have no setting here.
    void ignore(const QStringList &keys, const QString &why);
    /// Tells of the above, and of every other member that nobody has asked for.
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

/// A name and a value, as headers, variables and parameters are kept.
struct ForeignPair {
    QString name;
    QString value;
    QString place;
    bool enabled = true;
};

/// Reads what several tools have as a list of objects ([{"name"|"key": …, "value": …, "disabled"|"enabled":
/// …}]) or as an object of texts. Descriptions are told as asides, other members as ignored.
[[nodiscard]] QList<ForeignPair> foreignPairs(const JsonValue *value, const QString &place,
                                              const NoteSink &sink);

} // namespace Pongwatch
