// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"
#include "workspace/jsonvalue.h"

#include <QList>
#include <QSet>
#include <QStringList>

namespace Pongwatch
{

/// A problem in a file, and its place: "groups[0].profiles[3].ping_timeout_s", "must be more than 0 or
/// null".
struct Problem {
    QString place;
    QString text;

    [[nodiscard]] QString sentence() const;

    friend bool operator==(const Problem &, const Problem &) = default;
};

/// The problems found while reading a file. Limited: a hostile file can't fill memory with complaints.
struct ReadLog {
    static constexpr qsizetype Most = 1000;

    QList<Problem> problems; ///< the file can't be used because of these
    QList<Problem> notes;    ///< worth a look: a key unknown to this version, a secret in plain text

    void problem(const QString &place, const QString &text);
    void note(const QString &place, const QString &text);
};

/// Reads typed values from a JSON object. Each function returns nullopt if the key is absent, and
/// also, with a problem in the log, if its value is invalid. The log and the object must outlive the
/// reader.
class ObjectReader
{
public:
    struct Range {
        double minimum = 0;
        bool minimumItself = false; ///< whether the minimum itself is allowed
        double maximum = 0;
    };

    /// `place` is that of the object: empty for the root. Reports duplicate keys.
    ObjectReader(const JsonValue &object, QString place, ReadLog *log);

    [[nodiscard]] QString placeOf(QStringView key) const;
    [[nodiscard]] ReadLog &log() const { return *m_log; }

    /// The raw value; null if it is absent.
    const JsonValue *value(const QString &key);
    /// The same, for values that must be an object or an array.
    const JsonValue *container(const QString &key, JsonValue::Kind kind);

    std::optional<bool> flag(const QString &key);
    std::optional<double> number(const QString &key, const Range &range);
    std::optional<nanoseconds> duration(const QString &key, const Range &range);
    /// Inner nullopt: null.
    std::optional<std::optional<nanoseconds>> limit(const QString &key, const Range &range);
    /// Text without control characters, of at most `longest` UTF-16 units.
    std::optional<QString> text(const QString &key, qsizetype longest);
    /// The same; null means an empty text.
    std::optional<QString> textOrNull(const QString &key, qsizetype longest);
    std::optional<QStringList> texts(const QString &key, qsizetype most, qsizetype longest);
    /// The index of the text in `words`.
    std::optional<qsizetype> word(const QString &key, const QStringList &words);

    void problem(const QString &key, const QString &text);

    /// Notes every key that nobody has read as unknown.
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
