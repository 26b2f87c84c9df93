// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/collectionrequest.h"

#include "workspace/importstrings.h"
#include "workspace/profilebuilder.h"

#include <QRegularExpression>

namespace Pongwatch
{

namespace
{

/// How deeply variables may refer to each other, and the longest result.
constexpr int DeepestTemplate = 12;
constexpr qsizetype LongestTemplate = 64 * 1024;

/// "_.host", "_['host']" and "_["host"]" all mean "host".
QString bareVariableName(QString name)
{
    name = name.trimmed();
    if (name.startsWith(QLatin1String("_.")))
        return name.mid(2);
    static const QRegularExpression subscript(QStringLiteral("^_\\[['\"](.+)['\"]\\]$"));
    if (const auto match = subscript.match(name); match.hasMatch())
        return match.captured(1);
    // Bruno's "process.env.NAME"
    if (name.startsWith(QLatin1String("process.env.")))
        return name.mid(12);
    return name;
}

/// Passes credentials to a builder, with the variables of the request.
class AuthTaker
{
public:
    AuthTaker(const CollectionRequest &request, ProfileBuilder &builder, ImportResult &result)
        : m_request(request)
        , m_auth(request.auth)
        , m_builder(builder)
        , m_result(result)
    {
    }

    void take()
    {
        if (m_auth.kind != CollectionAuth::Kind::Given)
            return;
        const QString type = m_auth.type.toLower();
        if (type == QStringLiteral("bearer")) {
            bearer(value({"token", "accessToken"}), value({"prefix"}));
        } else if (type == QStringLiteral("basic")) {
            basic();
        } else if (type == QStringLiteral("apikey") || type == QStringLiteral("api-key")) {
            apiKey();
        } else if (type == QStringLiteral("oauth2") && !value({"accessToken", "token"}).isEmpty()) {
            if (value({"addTokenTo"}).startsWith(QLatin1String("query")))
                m_builder.addQuery(QStringLiteral("access_token"), value({"accessToken", "token"}));
            else
                bearer(value({"accessToken", "token"}), value({"headerPrefix", "prefix"}));
        } else {
            m_builder.ignore(
                m_auth.place,
                ImportStrings::tr("credentials of the kind %1 are not taken").arg(m_auth.type.left(30)));
            return;
        }
        for (auto it = m_auth.values.cbegin(); it != m_auth.values.cend(); ++it) {
            if (!m_asked.contains(it.key()) && !it->isEmpty())
                m_builder.ignore(QStringLiteral("%1.%2").arg(m_auth.place, it.key().left(60)),
                                 ImportStrings::tr("is not known here"));
        }
    }

private:
    /// A variable that is the whole value, but has none itself, becomes a reference to the environment.
    QString value(std::initializer_list<const char *> names)
    {
        for (const char *name : names) {
            const QString key = QString::fromLatin1(name);
            m_asked.insert(key);
            const QString text = m_auth.values.value(key);
            if (text.isEmpty())
                continue;
            QStringList unknown;
            const QString expanded = m_request.scope.expanded(text, &unknown);
            if (unknown.isEmpty())
                return expanded;
            m_result.addUnknownVariable(unknown.first());
            static const QRegularExpression whole(QStringLiteral("^\\{\\{[^{}]+\\}\\}$"));
            const std::optional<SecretReference> reference = SecretReference::parse(u'$' + unknown.first());
            if (whole.match(expanded.trimmed()).hasMatch() && reference) {
                m_builder.note(
                    ImportNote::Kind::Changed, m_auth.place,
                    ImportStrings::tr(
                        "the variable %1 has no value here: it is taken from the environment, as %2")
                        .arg(unknown.first(), reference->text()));
                return reference->text();
            }
            m_builder.ignore(m_auth.place,
                             ImportStrings::tr("the variable %1 has no value here").arg(unknown.first()));
            return {};
        }
        return {};
    }

    void bearer(const QString &token, const QString &prefix)
    {
        if (prefix.isEmpty() || prefix.compare(QLatin1String("bearer"), Qt::CaseInsensitive) == 0)
            m_builder.setBearer(token);
        else
            m_builder.addHeader(QStringLiteral("Authorization"), prefix + u' ' + token, m_auth.place);
    }

    void basic()
    {
        const QString user = value({"username"});
        const QString password = value({"password"});
        m_builder.setBasic(QStringLiteral("%1:%2").arg(user, password));
    }

