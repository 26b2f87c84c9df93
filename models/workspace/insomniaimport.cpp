// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/collectionrequest.h"
#include "workspace/importstrings.h"

namespace Pongwatch
{

namespace
{

constexpr int DeepestInsomniaFolder = 20;

/// The data of an environment are nested: {"api": {"host": …}} is "api.host".
void flattenInsomniaData(const JsonValue *value, const QString &prefix, TemplateScope &scope, int depth)
{
    if (!value || value->kind() != JsonValue::Kind::Object || depth > DeepestInsomniaFolder)
        return;
    for (const JsonMember &member : value->children()) {
        const QString name =
            prefix.isEmpty() ? member.key() : QStringLiteral("%1.%2").arg(prefix, member.key());
        if (member.value.kind() == JsonValue::Kind::Object)
            flattenInsomniaData(&member.value, name, scope, depth + 1);
        else if (!member.value.isContainer())
            scope.set(name, ForeignObject::textOf(member.value));
    }
}

/// What applies to everything in a folder.
struct InsomniaLevel {
    TemplateScope scope;
    CollectionAuth auth;
    QList<ForeignPair> headers;
    QStringList folders;
};

const QStringList &insomniaAsides()
{
    static const QStringList keys = {QStringLiteral("_id"),
                                     QStringLiteral("parentId"),
                                     QStringLiteral("modified"),
                                     QStringLiteral("created"),
                                     QStringLiteral("description"),
                                     QStringLiteral("metaSortKey"),
                                     QStringLiteral("isPrivate"),
                                     QStringLiteral("meta"),
                                     QStringLiteral("_type"),
                                     QStringLiteral("scope"),
                                     QStringLiteral("color"),
                                     QStringLiteral("environmentPropertyOrder"),
                                     QStringLiteral("dataPropertyOrder"),
                                     QStringLiteral("metaSortKey"),
                                     QStringLiteral("preferredView"),
                                     QStringLiteral("type"),
                                     QStringLiteral("name"),
                                     QStringLiteral("schema_version"),
                                     QStringLiteral("environmentType"),
                                     QStringLiteral("kvPairData")};
    return keys;
}

/// Requests of versions 4 and 5 have the same members, except for a few names.
void fillInsomniaRequest(ForeignObject &object, const InsomniaLevel &level, CollectionRequest &made)
{
    const NoteSink sink = made.sink();
    made.place = object.place();
    made.name = object.text(QStringLiteral("name"));
    made.url = object.text(QStringLiteral("url"));
    made.urlPlace = object.placeOf(u"url");
    made.folders = level.folders;
    made.scope = level.scope;
    made.auth = level.auth;
    made.headers = level.headers +
                   foreignPairs(object.value(QStringLiteral("headers")), object.placeOf(u"headers"), sink);
    made.query =
        foreignPairs(object.value(QStringLiteral("parameters")), object.placeOf(u"parameters"), sink);
    made.pathVariables =
        foreignPairs(object.value(QStringLiteral("pathParameters")), object.placeOf(u"pathParameters"), sink);
    const CollectionAuth auth = CollectionAuth::read(object.value(QStringLiteral("authentication")),
                                                     object.placeOf(u"authentication"), sink);
    if (auth.kind != CollectionAuth::Kind::Inherited)
        made.auth = auth;
    ForeignObject settings = object.object(QStringLiteral("settings"));
    settings.aside({QStringLiteral("encodeUrl"), QStringLiteral("cookies"),
                    QStringLiteral("renderRequestBody"), QStringLiteral("rebuildPath")},
                   ImportStrings::tr("says nothing about a connection"));
    settings.ignore({QStringLiteral("followRedirects")}, ImportStrings::tr("a redirect is not followed"));
    settings.tellRest(sink);
    object.aside({QStringLiteral("settingStoreCookies"), QStringLiteral("settingSendCookies"),
                  QStringLiteral("settingDisableRenderRequestBody"), QStringLiteral("settingEncodeUrl"),
                  QStringLiteral("settingRebuildPath"), QStringLiteral("settingFollowRedirects"),
                  QStringLiteral("method"), QStringLiteral("messages")},
                 ImportStrings::tr("says nothing about a connection"));
    object.ignore({QStringLiteral("body"), QStringLiteral("payload"), QStringLiteral("payloads")},
                  ImportStrings::tr("what is sent after the connection is open is not taken"));
    object.ignore({QStringLiteral("scripts"), QStringLiteral("preRequestScript"),
                   QStringLiteral("afterResponseScript")},
                  ImportStrings::tr("scripts are not run"));
    object.aside(insomniaAsides(), ImportStrings::tr("says nothing about a connection"));
    object.tellRest(sink);
}

/// {"_type": "export", "__export_format": 4, "resources": […]}: a flat list of items that name their parents.
class InsomniaFourReader
{
public:
    InsomniaFourReader(ForeignObject &file, const ImportOptions &options, ImportResult &result)
        : m_options(options)
        , m_result(result)
    {
        qsizetype index = 0;
        for (const JsonValue *value : file.list(QStringLiteral("resources"))) {
            ForeignObject object(value, elementPlace(QStringLiteral("resources"), index++));
            m_byId.insert(object.text(QStringLiteral("_id")), m_resources.size());
            m_resources.append(object);
        }
    }

