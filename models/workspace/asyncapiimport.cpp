// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/foreignobject.h"
#include "workspace/importstrings.h"
#include "workspace/profilebuilder.h"

#include <QRegularExpression>

namespace Pongwatch
{

namespace
{

/// A server in an AsyncAPI document that speaks WebSocket.
struct AsyncServer {
    QString name;
    QString url; ///< with its variables replaced
    QString place;
    QString missing; ///< a variable without a default
};

/// "#/servers/production" is "production".
QString lastOfReference(const JsonValue *value)
{
    ForeignObject object(value, {});
    return object.text(QStringLiteral("$ref")).section(u'/', -1);
}

/// The default of a variable or parameter, or the first of its choices; reports it if there are others.
QString defaultOf(ForeignObject object, const NoteSink &sink)
{
    ForeignObject schema = object.object(QStringLiteral("schema"));
    const QString given = object.text(QStringLiteral("default"));
    QString chosen = given.isEmpty() ? schema.text(QStringLiteral("default")) : given;
    QStringList others;
    for (const JsonValue *choice : object.list(QStringLiteral("enum")) + schema.list(QStringLiteral("enum")) +
                                       object.list(QStringLiteral("examples"))) {
        const QString text = ForeignObject::textOf(*choice);
        if (chosen.isEmpty())
            chosen = text;
        else if (text != chosen)
            others.append(text.left(40));
    }
    if (!others.isEmpty())
        sink(ImportNote::Kind::Changed, object.place(),
             ImportStrings::tr("“%1” is taken of several values, the others being %2")
                 .arg(chosen.left(40), others.mid(0, 5).join(QStringLiteral(", "))));
    const QStringList asides = {
        QStringLiteral("description"), QStringLiteral("location"), QStringLiteral("type"),
        QStringLiteral("format"),      QStringLiteral("pattern"),  QStringLiteral("title"),
        QStringLiteral("minimum"),     QStringLiteral("maximum"),  QStringLiteral("minLength"),
        QStringLiteral("maxLength"),   QStringLiteral("example"),  QStringLiteral("deprecated")};
    object.aside(asides, ImportStrings::tr("says nothing about a connection"));
    object.tellRest(sink);
    schema.aside(asides, ImportStrings::tr("says nothing about a connection"));
    schema.tellRest(sink);
    return chosen;
}

class AsyncApiReader
{
public:
    explicit AsyncApiReader(const JsonValue &root)
        : m_root(root)
    {
    }

    ImportResult read()
    {
        ForeignObject document(&m_root, {});
        m_isThird = document.text(QStringLiteral("asyncapi")).startsWith(u'3');
        m_result.format =
            m_isThird ? ImportStrings::tr("AsyncAPI 3 document") : ImportStrings::tr("AsyncAPI 2 document");
        servers(document);
        channels(document);
        document.aside({QStringLiteral("info"), QStringLiteral("id"), QStringLiteral("tags"),
                        QStringLiteral("externalDocs"), QStringLiteral("defaultContentType"),
                        QStringLiteral("operations"), QStringLiteral("components"),
                        QStringLiteral("x-generator")},
                       ImportStrings::tr("says nothing about a connection"));
        document.tellRest(sink());
        return std::move(m_result);
    }

private:
    [[nodiscard]] NoteSink sink()
    {
        return [this](ImportNote::Kind kind, const QString &place, const QString &text) {
            m_result.note(kind, place, text);
        };
    }

    /// What {"$ref": "#/components/…"} refers to; anything else is returned as it is. A reference to another
    /// file can't be followed, and is reported.
    const JsonValue *followed(const JsonValue *value, const QString &place)
    {
        constexpr int longestChain = 10;
        for (int i = 0; i < longestChain; ++i) {
            const QString reference = ForeignObject(value, {}).text(QStringLiteral("$ref"));
            if (reference.isEmpty())
                return value;
            const JsonValue *target = reference.startsWith(QLatin1String("#/")) ? &m_root : nullptr;
            for (QString key : reference.mid(2).split(u'/')) {
                // RFC 6901 3, in the fragment of a URL (6)
                key = QUrl::fromPercentEncoding(key.toUtf8());
                key.replace(QLatin1String("~1"), QLatin1String("/"))
                    .replace(QLatin1String("~0"), QLatin1String("~"));
                const JsonMember *member =
                    target && target->kind() == JsonValue::Kind::Object ? target->find(key) : nullptr;
                target = member ? &member->value : nullptr;
            }
            if (!target) {
                m_result.note(ImportNote::Kind::Ignored, place,
                              ImportStrings::tr("what it refers to is not in this document"));
                return nullptr;
            }
            value = target;
        }
        return nullptr;
    }

