// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/objectreader.h"

#include "workspace/workspacestrings.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// Shorter ones are typos, and would eventually be rounded to nothing.
constexpr double ShortestSeconds = 0.001;

QString formatted(double number)
{
    return QLocale().toString(number, 'f', QLocale::FloatingPointShortest);
}

/// "must be more than 0 and at most 86,400"
QString rangeText(const ObjectReader::Range &range, double number, bool mayBeNull)
{
    QString text;
    if (number > range.maximum)
        text = WorkspaceStrings::tr("must be at most %1").arg(formatted(range.maximum));
    else if (range.minimumItself)
        text = WorkspaceStrings::tr("must be at least %1").arg(formatted(range.minimum));
    else
        text = WorkspaceStrings::tr("must be more than %1").arg(formatted(range.minimum));
    return mayBeNull ? WorkspaceStrings::tr("%1 or null").arg(text) : text;
}

} // namespace

QString Problem::sentence() const
{
    return place.isEmpty() ? text : QStringLiteral("%1: %2").arg(place, text);
}

void ReadLog::problem(const QString &place, const QString &text)
{
    if (problems.size() < Most)
        problems.append({place, text});
}

void ReadLog::note(const QString &place, const QString &text)
{
    if (notes.size() < Most)
        notes.append({place, text});
}

ObjectReader::ObjectReader(const JsonValue &object, QString place, ReadLog *log)
    : m_object(object)
    , m_place(std::move(place))
    , m_log(log)
{
    QSet<QString> seen;
    for (const JsonMember &member : object.children()) {
        const QString key = member.key();
        if (seen.contains(key))
            problem(key, WorkspaceStrings::tr("appears twice"));
        seen.insert(key);
    }
}

QString ObjectReader::placeOf(QStringView key) const
{
    // Text from a file is shown to people: keep it short, and free of characters that could play tricks.
    QString shown = key.left(100).toString();
    for (QChar &c : shown)
        if (!c.isPrint())
            c = u'?';
    return m_place.isEmpty() ? shown : QStringLiteral("%1.%2").arg(m_place, shown);
}

void ObjectReader::problem(const QString &key, const QString &text)
{
    m_log->problem(placeOf(key), text);
}

const JsonValue *ObjectReader::value(const QString &key)
{
    m_asked.insert(key);
    const JsonMember *member = m_object.find(key);
    return member ? &member->value : nullptr;
}

const JsonValue *ObjectReader::container(const QString &key, JsonValue::Kind kind)
{
    const JsonValue *found = value(key);
    if (!found || found->kind() == kind)
        return found;
    problem(key, kind == JsonValue::Kind::Object ? WorkspaceStrings::tr("must be an object: { … }")
                                                 : WorkspaceStrings::tr("must be a list: [ … ]"));
    return nullptr;
}

std::optional<bool> ObjectReader::flag(const QString &key)
{
    const JsonValue *found = value(key);
    if (!found)
        return std::nullopt;
    if (found->kind() == JsonValue::Kind::Bool)
        return found->toBool();
    problem(key, WorkspaceStrings::tr("must be true or false"));
    return std::nullopt;
}

std::optional<double> ObjectReader::numberOf(const QString &key, const JsonValue &value, const Range &range,
                                             bool mayBeNull)
{
    if (value.kind() != JsonValue::Kind::Number) {
        problem(key, mayBeNull ? WorkspaceStrings::tr("must be a number or null")
                               : WorkspaceStrings::tr("must be a number"));
        return std::nullopt;
    }
    const double number = value.toNumber();
    const bool tooSmall = range.minimumItself ? number < range.minimum : number <= range.minimum;
    if (tooSmall || number > range.maximum) {
        problem(key, rangeText(range, number, mayBeNull));
        return std::nullopt;
    }
    return number;
}

std::optional<double> ObjectReader::number(const QString &key, const Range &range)
{
    const JsonValue *found = value(key);
    return found ? numberOf(key, *found, range, false) : std::nullopt;
}