    void read()
    {
        for (ForeignObject &object : m_resources) {
            const QString type = object.text(QStringLiteral("_type"));
            if (type == QStringLiteral("websocket_request") || type == QStringLiteral("request")) {
                CollectionRequest made;
                made.isWebSocket = type == QStringLiteral("websocket_request");
                fillInsomniaRequest(object, levelOf(object), made);
                made.buildInto(m_result);
            } else if (type == QStringLiteral("websocket_payload")) {
                m_result.note(ImportNote::Kind::Ignored, object.place(),
                              ImportStrings::tr("what is sent after the connection is open is not taken"));
            } else if (type == QStringLiteral("workspace") || type == QStringLiteral("request_group") ||
                       type == QStringLiteral("environment") || type == QStringLiteral("cookie_jar") ||
                       type == QStringLiteral("api_spec")) {
                tellHolder(object);
            } else {
                m_result.note(
                    ImportNote::Kind::Ignored, object.place(),
                    ImportStrings::tr("“%1” is no request that opens a WebSocket").arg(type.left(40)));
            }
        }
    }

private:
    void tellHolder(ForeignObject &object)
    {
        for (const char *used : {"environment", "data", "headers", "authentication", "parentId"})
            static_cast<void>(object.value(QString::fromLatin1(used)));
        object.ignore({QStringLiteral("cookies"), QStringLiteral("contents")},
                      ImportStrings::tr("is not taken"));
        object.ignore({QStringLiteral("preRequestScript"), QStringLiteral("afterResponseScript")},
                      ImportStrings::tr("scripts are not run"));
        object.aside(insomniaAsides() +
                         QStringList{QStringLiteral("fileName"), QStringLiteral("contentType")},
                     ImportStrings::tr("says nothing about a connection"));
        object.tellRest([this](ImportNote::Kind kind, const QString &place, const QString &text) {
            m_result.note(kind, place, text);
        });
    }

    InsomniaLevel levelOf(ForeignObject &object)
    {
        // From the request up to its workspace.
        QList<qsizetype> above;
        QString parent = object.text(QStringLiteral("parentId"));
        while (!parent.isEmpty() && above.size() < DeepestInsomniaFolder) {
            const auto found = m_byId.constFind(parent);
            if (found == m_byId.constEnd() || above.contains(*found))
                break;
            above.prepend(*found);
            parent = m_resources[*found].text(QStringLiteral("parentId"));
        }
        InsomniaLevel level;
        const NoteSink none = [](auto, const auto &, const auto &) {};
        for (const qsizetype index : above) {
            ForeignObject &holder = m_resources[index];
            const QString type = holder.text(QStringLiteral("_type"));
            const QString id = holder.text(QStringLiteral("_id"));
            // The base environment of a workspace; those below it are selected by hand.
            for (ForeignObject &environment : m_resources)
                if (environment.text(QStringLiteral("_type")) == QStringLiteral("environment") &&
                    environment.text(QStringLiteral("parentId")) == id)
                    flattenInsomniaData(environment.value(QStringLiteral("data")), {}, level.scope, 0);
            if (type != QStringLiteral("request_group"))
                continue;
            flattenInsomniaData(holder.value(QStringLiteral("environment")), {}, level.scope, 0);
            level.headers +=
                foreignPairs(holder.value(QStringLiteral("headers")), holder.placeOf(u"headers"), none);
            const CollectionAuth auth = CollectionAuth::read(holder.value(QStringLiteral("authentication")),
                                                             holder.placeOf(u"authentication"), none);
            if (auth.kind != CollectionAuth::Kind::Inherited)
                level.auth = auth;
            level.folders.append(holder.text(QStringLiteral("name")).left(200));
        }
        level.scope.set(m_options.variables);
        return level;
    }

