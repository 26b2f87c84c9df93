// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/collectionrequest.h"
#include "workspace/importstrings.h"

#include <QRegularExpression>

namespace Pongwatch
{

namespace
{

constexpr int DeepestBrunoFolder = 20;

const QStringList &brunoAsides()
{
    static const QStringList keys = {QStringLiteral("uid"),
                                     QStringLiteral("seq"),
                                     QStringLiteral("filename"),
                                     QStringLiteral("pathname"),
                                     QStringLiteral("docs"),
                                     QStringLiteral("version"),
                                     QStringLiteral("name"),
                                     QStringLiteral("type"),
                                     QStringLiteral("tags"),
                                     QStringLiteral("examples"),
                                     QStringLiteral("brunoConfig"),
                                     QStringLiteral("root"),
                                     QStringLiteral("activeEnvironmentUid"),
                                     QStringLiteral("opencollection"),
                                     QStringLiteral("bundled"),
                                     QStringLiteral("method"),
                                     QStringLiteral("exportedAt"),
                                     QStringLiteral("exportedUsing"),
                                     QStringLiteral("info"),
                                     QStringLiteral("isTransient")};
    return keys;
}

struct BrunoLevel {
    TemplateScope scope;
    CollectionAuth auth;
    QList<ForeignPair> headers;
    QStringList folders;
};

/// Bruno's export ("items" with "request") and OpenCollection ("items" with "http", "websocket").
class BrunoReader
{
public:
    explicit BrunoReader(ImportResult &result)
        : m_result(result)
    {
    }

    void environments(ForeignObject &holder, TemplateScope &scope)
    {
        qsizetype index = 0;
        const QList<const JsonValue *> list = holder.list(QStringLiteral("environments"));
        for (const JsonValue *value : list) {
            ForeignObject environment(value, elementPlace(holder.placeOf(u"environments"), index++));
            const QList<ForeignPair> pairs = foreignPairs(environment.value(QStringLiteral("variables")),
                                                          environment.placeOf(u"variables"), sink());
            if (list.size() > 1)
                m_result.note(ImportNote::Kind::Ignored, environment.place(),
                              ImportStrings::tr("which of the environments holds is chosen by hand"));
            else
                scope.set(pairs, sink());
            environment.aside(brunoAsides() + QStringList{QStringLiteral("color")},
                              ImportStrings::tr("says nothing about a connection"));
            environment.tellRest(sink());
        }
    }

    void items(ForeignObject &holder, const BrunoLevel &level, int depth)
    {
        qsizetype index = 0;
        for (const JsonValue *value : holder.list(QStringLiteral("items"))) {
            ForeignObject item(value, elementPlace(holder.placeOf(u"items"), index++));
            if (depth > DeepestBrunoFolder) {
                m_result.note(ImportNote::Kind::Ignored, item.place(),
                              ImportStrings::tr("it is nested too deeply"));
                return;
            }
            ForeignObject info = item.object(QStringLiteral("info"));
            const QString name = item.textOfAny({QStringLiteral("name")}) + info.text(QStringLiteral("name"));
            const QString type = info.text(QStringLiteral("type"));
            info.aside(brunoAsides(), ImportStrings::tr("says nothing about a connection"));
            info.tellRest(sink());
            if (item.has(u"items"))
                folder(item, name, level, depth);
            else
                request(item, name, type, level);
        }
    }

    /// What a collection or folder sets for everything in it.
    void readLevel(ForeignObject &holder, BrunoLevel &level)
    {
        level.headers +=
            foreignPairs(holder.value(QStringLiteral("headers")), holder.placeOf(u"headers"), sink());
        variables(holder.value(QStringLiteral("vars")), holder.placeOf(u"vars"), level.scope);
        variables(holder.value(QStringLiteral("variables")), holder.placeOf(u"variables"), level.scope);
        const CollectionAuth auth =
            CollectionAuth::read(holder.value(QStringLiteral("auth")), holder.placeOf(u"auth"), sink());
        if (auth.kind != CollectionAuth::Kind::Inherited)
            level.auth = auth;
    }

private:
    [[nodiscard]] NoteSink sink()
    {
        return [this](ImportNote::Kind kind, const QString &place, const QString &text) {
            m_result.note(kind, place, text);
        };
    }

