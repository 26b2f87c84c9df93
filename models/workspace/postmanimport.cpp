// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/collectionrequest.h"
#include "workspace/importstrings.h"

namespace Pongwatch
{

namespace
{

/// Collections can be nested, and hostile ones are nested very deeply.
constexpr int DeepestPostmanFolder = 20;

const QStringList &postmanAsides()
{
    static const QStringList keys = {QStringLiteral("id"),    QStringLiteral("_postman_id"),
                                     QStringLiteral("uid"),   QStringLiteral("description"),
                                     QStringLiteral("name"),  QStringLiteral("response"),
                                     QStringLiteral("order"), QStringLiteral("examples"),
                                     QStringLiteral("owner"), QStringLiteral("_postman_isSubFolder"),
                                     QStringLiteral("$kind"), QStringLiteral("$schema"),
                                     QStringLiteral("tags")};
    return keys;
}

/// Collections of versions 2.0 and 2.1.
class PostmanReader
{
public:
    explicit PostmanReader(const ImportOptions &options)
        : m_options(options)
    {
        m_result.format = ImportStrings::tr("Postman collection");
    }

    ImportResult read(const JsonValue &root)
    {
        ForeignObject collection(&root, {});
        Level level;
        readLevel(level, collection);
        items(collection, level, 0);
        collection.aside({QStringLiteral("info")}, ImportStrings::tr("says nothing about a connection"));
        told(collection);
        return std::move(m_result);
    }

private:
    struct Level {
        TemplateScope scope;
        CollectionAuth auth;
        QStringList folders;
        std::optional<bool> verify;
    };

    [[nodiscard]] NoteSink resultSink()
    {
        return [this](ImportNote::Kind kind, const QString &place, const QString &text) {
            m_result.note(kind, place, text);
        };
    }

    /// What a folder, or the collection, sets for everything in it. Its variables yield to the environment.
    void readLevel(Level &level, ForeignObject &folder)
    {
        const NoteSink sink = resultSink();
        level.scope.set(
            foreignPairs(folder.value(QStringLiteral("variable")), folder.placeOf(u"variable"), sink), sink);
        level.scope.set(m_options.variables);
        const CollectionAuth auth =
            CollectionAuth::read(folder.value(QStringLiteral("auth")), folder.placeOf(u"auth"), sink);
        if (auth.kind != CollectionAuth::Kind::Inherited)
            level.auth = auth;
        behavior(folder, level.verify, sink);
    }

    static void behavior(ForeignObject &object, std::optional<bool> &verify, const NoteSink &sink)
    {
        ForeignObject behavior = object.object(QStringLiteral("protocolProfileBehavior"));
        if (const auto strict = behavior.flag(QStringLiteral("strictSSL")))
            verify = strict;
        behavior.ignore({QStringLiteral("followRedirects"), QStringLiteral("followOriginalHttpMethod")},
                        ImportStrings::tr("a redirect is not followed"));
        behavior.tellRest(sink);
    }

    void told(ForeignObject &object)
    {
        object.ignore({QStringLiteral("event"), QStringLiteral("scripts")},
                      ImportStrings::tr("scripts are not run"));
        object.aside(postmanAsides(), ImportStrings::tr("says nothing about a connection"));
        object.tellRest(resultSink());
    }

    void items(ForeignObject &folder, const Level &level, int depth)
    {
        const QString place = folder.placeOf(u"item");
        if (depth > DeepestPostmanFolder) {
            m_result.note(ImportNote::Kind::Ignored, place, ImportStrings::tr("it is nested too deeply"));
            return;
        }
        qsizetype index = 0;
        for (const JsonValue *value : folder.list(QStringLiteral("item"))) {
            ForeignObject item(value, elementPlace(place, index++));
            if (!item.isObject()) {
                m_result.note(ImportNote::Kind::Ignored, item.place(), ImportStrings::tr("is no request"));
            } else if (item.has(u"item")) {
                Level inside = level;
                readLevel(inside, item);
                const QString name = item.text(QStringLiteral("name")).left(200);
                if (!name.isEmpty())
                    inside.folders.append(name);
                items(item, inside, depth + 1);
                told(item);
            } else {
                request(item, level);
            }
        }
    }