    void apiKey()
    {
        const QString key = value({"key"});
        const QString secret = value({"value"});
        const QString where = value({"in", "addTo", "placement"}).toLower();
        if (key.isEmpty() || secret.isEmpty())
            m_builder.ignore(m_auth.place, ImportStrings::tr("the API key has no name or no value"));
        else if (where.startsWith(QLatin1String("query")))
            m_builder.addQuery(key, secret);
        else if (where == QStringLiteral("cookie"))
            m_builder.addHeader(QStringLiteral("Cookie"), QStringLiteral("%1=%2").arg(key, secret),
                                m_auth.place);
        else
            m_builder.addHeader(key, secret, m_auth.place);
        static const QStringList known = {QString(),
                                          QStringLiteral("header"),
                                          QStringLiteral("headers"),
                                          QStringLiteral("query"),
                                          QStringLiteral("queryparams"),
                                          QStringLiteral("cookie")};
        if (!known.contains(where))
            m_builder.note(
                ImportNote::Kind::Changed, m_auth.place,
                ImportStrings::tr("where the API key belongs is not known: it is sent as a header"));
    }

    const CollectionRequest &m_request;
    const CollectionAuth &m_auth;
    ProfileBuilder &m_builder;
    ImportResult &m_result;
    QSet<QString> m_asked;
};

/// "/ws/:room" with the room filled in; the first name without a value is stored in `missing`.
QString withPathVariables(const QString &url, const QList<ForeignPair> &variables, const TemplateScope &scope,
                          QStringList *unknown, QString *missing)
{
    const qsizetype host = url.indexOf(QStringLiteral("://"));
    const qsizetype path = url.indexOf(u'/', host < 0 ? 0 : host + 3);
    if (path < 0)
        return url;
    qsizetype end = url.indexOf(QRegularExpression(QStringLiteral("[?#]")), path);
    if (end < 0)
        end = url.size();
    QStringList segments = url.mid(path, end - path).split(u'/');
    static const QRegularExpression variable(QStringLiteral("^:([A-Za-z_][\\w.-]*)$"));
    for (QString &segment : segments) {
        const auto match = variable.match(segment);
        if (!match.hasMatch())
            continue;
        const auto found =
            std::find_if(variables.cbegin(), variables.cend(), [&match](const ForeignPair &pair) {
                return pair.enabled && pair.name == match.captured(1);
            });
        if (found == variables.cend() || found->value.isEmpty()) {
            if (missing->isEmpty())
                *missing = match.captured(0);
            continue;
        }
        segment = QString::fromLatin1(QUrl::toPercentEncoding(scope.expanded(found->value, unknown)));
    }
    return url.left(path) + segments.join(u'/') + url.mid(end);
}

} // namespace

void TemplateScope::set(const QList<ForeignPair> &pairs, const NoteSink &sink)
{
    for (const ForeignPair &pair : pairs)
        if (pair.enabled)
            m_values.insert(pair.name, pair.value);
        else
            sink(ImportNote::Kind::Aside, pair.place, ImportStrings::tr("is switched off there"));
}

QString TemplateScope::expanded(const QString &text, QStringList *unknown) const
{
    return expanded(text, unknown, 0);
}

QString TemplateScope::expanded(const QString &text, QStringList *unknown, int depth) const
{
    QString result;
    qsizetype at = 0;
    while (at < text.size() && result.size() < LongestTemplate) {
        const qsizetype start = text.indexOf(QLatin1String("{{"), at);
        const qsizetype end = start < 0 ? -1 : text.indexOf(QLatin1String("}}"), start);
        if (end < 0)
            break;
        result += QStringView(text).mid(at, start - at);
        const QString name = bareVariableName(text.mid(start + 2, end - start - 2));
        const auto found = m_values.constFind(name);
        if (found != m_values.constEnd() && !found->isEmpty() && depth < DeepestTemplate) {
            result += expanded(*found, unknown, depth + 1);
        } else {
            result += QStringView(text).mid(start, end + 2 - start);
            if (unknown && !unknown->contains(name))
                unknown->append(name.left(100));
        }
        at = end + 2;
    }
    return QString(result + text.mid(at)).left(LongestTemplate);
}

CollectionAuth CollectionAuth::read(const JsonValue *value, const QString &place, const NoteSink &sink)
{
    CollectionAuth auth;
    auth.place = place;
    if (!value)
        return auth;
    if (value->kind() == JsonValue::Kind::String) {
        // "inherit", "none" of an OpenCollection
        auth.kind = value->toString() == QStringLiteral("inherit") ? Kind::Inherited : Kind::None;
        return auth;
    }
    ForeignObject object(value, place);
    const JsonValue *switchedOff = object.value(QStringLiteral("disabled"));
    auth.type = object.textOfAny({QStringLiteral("type"), QStringLiteral("mode")});
    if (switchedOff && ForeignObject::textOf(*switchedOff) == QStringLiteral("true")) {
        sink(ImportNote::Kind::Aside, place, ImportStrings::tr("is switched off there"));
        auth.kind = Kind::None;
        return auth;
    }
    if (auth.type.isEmpty() || auth.type == QStringLiteral("inherit"))
        return auth;
    if (auth.type == QStringLiteral("noauth") || auth.type == QStringLiteral("none")) {
        auth.kind = Kind::None;
        return auth;
    }
    auth.kind = Kind::Given;
    for (const QString &key : {auth.type, QStringLiteral("credentials"), QStringLiteral("configs")})
        for (const ForeignPair &pair : foreignPairs(object.value(key), object.placeOf(key), sink))
            auth.values.insert(pair.name, pair.value);
    for (const JsonMember &member : value->children()) {
        const QString key = member.key();
        if (key == QStringLiteral("type") || key == QStringLiteral("mode") ||
            key == QStringLiteral("disabled") || key == auth.type || key == QStringLiteral("credentials") ||
            key == QStringLiteral("configs"))
            continue;
        if (!member.value.isContainer())
            auth.values.insert(key, ForeignObject::textOf(member.value));
        else if (!member.value.children().empty())
            sink(ImportNote::Kind::Aside, object.placeOf(key),
                 ImportStrings::tr("belongs to another kind of credentials than is chosen"));
    }
    return auth;
}

NoteSink CollectionRequest::sink()
{
    return [this](ImportNote::Kind kind, const QString &at, const QString &text) {
        if (notes.size() < ReadLog::Most)
            notes.append({kind, at, text});
    };
}

void CollectionRequest::buildInto(ImportResult &result)
{
    QStringList unknown;
    QString missing;
    const QString expandedUrl = scope.expanded(url.trimmed(), &unknown);
    QString text = withPathVariables(expandedUrl, pathVariables, scope, &unknown, &missing);
    const bool isUpgrade = std::any_of(headers.cbegin(), headers.cend(), [](const ForeignPair &header) {
        return header.enabled && header.name.compare(QLatin1String("upgrade"), Qt::CaseInsensitive) == 0 &&
               header.value.contains(QLatin1String("websocket"), Qt::CaseInsensitive);
    });
    const bool hasScheme = text.contains(QStringLiteral("://"));
    const bool isWs = text.startsWith(QLatin1String("ws"), Qt::CaseInsensitive) && hasScheme;
    const bool isMeant = isWebSocket || isUpgrade || isWs;
    // A URL with another scheme is enough to reject it; a variable in its place could be anything.
    if (!isMeant && (hasScheme && !text.startsWith(QLatin1String("{{")))) {
        result.note(ImportNote::Kind::Ignored, place, ImportStrings::tr("a request that opens no WebSocket"));
        return;
    }
    if (!isMeant && unknown.isEmpty()) {
        result.note(ImportNote::Kind::Ignored, place,
                    text.isEmpty() ? ImportStrings::tr("it has no URL")
                                   : ImportStrings::tr("a request that opens no WebSocket"));
        return;
    }
    for (const QString &name : std::as_const(unknown))
        result.addUnknownVariable(name);
    if (!unknown.isEmpty()) {
        result.refuse(place,
                      ImportStrings::tr("the variable %1 in the URL has no value here").arg(unknown.first()));
        return;
    }
    if (!missing.isEmpty()) {
        result.refuse(place, ImportStrings::tr("%1 in the URL's path has no value here").arg(missing));
        return;
    }
    if (!hasScheme)
        text.prepend(QStringLiteral("ws://")); // what Postman and Insomnia dial
    ProfileBuilder builder(place);
    builder.setUrl(text, urlPlace);
    builder.setName(name);
    builder.profile().tags = folders;
    for (const ImportNote &one : std::as_const(notes))
        builder.note(one.kind, one.place, one.text);
    for (const ForeignPair &header : std::as_const(headers)) {
        QStringList without;
        const QString value = scope.expanded(header.value, &without);
        if (!header.enabled)
            builder.note(ImportNote::Kind::Aside, header.place, ImportStrings::tr("is switched off there"));
        else if (without.isEmpty())
            builder.addHeader(scope.expanded(header.name, &without), value, header.place);
        else {
            result.addUnknownVariable(without.first());
            builder.ignore(header.place, ImportStrings::tr("%1: the variable %2 has no value here")
                                             .arg(header.name.left(60), without.first()));
        }
    }
    for (const ForeignPair &parameter : std::as_const(query)) {
        QStringList without;
        const QString value = scope.expanded(parameter.value, &without);
        if (!parameter.enabled)
            builder.note(ImportNote::Kind::Aside, parameter.place,
                         ImportStrings::tr("is switched off there"));
        else if (without.isEmpty())
            builder.addQuery(parameter.name, value);
        else {
            result.addUnknownVariable(without.first());
            builder.ignore(parameter.place, ImportStrings::tr("%1: the variable %2 has no value here")
                                                .arg(parameter.name.left(60), without.first()));
        }
    }
    if (verify == false)
        builder.setInsecure(place);
    AuthTaker(*this, builder, result).take();
    builder.buildInto(result);
}

} // namespace Pongwatch
