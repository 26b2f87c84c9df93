// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/foreignobject.h"

#include "workspace/importstrings.h"

namespace Pongwatch
{

ForeignObject::ForeignObject(const JsonValue *value, QString place)
    : m_value(value && value->kind() == JsonValue::Kind::Object ? value : nullptr)
    , m_place(std::move(place))
{
}

QString ForeignObject::placeOf(QStringView key) const
{
    QString shown = key.left(100).toString();
    for (QChar &c : shown)
        if (!c.isPrint())
            c = u'?';
    return m_place.isEmpty() ? shown : QStringLiteral("%1.%2").arg(m_place, shown);
}

bool ForeignObject::has(QStringView key) const
{
    const JsonMember *member = m_value ? m_value->find(key) : nullptr;
    return member && member->value.kind() != JsonValue::Kind::Null;
}

const JsonValue *ForeignObject::value(const QString &key)
{
    m_asked.insert(key);
    const JsonMember *member = m_value ? m_value->find(key) : nullptr;
    return member && member->value.kind() != JsonValue::Kind::Null ? &member->value : nullptr;
}

QString ForeignObject::textOf(const JsonValue &value)
{
    if (value.kind() == JsonValue::Kind::String)
        return value.toString();
    if (value.kind() == JsonValue::Kind::Number || value.kind() == JsonValue::Kind::Bool)
        return QString::fromUtf8(value.token());
    return {};
}

QString ForeignObject::text(const QString &key)
{
    const JsonValue *found = value(key);
    return found ? textOf(*found) : QString();
}

QString ForeignObject::textOfAny(const QStringList &keys)
{
    for (const QString &key : keys)
        if (const QString found = has(key) ? text(key) : QString(); !found.isEmpty())
            return found;
    return {};
}

std::optional<bool> ForeignObject::flag(const QString &key)
{
    const QString found = text(key).toLower();
    if (found == QStringLiteral("true"))
        return true;
    return found == QStringLiteral("false") ? std::optional(false) : std::nullopt;
}

ForeignObject ForeignObject::object(const QString &key)
{
    return {value(key), placeOf(key)};
}

QList<const JsonValue *> ForeignObject::list(const QString &key)
{
    QList<const JsonValue *> elements;
    const JsonValue *found = value(key);
    if (found && found->kind() == JsonValue::Kind::Array)
        for (const JsonMember &element : found->children())
            elements.append(&element.value);
    return elements;
}

void ForeignObject::aside(const QStringList &keys, const QString &why)
{
    for (const QString &key : keys)
        m_reasons.insert(key, {ImportNote::Kind::Aside, why});
}

void ForeignObject::ignore(const QStringList &keys, const QString &why)
{
    for (const QString &key : keys)
        m_reasons.insert(key, {ImportNote::Kind::Ignored, why});
}

void ForeignObject::tellRest(const NoteSink &sink) const
{
    if (!m_value)
        return;
    QSet<QString> seen;
    for (const JsonMember &member : m_value->children()) {
        const QString key = member.key();
        const bool isFirst = !seen.contains(key);
        seen.insert(key);
        if (!isFirst) {
            sink(ImportNote::Kind::Ignored, placeOf(key),
                 ImportStrings::tr("comes twice; only the first counts"));
            continue;
        }
        const bool isEmpty =
            member.value.kind() == JsonValue::Kind::Null ||
            (member.value.isContainer() && member.value.children().empty()) ||
            (member.value.kind() == JsonValue::Kind::String && member.value.token().size() <= 2);
        if (m_asked.contains(key) || isEmpty)
            continue;
        const auto reason = m_reasons.constFind(key);
        if (reason != m_reasons.constEnd())
            sink(reason->kind, placeOf(key), reason->why);
        else
            sink(ImportNote::Kind::Ignored, placeOf(key), ImportStrings::tr("is not known here"));
    }
}

QString elementPlace(const QString &place, qsizetype index)
{
    return QStringLiteral("%1[%2]").arg(place, QString::number(index));
}

QList<ForeignPair> foreignPairs(const JsonValue *value, const QString &place, const NoteSink &sink)
{
    QList<ForeignPair> pairs;
    if (!value)
        return pairs;
    if (value->kind() == JsonValue::Kind::Object) {
        for (const JsonMember &member : value->children()) {
            const QString at = QStringLiteral("%1.%2").arg(place, member.key().left(100));
            if (member.value.isContainer())
                sink(ImportNote::Kind::Ignored, at, ImportStrings::tr("is no text"));
            else
                pairs.append({member.key(), ForeignObject::textOf(member.value), at, true});
        }
        return pairs;
    }
    if (value->kind() != JsonValue::Kind::Array) {
        // Postman's "Name: value" lines.
        qsizetype number = 0;
        for (const QString &line : ForeignObject::textOf(*value).split(u'\n', Qt::SkipEmptyParts)) {
            const qsizetype colon = line.indexOf(u':');
            const QString at = elementPlace(place, number++);
            if (colon > 0)
                pairs.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed(), at, true});
            else
                sink(ImportNote::Kind::Ignored, at, ImportStrings::tr("it has no colon"));
        }
        return pairs;
    }
    for (size_t i = 0; i < value->children().size(); ++i) {
        const JsonValue &element = value->children()[i].value;
        const QString at = elementPlace(place, qsizetype(i));
        ForeignObject object(&element, at);
        // ["Name: value", …] and [["Name", "value"], …]
        if (const QString line = ForeignObject::textOf(element);
            !element.isContainer() && line.indexOf(u':') > 0) {
            pairs.append({line.section(u':', 0, 0).trimmed(), line.section(u':', 1).trimmed(), at, true});
            continue;
        }
        if (element.kind() == JsonValue::Kind::Array && element.children().size() == 2) {
            pairs.append({ForeignObject::textOf(element.children()[0].value),
                          ForeignObject::textOf(element.children()[1].value), at, true});
            continue;
        }
        if (!object.isObject()) {
            sink(ImportNote::Kind::Ignored, at, ImportStrings::tr("is no pair of a name and a value"));
            continue;
        }
        ForeignPair pair;
        pair.name = object.textOfAny({QStringLiteral("name"), QStringLiteral("key")});
        pair.value = object.text(QStringLiteral("value"));
        pair.place = at;
        pair.enabled = object.flag(QStringLiteral("enabled")).value_or(true) &&
                       !object.flag(QStringLiteral("disabled")).value_or(false);
        object.aside({QStringLiteral("id"), QStringLiteral("uid"), QStringLiteral("description"),
                      QStringLiteral("comment"), QStringLiteral("type"), QStringLiteral("system"),
                      QStringLiteral("multiline"), QStringLiteral("secret"), QStringLiteral("initial"),
                      QStringLiteral("valueType"), QStringLiteral("mimeType")},
                     ImportStrings::tr("says nothing about a connection"));
        object.tellRest(sink);
        if (pair.name.isEmpty())
            sink(ImportNote::Kind::Ignored, at, ImportStrings::tr("has no name"));
        else
            pairs.append(pair);
    }
    return pairs;
}

} // namespace Pongwatch