std::optional<nanoseconds> ObjectReader::durationOf(const QString &key, const JsonValue &value,
                                                    const Range &range, bool mayBeNull)
{
    const std::optional<double> number = numberOf(key, value, range, mayBeNull);
    if (!number)
        return std::nullopt;
    if (*number > 0 && *number < ShortestSeconds) {
        problem(key, WorkspaceStrings::tr("must be at least %1").arg(formatted(ShortestSeconds)));
        return std::nullopt;
    }
    return fromSeconds(*number);
}

std::optional<nanoseconds> ObjectReader::duration(const QString &key, const Range &range)
{
    const JsonValue *found = value(key);
    return found ? durationOf(key, *found, range, false) : std::nullopt;
}

std::optional<std::optional<nanoseconds>> ObjectReader::limit(const QString &key, const Range &range)
{
    using Limit = std::optional<nanoseconds>;
    const JsonValue *found = value(key);
    if (!found)
        return std::nullopt;
    if (found->kind() == JsonValue::Kind::Null)
        return std::optional<Limit>(Limit());
    const std::optional<nanoseconds> read = durationOf(key, *found, range, true);
    return read ? std::optional<Limit>(*read) : std::nullopt;
}

std::optional<QString> ObjectReader::textOf(const QString &place, const JsonValue &value, qsizetype longest)
{
    if (value.kind() != JsonValue::Kind::String) {
        m_log->problem(place, WorkspaceStrings::tr("must be text"));
        return std::nullopt;
    }
    const QString text = value.toString();
    if (text.size() > longest) {
        m_log->problem(
            place, WorkspaceStrings::tr("must have at most %1 characters").arg(QLocale().toString(longest)));
        return std::nullopt;
    }
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; })) {
        m_log->problem(place, WorkspaceStrings::tr("must not contain control characters"));
        return std::nullopt;
    }
    return text;
}

std::optional<QString> ObjectReader::text(const QString &key, qsizetype longest)
{
    const JsonValue *found = value(key);
    return found ? textOf(placeOf(key), *found, longest) : std::nullopt;
}

std::optional<QString> ObjectReader::textOrNull(const QString &key, qsizetype longest)
{
    const JsonValue *found = value(key);
    if (found && found->kind() == JsonValue::Kind::Null)
        return QString();
    return text(key, longest);
}

std::optional<QStringList> ObjectReader::texts(const QString &key, qsizetype most, qsizetype longest)
{
    const JsonValue *list = container(key, JsonValue::Kind::Array);
    if (!list)
        return std::nullopt;
    if (static_cast<qsizetype>(list->children().size()) > most) {
        problem(key, WorkspaceStrings::tr("must have at most %1 entries").arg(QLocale().toString(most)));
        return std::nullopt;
    }
    QStringList result;
    for (size_t i = 0; i < list->children().size(); ++i) {
        const QString place = QStringLiteral("%1[%2]").arg(placeOf(key), QString::number(i));
        const std::optional<QString> entry = textOf(place, list->children()[i].value, longest);
        if (entry && result.contains(*entry))
            m_log->problem(place, WorkspaceStrings::tr("appears twice"));
        result.append(entry.value_or(QString()));
    }
    return result;
}

std::optional<qsizetype> ObjectReader::word(const QString &key, const QStringList &words)
{
    const JsonValue *found = value(key);
    if (!found)
        return std::nullopt;
    if (found->kind() == JsonValue::Kind::String) {
        const qsizetype position = words.indexOf(found->toString());
        if (position >= 0)
            return position;
    }
    problem(key, WorkspaceStrings::tr("must be one of: %1").arg(words.join(QStringLiteral(", "))));
    return std::nullopt;
}

void ObjectReader::noteUnknown()
{
    for (const JsonMember &member : m_object.children()) {
        const QString key = member.key();
        if (!m_asked.contains(key))
            m_log->note(placeOf(key),
                        WorkspaceStrings::tr("is unknown to this version and is left as it is"));
    }
}

} // namespace Pongwatch
