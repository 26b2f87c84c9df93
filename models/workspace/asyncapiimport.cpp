// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/foreignobject.h"
#include "workspace/importstrings.h"
#include "workspace/profilebuilder.h"

#include <QRegularExpression>

namespace Pongwatch
{

namespace
{

/// A server of an AsyncAPI document that speaks WebSocket.
struct AsyncServer {
    QString name;
    QString url; ///< with its variables put in
    QString place;
    QString missing; ///< a variable without a default
};

/// "#/servers/production" is "production".
QString lastOfReference(const JsonValue *value)
{
    ForeignObject object(value, {});
    return object.text(QStringLiteral("$ref")).section(u'/', -1);
}

/// The default of a variable or parameter, or the first of its choices; that there are others is told.
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
    object.aside({QStringLiteral("description"), QStringLiteral("location")},
                 ImportStrings::tr("says nothing about a connection"));
    object.tellRest(sink);
    schema.aside({QStringLiteral("type"), QStringLiteral("description")},
                 ImportStrings::tr("says nothing about a connection"));
    schema.tellRest(sink);
    return chosen;
}

class AsyncApiReader
{
public:
    ImportResult read(const JsonValue &root)
    {
        ForeignObject document(&root, {});
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

    /// "{name}" with the defaults; the first without one goes to `missing`.
    QString filled(const QString &text, ForeignObject variables, QString *missing)
    {
        static const QRegularExpression variable(QStringLiteral("\\{([\\w.-]+)\\}"));
        QString result;
        qsizetype at = 0;
        for (auto it = variable.globalMatch(text); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            const QString value = defaultOf(variables.object(match.captured(1)), sink());
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
        if (!all.isObject())
            return;
        for (const JsonMember &member : value->children()) {
            ForeignObject server = all.object(member.key());
            AsyncServer made{member.key(), {}, server.place(), {}};
            const QString protocol = server.text(QStringLiteral("protocol")).toLower();
            QString address =
                m_isThird
                    ? QString(server.text(QStringLiteral("host")) + server.text(QStringLiteral("pathname")))
                    : server.text(QStringLiteral("url"));
            address = filled(address, server.object(QStringLiteral("variables")), &made.missing);
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
            if (m_servers.isEmpty())
                m_result.refuse(QStringLiteral("servers"),
                                ImportStrings::tr("no server in it speaks WebSocket"));
            return;
        }
        if (m_servers.isEmpty())
            m_result.refuse(QStringLiteral("servers"), ImportStrings::tr("no server in it speaks WebSocket"));
        for (const JsonMember &member : value->children()) {
            ForeignObject channel = all.object(member.key());
            QString missing;
            QString path =
                m_isThird && channel.has(u"address") ? channel.text(QStringLiteral("address")) : member.key();
            if (m_isThird && !channel.has(u"address"))
                path.clear(); // an address that is not known yet
            path = filled(path, channel.object(QStringLiteral("parameters")), &missing);
            QStringList only;
            for (const JsonValue *server : channel.list(QStringLiteral("servers")))
                only.append(m_isThird ? lastOfReference(server) : ForeignObject::textOf(*server));
            ForeignObject bindings = channel.object(QStringLiteral("bindings"));
            const JsonValue *ws = bindings.value(QStringLiteral("ws"));
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
            for (const AsyncServer &server : std::as_const(m_servers)) {
                if (only.isEmpty() || only.contains(server.name))
                    peer(server, path, ws, channel.place(), m_isThird ? member.key() : path);
            }
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
        // The channel "/" is the server itself: its own path gets no slash that it does not have.
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
            ForeignObject schema = binding.object(QString::fromLatin1(part));
            ForeignObject properties = schema.object(QStringLiteral("properties"));
            QStringList required;
            for (const JsonValue *one : schema.list(QStringLiteral("required")))
                required.append(ForeignObject::textOf(*one));
            const JsonValue *members = schema.value(QStringLiteral("properties"));
            if (!members)
                continue;
            for (const JsonMember &member : members->children()) {
                ForeignObject property(&member.value, properties.placeOf(member.key()));
                QString value = property.text(QStringLiteral("const"));
                if (value.isEmpty())
                    value = defaultOf(property, noted);
                if (value.isEmpty() || (!required.contains(member.key()) && !property.has(u"const") &&
                                        !property.has(u"default")))
                    builder.ignore(property.place(), ImportStrings::tr("it may be sent, but has no value"));
                else if (qstrcmp(part, "query") == 0)
                    builder.addQuery(member.key(), value);
                else
                    builder.addHeader(member.key(), value, property.place());
            }
        }
        binding.aside({QStringLiteral("method"), QStringLiteral("bindingVersion")},
                      ImportStrings::tr("says nothing about a connection"));
        binding.tellRest(noted);
        builder.buildInto(m_result);
    }

    bool m_isThird = false;
    QList<AsyncServer> m_servers;
    ImportResult m_result;
};

} // namespace

ImportResult importAsyncApi(const JsonValue &root)
{
    return AsyncApiReader().read(root);
}

} // namespace Pongwatch