    const ImportOptions &m_options;
    ImportResult &m_result;
    QList<ForeignObject> m_resources;
    QHash<QString, qsizetype> m_byId;
};

/// "type: collection.insomnia.rest/5.0": requests are inside their folders.
class InsomniaFiveReader
{
public:
    explicit InsomniaFiveReader(ImportResult &result)
        : m_result(result)
    {
    }

    void items(ForeignObject &holder, const QString &key, const InsomniaLevel &level, int depth)
    {
        qsizetype index = 0;
        for (const JsonValue *value : holder.list(key)) {
            ForeignObject item(value, elementPlace(holder.placeOf(key), index++));
            if (depth > DeepestInsomniaFolder) {
                m_result.note(ImportNote::Kind::Ignored, item.place(),
                              ImportStrings::tr("it is nested too deeply"));
                return;
            }
            if (item.has(u"children")) {
                folder(item, level, depth);
                continue;
            }
            CollectionRequest made;
            ForeignObject meta = item.object(QStringLiteral("meta"));
            made.isWebSocket = meta.text(QStringLiteral("id")).startsWith(QLatin1String("ws-req"));
            fillInsomniaRequest(item, level, made);
            made.buildInto(m_result);
        }
    }

private:
    void folder(ForeignObject &item, const InsomniaLevel &level, int depth)
    {
        const NoteSink sink = [this](ImportNote::Kind kind, const QString &place, const QString &text) {
            m_result.note(kind, place, text);
        };
        InsomniaLevel inside = level;
        const QString name = item.text(QStringLiteral("name")).left(200);
        if (!name.isEmpty())
            inside.folders.append(name);
        flattenInsomniaData(item.value(QStringLiteral("environment")), {}, inside.scope, 0);
        inside.headers += foreignPairs(item.value(QStringLiteral("headers")), item.placeOf(u"headers"), sink);
        const CollectionAuth auth = CollectionAuth::read(item.value(QStringLiteral("authentication")),
                                                         item.placeOf(u"authentication"), sink);
        if (auth.kind != CollectionAuth::Kind::Inherited)
            inside.auth = auth;
        items(item, QStringLiteral("children"), inside, depth + 1);
        item.ignore({QStringLiteral("scripts")}, ImportStrings::tr("scripts are not run"));
        item.aside(insomniaAsides(), ImportStrings::tr("says nothing about a connection"));
        item.tellRest(sink);
    }

    ImportResult &m_result;
};

} // namespace

ImportResult importInsomnia(const JsonValue &root, const ImportOptions &options)
{
    ImportResult result;
    const NoteSink sink = [&result](ImportNote::Kind kind, const QString &place, const QString &text) {
        result.note(kind, place, text);
    };
    ForeignObject file(&root, {});
    if (file.has(u"resources")) {
        result.format = ImportStrings::tr("Insomnia export, version 4");
        InsomniaFourReader(file, options, result).read();
        file.aside({QStringLiteral("_type"), QStringLiteral("__export_format"),
                    QStringLiteral("__export_date"), QStringLiteral("__export_source")},
                   ImportStrings::tr("says nothing about a connection"));
        file.tellRest(sink);
        return result;
    }
    result.format = ImportStrings::tr("Insomnia export, version 5");
    InsomniaLevel level;
    ForeignObject environments = file.object(QStringLiteral("environments"));
    flattenInsomniaData(environments.value(QStringLiteral("data")), {}, level.scope, 0);
    if (environments.has(u"subEnvironments"))
        environments.ignore(
            {QStringLiteral("subEnvironments")},
            ImportStrings::tr("only the base environment holds; the others are chosen by hand"));
    environments.aside(insomniaAsides(), ImportStrings::tr("says nothing about a connection"));
    environments.tellRest(sink);
    level.scope.set(options.variables);
    level.headers = foreignPairs(file.value(QStringLiteral("headers")), file.placeOf(u"headers"), sink);
    level.auth = CollectionAuth::read(file.value(QStringLiteral("authentication")),
                                      file.placeOf(u"authentication"), sink);
    InsomniaFiveReader(result).items(file, QStringLiteral("collection"), level, 0);
    file.ignore({QStringLiteral("cookieJar"), QStringLiteral("certificates"), QStringLiteral("spec"),
                 QStringLiteral("testSuites")},
                ImportStrings::tr("is not taken"));
    file.aside(insomniaAsides(), ImportStrings::tr("says nothing about a connection"));
    file.tellRest(sink);
    return result;
}

} // namespace Pongwatch