    /// A list of pairs, or {"req": [pairs]}.
    void variables(const JsonValue *value, const QString &place, TemplateScope &scope)
    {
        if (value && value->kind() == JsonValue::Kind::Object && value->find(u"req"))
            value = &value->find(u"req")->value;
        scope.set(foreignPairs(value, place, sink()), sink());
    }

    void folder(ForeignObject &item, const QString &name, const BrunoLevel &level, int depth)
    {
        BrunoLevel inside = level;
        if (!name.isEmpty())
            inside.folders.append(name.left(200));
        ForeignObject root = item.object(QStringLiteral("root"));
        ForeignObject defaults = root.object(QStringLiteral("request"));
        readLevel(defaults, inside);
        ForeignObject open = item.object(QStringLiteral("request"));
        readLevel(open, inside);
        items(item, inside, depth + 1);
        item.aside(brunoAsides(), ImportStrings::tr("says nothing about a connection"));
        item.tellRest(sink());
    }

    void request(ForeignObject &item, const QString &name, const QString &infoType, const BrunoLevel &level)
    {
        CollectionRequest made;
        const NoteSink noted = made.sink();
        made.place = item.place();
        made.name = name;
        made.folders = level.folders;
        made.scope = level.scope;
        made.auth = level.auth;
        const QString type = item.text(QStringLiteral("type")) + infoType;
        made.isWebSocket =
            type.startsWith(QLatin1String("ws")) || type.startsWith(QLatin1String("websocket"));
        for (const char *key : {"request", "http", "websocket", "ws"}) {
            ForeignObject inside = item.object(QString::fromLatin1(key));
            if (inside.isObject())
                fill(inside, level, made, noted);
        }
        item.ignore({QStringLiteral("settings"), QStringLiteral("runtime")},
                    ImportStrings::tr("is not taken"));
        item.aside(brunoAsides(), ImportStrings::tr("says nothing about a connection"));
        item.tellRest(noted);
        made.buildInto(m_result);
    }

    void fill(ForeignObject &request, const BrunoLevel &level, CollectionRequest &made, const NoteSink &noted)
    {
        made.url = request.text(QStringLiteral("url"));
        made.urlPlace = request.placeOf(u"url");
        made.headers = level.headers + foreignPairs(request.value(QStringLiteral("headers")),
                                                    request.placeOf(u"headers"), noted);
        for (const ForeignPair &pair :
             foreignPairs(request.value(QStringLiteral("params")), request.placeOf(u"params"), noted)) {
            // Query parameters repeat what is in the URL; path parameters are filled in.
            if (made.url.contains(QStringLiteral("/:") + pair.name))
                made.pathVariables.append(pair);
            else if (pair.enabled && !made.url.contains(pair.name + u'='))
                made.query.append(pair);
            else
                noted(ImportNote::Kind::Aside, pair.place,
                      pair.enabled ? ImportStrings::tr("repeats what is taken already")
                                   : ImportStrings::tr("is switched off there"));
        }
        variables(request.value(QStringLiteral("vars")), request.placeOf(u"vars"), made.scope);
        const CollectionAuth auth =
            CollectionAuth::read(request.value(QStringLiteral("auth")), request.placeOf(u"auth"), noted);
        if (auth.kind != CollectionAuth::Kind::Inherited)
            made.auth = auth;
        request.ignore({QStringLiteral("body"), QStringLiteral("message"), QStringLiteral("messages")},
                       ImportStrings::tr("what is sent after the connection is open is not taken"));
        request.ignore({QStringLiteral("script"), QStringLiteral("scripts"), QStringLiteral("tests"),
                        QStringLiteral("assertions")},
                       ImportStrings::tr("scripts are not run"));
        request.aside(brunoAsides(), ImportStrings::tr("says nothing about a connection"));
        request.tellRest(noted);
    }

