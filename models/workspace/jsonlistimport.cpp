// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/commandimport.h"
#include "workspace/foreignobject.h"
#include "workspace/importnames.h"
#include "workspace/importstrings.h"
#include "workspace/profilebuilder.h"
#include "workspace/profilefields.h"
#include "workspace/textvariables.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr int DeepestJsonList = 20;

bool looksLikeUrl(const QString &text)
{
    const bool mayBe = text.contains(QStringLiteral("://")) || text.startsWith(QLatin1String("{{")) ||
                       text.startsWith(QLatin1String("<<"));
    return mayBe && !text.contains(u'\n');
}

/// Finds what a JSON list may contain, at any depth: URLs, and objects that have one.
class JsonListReader
{
public:
    explicit JsonListReader(const ImportOptions &options)
        : m_options(options)
    {
        m_result.format = ImportStrings::tr("list in JSON");
    }

    ImportResult read(const JsonValue &root)
    {
        m_hasSockets = hasSockets(root, 0);
        value(root, {}, {}, {}, 0);
        if (m_result.profiles.empty() && m_result.problems.isEmpty()) {
            m_result.notes.clear();
            if (m_hasPages) {
                m_result.refuse({}, ImportStrings::tr("it is JSON with requests or addresses of pages, and "
                                                      "nothing in it opens a WebSocket"));
                return std::move(m_result);
            }
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
            const QString url = object.textOfAny(urlNames());
            if (!url.isEmpty() && !url.contains(u' ') && !url.contains(u'\n'))
                peer(object, value, name, group);
            else if (isNamedValue(object))
                text(object.text(QStringLiteral("value")), object.placeOf(u"value"),
                     object.textOfAny({QStringLiteral("name"), QStringLiteral("key")}), group);
            else
                for (const JsonMember &member : value.children())
                    this->value(member.value, object.placeOf(member.key()), member.key(), group, depth + 1);
        } else {
            text(ForeignObject::textOf(value), place, name, group);
        }
    }

    static bool isSocket(const QString &text)
    {
        return text.startsWith(QLatin1String("ws://"), Qt::CaseInsensitive) ||
               text.startsWith(QLatin1String("wss://"), Qt::CaseInsensitive);
    }

    static bool isPage(const QString &text)
    {
        return text.startsWith(QLatin1String("http://"), Qt::CaseInsensitive) ||
               text.startsWith(QLatin1String("https://"), Qt::CaseInsensitive);
    }

    static bool hasSockets(const JsonValue &value, int depth)
    {
        return value.isContainer()
                   ? depth <= DeepestJsonList && std::any_of(value.children().begin(), value.children().end(),
                                                             [depth](const JsonMember &one) {
                                                                 return hasSockets(one.value, depth + 1);
                                                             })
                   : isSocket(ForeignObject::textOf(value));
    }

    /// If others use ws://, an address with https:// is a web page. Returns true if that was reported.
    /// `isOther`: it is the value of something other than a URL.
    bool isTold(const QString &text, const QString &place, bool isOther)
    {
        if (!isPage(text) || (!m_hasSockets && !isOther))
            return false;
        m_hasPages = true;
        m_result.note(ImportNote::Kind::Ignored, place,
                      ImportStrings::tr("a page's address: with other words beside it, only ws:// and wss:// "
                                        "are taken"));
        return true;
    }

    /// {"name": "WS_URL", "value": "wss://…"}, as in lists of variables. Reports anything else in
    /// it.
    bool isNamedValue(ForeignObject &object)
    {
        if (!object.has(u"value") || !looksLikeUrl(object.text(QStringLiteral("value"))))
            return false;
        static_cast<void>(object.textOfAny({QStringLiteral("name"), QStringLiteral("key")}));
        object.tellRest([this](ImportNote::Kind kind, const QString &place, const QString &text) {
            m_result.note(kind, place, text);
        });
        return true;
    }

    /// Replaces variables whose values were given besides the text.
    QString withVariables(QString text, const QString &place, const NoteSink &sink) const
    {
        const auto used = [&](const QString &name) {
            sink(ImportNote::Kind::Changed, place,
                 ImportStrings::tr("%1 was replaced by its value, from the variables next to it").arg(name));
        };
        expandTemplateVariables(text, m_options.variables, used);
        expandShellVariables(text, m_options.variables, used);
        expandShellDefaults(text, [&](const QString &name) {
            sink(ImportNote::Kind::Changed, place,
                 ImportStrings::tr("%1 has no value here: the one that stands beside it was put in")
                     .arg(name));
        });
        return text;
    }