    void request(ForeignObject &item, const Level &level)
    {
        CollectionRequest made;
        made.place = item.place();
        made.name = item.text(QStringLiteral("name"));
        made.folders = level.folders;
        made.scope = level.scope;
        made.auth = level.auth;
        made.verify = level.verify;
        const NoteSink sink = made.sink();
        made.scope.set(foreignPairs(item.value(QStringLiteral("variable")), item.placeOf(u"variable"), sink),
                       sink);
        behavior(item, made.verify, sink);
        if (const QString whole = item.text(QStringLiteral("request")); !whole.isEmpty()) {
            made.url = whole;
            made.urlPlace = item.placeOf(u"request");
        } else {
            ForeignObject request = item.object(QStringLiteral("request"));
            fill(request, made, sink);
        }
        item.ignore({QStringLiteral("event")}, ImportStrings::tr("scripts are not run"));
        item.aside(postmanAsides(), ImportStrings::tr("says nothing about a connection"));
        item.tellRest(sink);
        made.buildInto(m_result);
    }

    static void fill(ForeignObject &request, CollectionRequest &made, const NoteSink &sink)
    {
        made.urlPlace = request.placeOf(u"url");
        made.url = request.text(QStringLiteral("url"));
        if (made.url.isEmpty()) {
            ForeignObject parts = request.object(QStringLiteral("url"));
            url(parts, made, sink);
        }
        made.headers =
            foreignPairs(request.value(QStringLiteral("header")), request.placeOf(u"header"), sink);
        const CollectionAuth auth =
            CollectionAuth::read(request.value(QStringLiteral("auth")), request.placeOf(u"auth"), sink);
        if (auth.kind != CollectionAuth::Kind::Inherited)
            made.auth = auth;
        const QString method = request.text(QStringLiteral("method"));
        if (!method.isEmpty() && method.compare(QLatin1String("GET"), Qt::CaseInsensitive) != 0)
            sink(ImportNote::Kind::Ignored, request.placeOf(u"method"),
                 ImportStrings::tr("a handshake is always a GET"));
        request.ignore({QStringLiteral("body")}, ImportStrings::tr("a handshake has no body"));
        request.ignore({QStringLiteral("proxy"), QStringLiteral("certificate")},
                       ImportStrings::tr("a peer's own settings are in place of it"));
        request.aside(postmanAsides(), ImportStrings::tr("says nothing about a connection"));
        request.tellRest(sink);
    }

    static QString joined(ForeignObject &parts, const QString &key, QChar separator)
    {
        if (const QString text = parts.text(key); !text.isEmpty())
            return text;
        QStringList pieces;
        for (const JsonValue *piece : parts.list(key))
            pieces.append(piece->kind() == JsonValue::Kind::Object
                              ? ForeignObject(piece, {}).text(QStringLiteral("value"))
                              : ForeignObject::textOf(*piece));
        return pieces.join(separator);
    }

    static void url(ForeignObject &parts, CollectionRequest &made, const NoteSink &sink)
    {
        made.url = parts.text(QStringLiteral("raw"));
        made.pathVariables =
            foreignPairs(parts.value(QStringLiteral("variable")), parts.placeOf(u"variable"), sink);
        const QList<ForeignPair> query =
            foreignPairs(parts.value(QStringLiteral("query")), parts.placeOf(u"query"), sink);
        const QString host = joined(parts, QStringLiteral("host"), u'.');
        const QString path = joined(parts, QStringLiteral("path"), u'/');
        const QString protocol = parts.text(QStringLiteral("protocol"));
        const QString port = parts.text(QStringLiteral("port"));
        if (made.url.isEmpty() && !host.isEmpty()) {
            made.url = (protocol.isEmpty() ? QString() : QString(protocol + QStringLiteral("://"))) + host +
                       (port.isEmpty() ? QString() : QString(u':' + port)) +
                       (path.isEmpty() ? QString() : QString(u'/' + path));
            made.query = query;
        } else {
            for (const QString &key : {QStringLiteral("protocol"), QStringLiteral("host"),
                                       QStringLiteral("port"), QStringLiteral("path")}) {
                if (parts.has(key))
                    sink(ImportNote::Kind::Aside, parts.placeOf(key),
                         ImportStrings::tr("repeats what is taken already"));
            }
            for (const ForeignPair &pair : query)
                sink(ImportNote::Kind::Aside, pair.place,
                     pair.enabled ? ImportStrings::tr("repeats what is taken already")
                                  : ImportStrings::tr("is switched off there"));
        }
        parts.ignore({QStringLiteral("hash")},
                     ImportStrings::tr("what follows the # of a URL is never sent"));
        parts.tellRest(sink);
    }