    ForeignObject member(ForeignObject &object, const QString &key)
    {
        const QString place = object.placeOf(key);
        return {followed(object.value(key), place), place};
    }

    /// Replaces "{name}" with the defaults; the first name without one is stored in `missing`.
    QString filled(const QString &text, ForeignObject variables, QString *missing)
    {
        static const QRegularExpression variable(QStringLiteral("\\{([\\w.-]+)\\}"));
        QString result;
        qsizetype at = 0;
        for (auto it = variable.globalMatch(text); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            const QString value = defaultOf(member(variables, match.captured(1)), sink());
            if (value.isEmpty() && missing->isEmpty())
                *missing = match.captured(1);
            result += QStringView(text).mid(at, match.capturedStart() - at);
            result += value.isEmpty() ? match.captured(0) : value;
            at = match.capturedEnd();
        }
        return result + text.mid(at);
    }

    void servers(ForeignObject &document)
    {
        ForeignObject all = document.object(QStringLiteral("servers"));
        const JsonValue *value = document.value(QStringLiteral("servers"));
        if (!all.isObject()) {
            m_result.refuse(QStringLiteral("servers"), ImportStrings::tr("it names no server"));
            return;
        }
        for (const JsonMember &one : value->children()) {
            ForeignObject server = member(all, one.key());
            if (!server.isObject()) {
                m_result.refuse(server.place(),
                                ImportStrings::tr("what it refers to is not in this document"));
                continue;
            }
            AsyncServer made{one.key(), {}, server.place(), {}};
            const QString protocol = server.text(QStringLiteral("protocol")).toLower();
            QString address =
                m_isThird
                    ? QString(server.text(QStringLiteral("host")) + server.text(QStringLiteral("pathname")))
                    : server.text(QStringLiteral("url"));
            address = filled(address, member(server, QStringLiteral("variables")), &made.missing);
            const bool saysSo = address.startsWith(QLatin1String("ws"), Qt::CaseInsensitive) &&
                                address.contains(QStringLiteral("://"));
            server.ignore({QStringLiteral("security")},
                          ImportStrings::tr("it asks for credentials, and has none in it"));
            server.aside({QStringLiteral("description"), QStringLiteral("title"), QStringLiteral("summary"),
                          QStringLiteral("tags"), QStringLiteral("protocolVersion"),
                          QStringLiteral("externalDocs"), QStringLiteral("bindings")},
                         ImportStrings::tr("says nothing about a connection"));
            server.tellRest(sink());
            if (protocol != QStringLiteral("ws") && protocol != QStringLiteral("wss") && !saysSo) {
                m_result.note(ImportNote::Kind::Ignored, server.place(),
                              ImportStrings::tr("its protocol is %1, not WebSocket").arg(protocol.left(30)));
                continue;
            }
            if (!address.contains(QStringLiteral("://")))
                address.prepend(protocol + QStringLiteral("://"));
            while (address.endsWith(u'/'))
                address.chop(1);
            made.url = address;
            m_servers.append(made);
        }
    }