    /// If a variable in the URL has no value, reports it and returns false.
    bool isWhole(const QString &url, const QString &place)
    {
        const QString missing = missingShellVariable(url);
        if (missing.isEmpty())
            return true;
        m_result.addUnknownVariable(missing);
        m_result.refuse(place,
                        ImportStrings::tr("the variable %1 in the URL has no value here").arg(missing));
        return false;
    }

    void text(const QString &given, const QString &place, const QString &name, const QString &group)
    {
        if (isCommandLine(given)) {
            importCommandInto(given, place, m_options, m_result);
            return;
        }
        const QString text =
            withVariables(given, place, [this](ImportNote::Kind kind, const QString &at, const QString &why) {
                m_result.note(kind, at, why);
            });
        if (!looksLikeUrl(text)) {
            m_result.note(ImportNote::Kind::Ignored, place, ImportStrings::tr("there is no URL in it"));
            return;
        }
        const bool isOther = !name.isEmpty() && !urlNames().contains(foldedImportName(name));
        if (isTold(text, place, isOther) || !isWhole(text, place))
            return;
        ProfileBuilder builder(place);
        setTypedUrl(builder, text, place);
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
            const QString text = withVariables(ForeignObject::textOf(member.value), place, sink);
            if (urlNames().contains(folded) && !hasUrl && !text.isEmpty()) {
                if (isTold(text, place, false))
                    return;
                if (object.has(u"method") && !isSocket(text)) {
                    m_hasPages = true;
                    m_result.note(ImportNote::Kind::Ignored, object.place(),
                                  ImportStrings::tr("a request that opens no WebSocket"));
                    return;
                }
                if (!isWhole(text, place))
                    return;
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
                    builder.addHeader(header.name, withVariables(header.value, header.place, sink),
                                      header.place);
            } else if (folded == QStringLiteral("protocols") || folded == QStringLiteral("subprotocols") ||
                       folded == QStringLiteral("protocol")) {
                builder.addSubprotocols(text);
                for (const JsonMember &one : member.value.children())
                    builder.addSubprotocols(ForeignObject::textOf(one.value));
            } else if (folded == QStringLiteral("auth") && member.value.kind() == JsonValue::Kind::Object &&
                       !member.value.find(u"kind")) {
                takeForeignAuth(member.value, place, builder);
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

    /// {"type": "bearer", "token": …}, {"username", "password"}: not the form of our own files.
    static void takeForeignAuth(const JsonValue &value, const QString &place, ProfileBuilder &builder)
    {
        ForeignObject auth(&value, place);
        const QString type = auth.textOfAny({QStringLiteral("type"), QStringLiteral("authType")}).toLower();
        const QString token = auth.text(QStringLiteral("token"));
        const QString user = auth.textOfAny({QStringLiteral("username"), QStringLiteral("user")});
        if (auth.flag(QStringLiteral("authActive")) == false || type == QStringLiteral("none") ||
            type == QStringLiteral("inherit"))
            builder.note(ImportNote::Kind::Aside, place, ImportStrings::tr("is switched off there"));
        else if (!token.isEmpty() && (type.isEmpty() || type == QStringLiteral("bearer")))
            builder.setBearer(token);
        else if (!user.isEmpty() && (type.isEmpty() || type == QStringLiteral("basic")))
            builder.setBasic(QStringLiteral("%1:%2").arg(user, auth.text(QStringLiteral("password"))));
        else
            builder.ignore(place,
                           ImportStrings::tr("credentials of the kind %1 are not taken").arg(type.left(30)));
    }

    /// [["Name", "value"], …], the form of our own files.
    static bool isOwnHeaderList(const JsonValue &value)
    {
        return value.kind() == JsonValue::Kind::Array && !value.children().empty() &&
               value.children().front().value.kind() == JsonValue::Kind::Array;
    }

    const ImportOptions &m_options;
    bool m_hasSockets = false;
    bool m_hasPages = false;
    ImportResult m_result;
};

} // namespace

ImportResult importJsonList(const JsonValue &root, const ImportOptions &options)
{
    return JsonListReader(options).read(root);
}

} // namespace Pongwatch