    const ImportOptions &m_options;
    ImportResult m_result;
};

} // namespace

ImportResult importPostman(const JsonValue &root, const ImportOptions &options)
{
    return PostmanReader(options).read(root);
}

ImportResult importPostman3(const JsonValue &root, const ImportOptions &options)
{
    ImportResult result;
    result.format = ImportStrings::tr("Postman collection, version 3");
    const NoteSink resultSink = [&result](ImportNote::Kind kind, const QString &place, const QString &text) {
        result.note(kind, place, text);
    };
    ForeignObject file(&root, {});
    const QString kind = file.text(QStringLiteral("$kind"));
    CollectionRequest made;
    const NoteSink sink = made.sink();
    made.scope.set(foreignPairs(file.value(QStringLiteral("variables")), file.placeOf(u"variables"), sink),
                   sink);
    made.scope.set(options.variables);
    made.name = file.text(QStringLiteral("name"));
    made.url = file.text(QStringLiteral("url"));
    made.urlPlace = file.placeOf(u"url");
    made.place = made.urlPlace;
    made.isWebSocket = kind.startsWith(QLatin1String("ws")) || kind.startsWith(QLatin1String("websocket"));
    made.headers = foreignPairs(file.value(QStringLiteral("headers")), file.placeOf(u"headers"), sink);
    made.query = foreignPairs(file.value(QStringLiteral("queryParams")), file.placeOf(u"queryParams"), sink);
    // If Postman itself saved the URL, it contains them, too.
    const QString query = made.url.section(u'?', 1);
    for (const QString &item : query.split(u'&', Qt::SkipEmptyParts)) {
        made.query.removeIf([&item, &sink](const ForeignPair &pair) {
            const bool repeats = pair.name == item.section(u'=', 0, 0);
            if (repeats)
                sink(ImportNote::Kind::Aside, pair.place, ImportStrings::tr("repeats what is taken already"));
            return repeats;
        });
    }
    made.pathVariables =
        foreignPairs(file.value(QStringLiteral("pathVariables")), file.placeOf(u"pathVariables"), sink);
    made.auth = CollectionAuth::read(file.value(QStringLiteral("auth")), file.placeOf(u"auth"), sink);
    ForeignObject settings = file.object(QStringLiteral("settings"));
    for (const char *key : {"strictSSL", "sslVerification", "verifyCertificate"})
        if (const auto verify = settings.flag(QString::fromLatin1(key)))
            made.verify = verify;
    settings.tellRest(sink);
    file.ignore({QStringLiteral("scripts")}, ImportStrings::tr("scripts are not run"));
    file.ignore({QStringLiteral("body"), QStringLiteral("message"), QStringLiteral("messages"),
                 QStringLiteral("payload")},
                ImportStrings::tr("what is sent after the connection is open is not taken"));
    file.aside(postmanAsides() + QStringList{QStringLiteral("method"), QStringLiteral("type")},
               ImportStrings::tr("says nothing about a connection"));
    // A collection in a single file may contain its requests.
    qsizetype index = 0;
    for (const JsonValue *item : file.list(QStringLiteral("items"))) {
        ImportOptions inside = options;
        for (const ForeignPair &pair :
             foreignPairs(root.find(u"variables") ? &root.find(u"variables")->value : nullptr, {},
                          [](auto, auto, auto) {}))
            if (!inside.variables.contains(pair.name) && pair.enabled)
                inside.variables.insert(pair.name, pair.value);
        ImportResult one = importPostman3(*item, inside);
        const QString place = elementPlace(QStringLiteral("items"), index++);
        one.prefixPlaces(place);
        result.append(std::move(one));
    }
    if (made.url.isEmpty()) {
        file.tellRest(resultSink);
        for (const ImportNote &note : std::as_const(made.notes))
            result.note(note.kind, note.place, note.text);
        if (result.profiles.empty() && result.problems.isEmpty())
            result.note(ImportNote::Kind::Ignored, QStringLiteral("$kind"),
                        ImportStrings::tr("“%1” has no URL in it").arg(kind.left(40)));
        return result;
    }
    file.tellRest(sink);
    made.buildInto(result);
    return result;
}

} // namespace Pongwatch
