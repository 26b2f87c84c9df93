// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"
#include "workspace/jsonvalue.h"

#include <QList>
#include <QSet>
#include <QStringList>

namespace Pongwatch
{

/// Something wrong with a file, and where: "groups[0].profiles[3].ping_timeout_s", "must be more than 0 or
/// null".
struct Problem {
    QString place;
    QString text;

    [[nodiscard]] QString sentence() const;

    friend bool operator==(const Problem &, const Problem &) = default;
};

/// What the reading of a file brought up. Bounded: a hostile file can't fill the memory with complaints.
struct ReadLog {
    static constexpr qsizetype Most = 1000;

    QList<Problem> problems; ///< the file can't be used as it is
    QList<Problem> notes;    ///< worth a look: a key that this version does not know, a secret in plain view

    void problem(const QString &place, const QString &text);
    void note(const QString &place, const QString &text);
};

/// Takes typed values out of one JSON object. Each function gives nullopt when the key is absent, and also,
/// with a problem in the log, when its value is not what it has to be. The log and the object outlive the
/// reader.
class ObjectReader
{
public:
    struct Range {
        double minimum = 0;
        bool minimumItself = false; ///< whether the minimum is allowed
        double maximum = 0;
    };

    /// `place` is the object's own: empty for the root. Reports keys that come twice.
    ObjectReader(const JsonValue &object, QString place, ReadLog *log);

    [[nodiscard]] QString placeOf(QStringView key) const;
    [[nodiscard]] ReadLog &log() const { return *m_log; }

    /// The raw value; null when absent.
    const JsonValue *value(const QString &key);
    /// The same, for values that must be an object or an array.
    const JsonValue *container(const QString &key, JsonValue::Kind kind);

    std::optional<bool> flag(const QString &key);
    std::optional<double> number(const QString &key, const Range &range);
    std::optional<nanoseconds> duration(const QString &key, const Range &range);
    /// nullopt inside: null.
    std::optional<std::optional<nanoseconds>> limit(const QString &key, const Range &range);
    /// Text without control characters, at most `longest` of UTF-16 units.
    std::optional<QString> text(const QString &key, qsizetype longest);
    /// The same; null gives the empty text.
    std::optional<QString> textOrNull(const QString &key, qsizetype longest);
    std::optional<QStringList> texts(const QString &key, qsizetype most, qsizetype longest);
    /// The position of the text among `words`.
    std::optional<qsizetype> word(const QString &key, const QStringList &words);

    void problem(const QString &key, const QString &text);

    /// Says of each key that nobody asked for that it is unknown.
    void noteUnknown();

private:
    std::optional<double> numberOf(const QString &key, const JsonValue &value, const Range &range,
                                   bool mayBeNull);
    std::optional<nanoseconds> durationOf(const QString &key, const JsonValue &value, const Range &range,
                                          bool mayBeNull);
    std::optional<QString> textOf(const QString &place, const JsonValue &value, qsizetype longest);

    const JsonValue &m_object;
    QString m_place;
    ReadLog *m_log;
    QSet<QString> m_asked;
};

} // namespace Pongwatch
