// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/foreignobject.h"
#include "workspace/importnames.h"
#include "workspace/importstrings.h"
#include "workspace/profilebuilder.h"
#include "workspace/profilefields.h"

namespace Pongwatch
{

namespace
{

constexpr int DeepestJsonList = 20;

bool looksLikeUrl(const QString &text)
{
    return text.contains(QStringLiteral("://")) && !text.contains(u'\n');
}

/// What a list in JSON may have in it, at any depth: URLs, and objects that have one.
class JsonListReader
{
public:
    JsonListReader() { m_result.format = ImportStrings::tr("list in JSON"); }

    ImportResult read(const JsonValue &root)
    {
        value(root, {}, {}, {}, 0);
        if (m_result.profiles.empty() && m_result.problems.isEmpty()) {
            m_result.notes.clear();
            m_result.refuse(
                {},
                ImportStrings::tr("it is JSON, but none of the formats that are known, and no URL is in it"));
        }
        return std::move(m_result);
    }

private:
    void value(const JsonValue &value, const QString &place, const QString &name, const QString &group,
               int depth)
    {
        if (depth > DeepestJsonList) {
            m_result.note(ImportNote::Kind::Ignored, place, ImportStrings::tr("it is nested too deeply"));
            return;
        }
        if (value.kind() == JsonValue::Kind::Array) {
            for (size_t i = 0; i < value.children().size(); ++i)
                this->value(value.children()[i].value, elementPlace(place, qsizetype(i)), {},
                            group.isEmpty() ? name : group, depth + 1);
        } else if (value.kind() == JsonValue::Kind::Object) {
            ForeignObject object(&value, place);
            if (!object.textOfAny(urlNames()).isEmpty())
                peer(object, value, name, group);
            else
                for (const JsonMember &member : value.children())
                    this->value(member.value, object.placeOf(member.key()), member.key(), group, depth + 1);
        } else {
            text(ForeignObject::textOf(value), place, name, group);
        }
    }

    void text(const QString &text, const QString &place, const QString &name, const QString &group)
    {
        if (!looksLikeUrl(text)) {
            m_result.note(ImportNote::Kind::Ignored, place, ImportStrings::tr("there is no URL in it"));
            return;
        }
        ProfileBuilder builder(place);
        builder.setUrl(text);
        if (!urlNames().contains(foldedImportName(name)))
            builder.setName(name);
        builder.buildInto(m_result, group);
    }

    void peer(ForeignObject &object, const JsonValue &value, const QString &key, const QString &group)
    {
        ProfileBuilder builder(object.place());
        const NoteSink sink = [&builder](ImportNote::Kind kind, const QString &place, const QString &text) {
            builder.note(kind, place, text);
        };
        JsonValue settings = JsonValue::object();
        QString ownGroup = group;
        QString name = key;
        bool hasUrl = false;
        for (const JsonMember &member : value.children()) {
            const QString memberName = member.key();
            const QString folded = foldedImportName(memberName);
            const QString place = object.placeOf(memberName);
            const QString text = ForeignObject::textOf(member.value);
            if (urlNames().contains(folded) && !hasUrl && !text.isEmpty()) {
                setTypedUrl(builder, text, place);
                hasUrl = true;
            } else if (nameNames().contains(folded) && !text.isEmpty()) {
                name = text;
            } else if (folded == QStringLiteral("group") || folded == QStringLiteral("folder")) {
                ownGroup = text.left(200);
            } else if (folded == QStringLiteral("tags")) {
                for (const JsonMember &tag : member.value.children())
                    builder.profile().tags.append(ForeignObject::textOf(tag.value));
                builder.profile().tags += text.split(u' ', Qt::SkipEmptyParts);
            } else if (folded == QStringLiteral("enabled") && member.value.kind() == JsonValue::Kind::Bool) {
                builder.profile().enabled = member.value.toBool();
            } else if (folded == QStringLiteral("headers") && !isOwnHeaderList(member.value)) {
                for (const ForeignPair &header : foreignPairs(&member.value, place, sink))
                    builder.addHeader(header.name, header.value, header.place);
            } else if (folded == QStringLiteral("protocols") || folded == QStringLiteral("subprotocols") ||
                       folded == QStringLiteral("protocol")) {
                builder.addSubprotocols(text);
                for (const JsonMember &one : member.value.children())
                    builder.addSubprotocols(ForeignObject::textOf(one.value));
            } else if ((folded == QStringLiteral("token") || folded == QStringLiteral("bearer")) &&
                       !text.isEmpty()) {
                builder.setBearer(text);
            } else {
                settings.set(memberName, member.value);
            }
        }
        builder.setName(name);
        ReadLog log;
        ObjectReader reader(settings, object.place(), &log);
        ProfileSettings told;
        readSettings(profileFields(), reader, told);
        builder.settings() = builder.settings().overlaidBy(told);
        reader.noteUnknown();
        for (const Problem &note : std::as_const(log.notes))
            builder.ignore(note.place, ImportStrings::tr("is not known here"));
        if (!log.problems.isEmpty()) {
            m_result.refuse(log.problems.first().place, log.problems.first().text);
            return;
        }
        builder.buildInto(m_result, ownGroup);
    }

    /// [["Name", "value"], …], as our own files have it.
    static bool isOwnHeaderList(const JsonValue &value)
    {
        return value.kind() == JsonValue::Kind::Array && !value.children().empty() &&
               value.children().front().value.kind() == JsonValue::Kind::Array;
    }

    ImportResult m_result;
};

} // namespace

ImportResult importJsonList(const JsonValue &root, const ImportOptions & /*options*/)
{
    return JsonListReader().read(root);
}

} // namespace Pongwatch