    void channels(ForeignObject &document)
    {
        ForeignObject all = document.object(QStringLiteral("channels"));
        const JsonValue *value = document.value(QStringLiteral("channels"));
        if (!all.isObject() || value->children().empty()) {
            for (const AsyncServer &server : std::as_const(m_servers))
                peer(server, {}, nullptr);
            if (m_servers.isEmpty() && m_result.problems.isEmpty())
                m_result.refuse(QStringLiteral("servers"),
                                ImportStrings::tr("no server in it speaks WebSocket"));
            return;
        }
        if (m_servers.isEmpty()) {
            if (m_result.problems.isEmpty())
                m_result.refuse(QStringLiteral("servers"),
                                ImportStrings::tr("no server in it speaks WebSocket"));
            return;
        }
        for (const JsonMember &one : value->children()) {
            ForeignObject channel = member(all, one.key());
            QString missing;
            QString path =
                m_isThird && channel.has(u"address") ? channel.text(QStringLiteral("address")) : one.key();
            if (m_isThird && !channel.has(u"address"))
                path.clear(); // an address that is not known yet
            path = filled(path, member(channel, QStringLiteral("parameters")), &missing);
            QStringList only;
            for (const JsonValue *server : channel.list(QStringLiteral("servers")))
                only.append(m_isThird ? lastOfReference(server) : ForeignObject::textOf(*server));
            ForeignObject bindings = member(channel, QStringLiteral("bindings"));
            const JsonValue *ws = followed(bindings.value(QStringLiteral("ws")), bindings.placeOf(u"ws"));
            bindings.tellRest(sink());
            channel.aside({QStringLiteral("description"), QStringLiteral("title"), QStringLiteral("summary"),
                           QStringLiteral("tags"), QStringLiteral("externalDocs"), QStringLiteral("messages"),
                           QStringLiteral("publish"), QStringLiteral("subscribe")},
                          ImportStrings::tr("says nothing about a connection"));
            channel.tellRest(sink());
            if (!missing.isEmpty()) {
                m_result.refuse(
                    channel.place(),
                    ImportStrings::tr("%1 in the channel's address has no value here").arg(missing));
                continue;
            }
            for (const AsyncServer &server : std::as_const(m_servers))
                if (only.isEmpty() || only.contains(server.name))
                    peer(server, path, ws, channel.place(), m_isThird ? one.key() : path);
        }
    }

    void peer(const AsyncServer &server, const QString &path, const JsonValue *ws, const QString &place = {},
              const QString &name = {})
    {
        if (!server.missing.isEmpty()) {
            m_result.refuse(
                server.place,
                ImportStrings::tr("the variable %1 in the URL has no value here").arg(server.missing));
            return;
        }
        ProfileBuilder builder(place.isEmpty() ? server.place : place);
        const QString slash = path.isEmpty() || path.startsWith(u'/') ? QString() : QStringLiteral("/");
        // The channel "/" is the server itself: don't add a slash to its own path.
        const bool isRoot = path == QStringLiteral("/") && server.url.count(u'/') > 2;
        builder.setUrl(isRoot ? server.url : QString(server.url + slash + path));
        const QString channelName = name.isEmpty() || name == QStringLiteral("/") ? QString() : name;
        builder.setName(channelName.isEmpty()  ? server.name
                        : m_servers.size() > 1 ? QStringLiteral("%1 %2").arg(server.name, channelName)
                                               : channelName);
        builder.profile().tags = QStringList{server.name};
        const QString at = builder.place() + QStringLiteral(".bindings.ws");
        ForeignObject binding(ws, at);
        const NoteSink noted = [&builder](ImportNote::Kind kind, const QString &where, const QString &text) {
            builder.note(kind, where, text);
        };
        for (const char *part : {"query", "headers"}) {
            ForeignObject schema = member(binding, QString::fromLatin1(part));
            ForeignObject properties = schema.object(QStringLiteral("properties"));
            QStringList required;
            for (const JsonValue *one : schema.list(QStringLiteral("required")))
                required.append(ForeignObject::textOf(*one));
            const JsonValue *members = schema.value(QStringLiteral("properties"));
            if (!members)
                continue;
            for (const JsonMember &one : members->children()) {
                ForeignObject property = member(properties, one.key());
                QString value = property.text(QStringLiteral("const"));
                if (value.isEmpty())
                    value = defaultOf(property, noted);
                if (value.isEmpty() ||
                    (!required.contains(one.key()) && !property.has(u"const") && !property.has(u"default")))
                    builder.ignore(property.place(), ImportStrings::tr("it may be sent, but has no value"));
                else if (qstrcmp(part, "query") == 0)
                    builder.addQuery(one.key(), value);
                else
                    builder.addHeader(one.key(), value, property.place());
            }
        }
        binding.aside({QStringLiteral("method"), QStringLiteral("bindingVersion")},
                      ImportStrings::tr("says nothing about a connection"));
        binding.tellRest(noted);
        builder.buildInto(m_result);
    }

    const JsonValue &m_root;
    bool m_isThird = false;
    QList<AsyncServer> m_servers;
    ImportResult m_result;
};

} // namespace

ImportResult importAsyncApi(const JsonValue &root)
{
    return AsyncApiReader(root).read();
}

} // namespace Pongwatch