    ImportResult &m_result;
};

/// One block of a .bru file: "headers { … }".
struct BruBlock {
    QString name;
    qsizetype line = 0;
    QStringList lines;
};

QList<BruBlock> bruBlocks(const QString &text, ImportResult &result)
{
    QList<BruBlock> blocks;
    static const QRegularExpression head(QStringLiteral("^([a-z][a-z0-9:-]*)\\s*([{\\[])\\s*$"));
    bool inside = false;
    QString end;
    qsizetype number = 0;
    for (QString line : text.split(u'\n')) {
        ++number;
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (inside && line == end) {
            inside = false;
        } else if (inside) {
            blocks.last().lines.append(line);
        } else if (const auto match = head.match(line); match.hasMatch()) {
            blocks.append({match.captured(1), number, {}});
            end = match.captured(2) == QStringLiteral("{") ? QStringLiteral("}") : QStringLiteral("]");
            inside = true;
        } else if (!line.trimmed().isEmpty()) {
            result.note(ImportNote::Kind::Ignored, ImportStrings::tr("line %1").arg(number),
                        ImportStrings::tr("it is in no block"));
        }
    }
    return blocks;
}

/// "name: value" lines; "~name: value" is disabled.
QList<ForeignPair> bruPairs(const BruBlock &block, const NoteSink &sink)
{
    QList<ForeignPair> pairs;
    for (qsizetype i = 0; i < block.lines.size(); ++i) {
        const QString line = block.lines[i].trimmed();
        const QString place = ImportStrings::tr("line %1").arg(block.line + i + 1);
        if (line.isEmpty())
            continue;
        const qsizetype colon = line.indexOf(u':');
        if (colon < 0) {
            sink(ImportNote::Kind::Ignored, place, ImportStrings::tr("it has no colon"));
            continue;
        }
        QString name = line.left(colon).trimmed();
        const bool isOff = name.startsWith(u'~');
        if (isOff)
            name.remove(0, 1);
        pairs.append({name, line.mid(colon + 1).trimmed(), place, !isOff});
    }
    return pairs;
}

} // namespace

ImportResult importBruno(const JsonValue &root, const ImportOptions &options)
{
    ImportResult result;
    result.format = root.find(u"opencollection") ? ImportStrings::tr("OpenCollection")
                                                 : ImportStrings::tr("Bruno collection");
    const NoteSink sink = [&result](ImportNote::Kind kind, const QString &place, const QString &text) {
        result.note(kind, place, text);
    };
    ForeignObject file(&root, {});
    BrunoReader reader(result);
    BrunoLevel level;
    reader.environments(file, level.scope);
    ForeignObject config = file.object(QStringLiteral("config"));
    reader.environments(config, level.scope);
    config.tellRest(sink);
    ForeignObject root2 = file.object(QStringLiteral("root"));
    ForeignObject defaults = root2.object(QStringLiteral("request"));
    reader.readLevel(defaults, level);
    ForeignObject open = file.object(QStringLiteral("request"));
    reader.readLevel(open, level);
    level.scope.set(options.variables);
    // In a file with a single request, its parts are at the top level.
    if (!file.has(u"items") && (file.has(u"websocket") || file.has(u"http"))) {
        JsonValue list = JsonValue::array({root});
        JsonValue wrapped = JsonValue::object();
        wrapped.set(QStringLiteral("items"), list);
        ForeignObject whole(&wrapped, {});
        reader.items(whole, level, 0);
        return result;
    }
    reader.items(file, level, 0);
    file.aside(brunoAsides(), ImportStrings::tr("says nothing about a connection"));
    file.tellRest(sink);
    return result;
}

ImportResult importBru(const QString &text, const ImportOptions &options)
{
    ImportResult result;
    result.format = ImportStrings::tr("Bruno request");
    CollectionRequest made;
    const NoteSink sink = made.sink();
    QString authMode;
    QHash<QString, CollectionAuth> auths;
    for (const BruBlock &block : bruBlocks(text, result)) {
        const QString place = ImportStrings::tr("line %1").arg(block.line);
        static const QStringList methods = {
            QStringLiteral("get"),     QStringLiteral("post"),    QStringLiteral("put"),
            QStringLiteral("delete"),  QStringLiteral("patch"),   QStringLiteral("head"),
            QStringLiteral("options"), QStringLiteral("connect"), QStringLiteral("trace"),
            QStringLiteral("ws"),      QStringLiteral("http")};
        if (block.name == QStringLiteral("meta")) {
            for (const ForeignPair &pair : bruPairs(block, sink)) {
                if (pair.name == QStringLiteral("name"))
                    made.name = pair.value;
                else if (pair.name == QStringLiteral("type"))
                    made.isWebSocket = made.isWebSocket || pair.value.startsWith(QLatin1String("ws"));
                else
                    sink(ImportNote::Kind::Aside, pair.place,
                         ImportStrings::tr("says nothing about a connection"));
            }
        } else if (methods.contains(block.name)) {
            made.isWebSocket = made.isWebSocket || block.name == QStringLiteral("ws");
            made.place = place;
            for (const ForeignPair &pair : bruPairs(block, sink)) {
                if (pair.name == QStringLiteral("url")) {
                    made.url = pair.value;
                    made.urlPlace = pair.place;
                } else if (pair.name == QStringLiteral("auth")) {
                    authMode = pair.value;
                } else {
                    sink(ImportNote::Kind::Aside, pair.place,
                         ImportStrings::tr("says nothing about a connection"));
                }
            }
        } else if (block.name == QStringLiteral("headers")) {
            made.headers = bruPairs(block, sink);
        } else if (block.name == QStringLiteral("query") || block.name == QStringLiteral("params:query")) {
            made.query = bruPairs(block, sink);
        } else if (block.name == QStringLiteral("params:path")) {
            made.pathVariables = bruPairs(block, sink);
        } else if (block.name == QStringLiteral("vars") || block.name == QStringLiteral("vars:pre-request")) {
            made.scope.set(bruPairs(block, sink), sink);
        } else if (block.name.startsWith(QLatin1String("auth:"))) {
            CollectionAuth auth;
            auth.kind = CollectionAuth::Kind::Given;
            auth.type = block.name.mid(5);
            auth.place = place;
            for (const ForeignPair &pair : bruPairs(block, sink))
                auth.values.insert(pair.name, pair.value);
            auths.insert(auth.type, auth);
        } else if (block.name.startsWith(QLatin1String("script")) || block.name == QStringLiteral("tests") ||
                   block.name == QStringLiteral("assert")) {
            sink(ImportNote::Kind::Ignored, place, ImportStrings::tr("scripts are not run"));
        } else if (block.name.startsWith(QLatin1String("body"))) {
            sink(ImportNote::Kind::Ignored, place,
                 ImportStrings::tr("what is sent after the connection is open is not taken"));
        } else if (block.name == QStringLiteral("docs") || block.name == QStringLiteral("settings")) {
            sink(ImportNote::Kind::Aside, place, ImportStrings::tr("says nothing about a connection"));
        } else {
            sink(ImportNote::Kind::Ignored, place,
                 ImportStrings::tr("the block %1 is not known here").arg(block.name.left(40)));
        }
    }
    // What is already in the URL is not added again.
    made.query.removeIf([&](const ForeignPair &pair) {
        const bool repeats = made.url.contains(pair.name + u'=');
        if (repeats)
            sink(ImportNote::Kind::Aside, pair.place, ImportStrings::tr("repeats what is taken already"));
        return repeats;
    });
    if (authMode.isEmpty() && auths.size() == 1)
        authMode = auths.cbegin().key();
    if (auths.contains(authMode))
        made.auth = auths.take(authMode);
    else if (authMode == QStringLiteral("inherit"))
        sink(ImportNote::Kind::Ignored, made.urlPlace,
             ImportStrings::tr("credentials that its folder or collection has are not in this file"));
    for (const CollectionAuth &auth : std::as_const(auths))
        sink(ImportNote::Kind::Aside, auth.place,
             ImportStrings::tr("belongs to another kind of credentials than is chosen"));
    made.scope.set(options.variables);
    if (made.place.isEmpty())
        result.refuse({}, ImportStrings::tr("there is no request in it"));
    else
        made.buildInto(result);
    return result;
}

} // namespace Pongwatch
