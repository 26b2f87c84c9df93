// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/scriptimport.h"

#include "workspace/foreignobject.h"
#include "workspace/importstrings.h"
#include "workspace/profilebuilder.h"
#include "workspace/scriptscanner.h"
#include "workspace/yamlreader.h"

#include <QRegularExpression>

namespace Pongwatch
{

namespace
{

const QRegularExpression &callPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral("(?:\\b(?<what>fetch|new\\s+WebSocket|new\\s+ReconnectingWebSocket|new\\s+"
                       "WebSocketClient|websockets?\\.(?:unix_)?connect|(?:websocket\\.)?create_connection|"
                       "websocket\\.WebSocketApp|new\\s+EventSource)\\s*)\\("));
    return pattern;
}

const QRegularExpression &powerShellPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*(\\$\\w+\\s*=\\s*)?(Invoke-WebRequest|Invoke-RestMethod|iwr|irm)\\b|^\\s*\\$"
                       "(session|cookie|headers)(\\.\\w+)*\\s*(=|\\.?Cookies|\\.?Add\\(|\\()"),
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

const QRegularExpression &pythonContextPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*context(\\s*=\\s*ssl\\.|\\.load_cert_chain|\\.check_hostname|\\.verify_mode)|^"
                       "\\s*(import\\s+[\\w, .]+|async def main\\(\\):|"
                       "asyncio\\.run\\(main\\(\\)\\)|async for message in connection:|print\\(message\\)|# "
                       "Version 14 has renamed the argument\\.|"
                       "new = int\\(websockets\\.__version__.*|headers = \"additional_headers\".*)\\s*$"));
    return pattern;
}

/// "const url = …", "headers = …": a name and its value.
const QRegularExpression &assignmentPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*(?:export\\s+)?(?:(?:const|let|var|final|static)\\s+)?([A-Za-z_$][\\w$]*)\\s*(?:"
                       ":\\s*[\\w<>\\[\\], "
                       "]+)?=\\s*([fFrR]?[\"'`{\\[].*?);?\\s*$"),
        QRegularExpression::DotMatchesEverythingOption);
    return pattern;
}

/// The arguments of a call, split at commas; `end` is set to after the closing bracket.
QStringList argumentsOf(const QString &text, qsizetype open, qsizetype *end)
{
    QStringList arguments;
    const QStringView inside = QStringView(text).mid(open + 1);
    ScriptScanner scanner(inside);
    qsizetype begin = 0;
    while (scanner.next()) {
        if (scanner.quoted())
            continue;
        if (scanner.depth() < 0) {
            arguments.append(inside.mid(begin, scanner.at() - begin).trimmed().toString());
            *end = open + 2 + scanner.at();
            return arguments;
        }
        if (scanner.depth() == 0 && scanner.current() == u',') {
            arguments.append(inside.mid(begin, scanner.at() - begin).trimmed().toString());
            begin = scanner.at() + 1;
        }
    }
    arguments.append(inside.mid(begin).trimmed().toString());
    *end = text.size();
    return arguments;
}

/// A string literal in JavaScript or Python; nullopt for an expression.
std::optional<QString> literalOf(QString text)
{
    text = text.trimmed();
    if (text.size() < 2 || text.front() != text.back() || !QStringView(u"\"'`").contains(text.front()))
        return std::nullopt;
    const QChar quote = text.front();
    const QString inside = text.mid(1).chopped(1);
    if (inside.contains(QLatin1String("${")) && quote == u'`')
        return std::nullopt;
    QString result;
    for (qsizetype i = 0; i < inside.size(); ++i) {
        if (inside[i] == quote)
            return std::nullopt; // two literals, with something in between
        if (inside[i] != u'\\' || i + 1 >= inside.size()) {
            result += inside[i];
            continue;
        }
        const QChar c = inside[++i];
        if ((c == u'u' && i + 4 < inside.size()) || (c == u'x' && i + 2 < inside.size())) {
            const qsizetype length = c == u'u' ? 4 : 2;
            result += QChar(QStringView(inside).mid(i + 1, length).toUShort(nullptr, 16));
            i += length;
        } else {
            result += c == u'n' ? QChar(u'\n') : c == u't' ? QChar(u'\t') : c == u'r' ? QChar(u'\r') : c;
        }
    }
    return result;
}

/// Converts an object or list in JavaScript or Python to JSON: names without quotes, other quotes, trailing
/// commas. Empty if it contains an expression.
QString asJson(const QString &text)
{
    static const QRegularExpression name(QStringLiteral("\\G([A-Za-z_$][\\w$]*)(\\s*:)?"));
    static const QRegularExpression lastComma(QStringLiteral("\\G,\\s*(?=[}\\]])"));
    static const QHash<QString, QString> words = {{QStringLiteral("true"), QStringLiteral("true")},
                                                  {QStringLiteral("false"), QStringLiteral("false")},
                                                  {QStringLiteral("null"), QStringLiteral("null")},
                                                  {QStringLiteral("True"), QStringLiteral("true")},
                                                  {QStringLiteral("False"), QStringLiteral("false")},
                                                  {QStringLiteral("None"), QStringLiteral("null")},
                                                  {QStringLiteral("undefined"), QStringLiteral("null")}};
    QString json;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'"' || c == u'\'' || c == u'`') {
            qsizetype end = i + 1;
            while (end < text.size() && text[end] != c)
                end += text[end] == u'\\' ? 2 : 1;
            const std::optional<QString> literal = literalOf(text.mid(i, end + 1 - i));
            if (!literal)
                return {};
            json += QString::fromUtf8(quoteJson(*literal));
            i = end;
        } else if (const auto word = name.match(text, i); word.hasMatch()) {
            const bool isKey = word.hasCaptured(2);
            if (!isKey && !words.contains(word.captured(1)))
                return {};
            json += isKey ? u'"' + word.captured(1) + QStringLiteral("\":") : words.value(word.captured(1));
            i = word.capturedEnd() - 1;
        } else if (const auto comma = lastComma.match(text, i); comma.hasMatch()) {
            i = comma.capturedEnd() - 1;
        } else {
            json += c;
        }
    }
    return json;
}

/// An object or list in JavaScript: JSON, or nearly, or whatever YAML can read.
std::optional<JsonValue> valueOf(const QString &text)
{
    JsonLimits limits;
    limits.values = 100'000;
    if (const Result<JsonDocument> json = parseJson(text.toUtf8(), limits))
        return json.value().root;
    if (const Result<JsonDocument> json = parseJson(asJson(text).toUtf8(), limits))
        return json.value().root;
    // YAML requires a space after a colon.
    static const QRegularExpression colon(QStringLiteral("(['\"\\w]):(?=['\"\\[{\\w])"));
    QString spaced = text;
    if (const Result<JsonValue> yaml = parseYaml(spaced.toUtf8(), limits))
        return yaml.value();
    spaced.replace(colon, QStringLiteral("\\1: "));
    const Result<JsonValue> yaml = parseYaml(spaced.toUtf8(), limits);
    return yaml ? std::optional(yaml.value()) : std::nullopt;
}

void takeObject(ForeignObject object, ProfileBuilder &builder)
{
    const NoteSink sink = [&builder](ImportNote::Kind kind, const QString &place, const QString &text) {
        builder.note(kind, place, text);
    };
    for (const ForeignPair &header :
         foreignPairs(object.value(QStringLiteral("headers")), object.placeOf(u"headers"), sink))
        builder.addHeader(header.name, header.value, header.place);
    if (const QString origin = object.text(QStringLiteral("origin")); !origin.isEmpty())
        builder.addHeader(QStringLiteral("Origin"), origin, object.placeOf(u"origin"));
    if (const QString referrer = object.text(QStringLiteral("referrer")); !referrer.isEmpty())
        builder.addHeader(QStringLiteral("Referer"), referrer, object.placeOf(u"referrer"));
    if (object.flag(QStringLiteral("rejectUnauthorized")) == false)
        builder.setInsecure(object.placeOf(u"rejectUnauthorized"));
    for (const char *key : {"protocol", "protocols", "subprotocols"}) {
        builder.addSubprotocols(object.text(QString::fromLatin1(key)));
        for (const JsonValue *one : object.list(QString::fromLatin1(key)))
            builder.addSubprotocols(ForeignObject::textOf(*one));
    }
    if (const QString method = object.text(QStringLiteral("method"));
        !method.isEmpty() && method.compare(QLatin1String("GET"), Qt::CaseInsensitive) != 0)
        builder.ignore(object.placeOf(u"method"), ImportStrings::tr("a handshake is always a GET"));
    object.ignore({QStringLiteral("body")}, ImportStrings::tr("a handshake has no body"));
    object.aside({QStringLiteral("credentials"), QStringLiteral("mode"), QStringLiteral("referrerPolicy"),
                  QStringLiteral("cache"), QStringLiteral("redirect"), QStringLiteral("integrity"),
                  QStringLiteral("keepalive")},
                 ImportStrings::tr("says nothing about a connection"));
    object.tellRest(sink);
}

/// Values for python-websockets: a number of seconds, or None.
std::optional<ProfileSettings::Limit> pythonLimit(const QString &text)
{
    if (text == QStringLiteral("None"))
        return ProfileSettings::Limit();
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (!isNumber || !(number >= 0.001) || number > 86400)
        return std::nullopt;
    return ProfileSettings::Limit(fromSeconds(number));
}

/// String literals and os.environ["NAME"], joined by plus signs; variables remain variables. nullopt for any
/// other expression.
std::optional<QString> joinedPythonText(const QString &expression)
{
    static const QRegularExpression environment(QStringLiteral("^os\\.environ\\[\"(\\w+)\"\\]$"));
    QString result;
    const auto take = [&result](const QString &part) {
        if (const auto match = environment.match(part); match.hasMatch())
            result += u'$' + match.captured(1);
        else if (const auto literal = literalOf(part))
            result += *literal;
        else
            return false;
        return true;
    };
    ScriptScanner scanner(expression);
    qsizetype begin = 0;
    while (scanner.next()) {
        if (scanner.quoted() || scanner.depth() != 0 || scanner.current() != u'+')
            continue;
        if (!take(expression.mid(begin, scanner.at() - begin).trimmed()))
            return std::nullopt;
        begin = scanner.at() + 1;
    }
    return take(expression.mid(begin).trimmed()) ? std::optional(result) : std::nullopt;
}

/// "…" or os.environ["NAME"], also after "Bearer " + and in base64, as written by Copy As.
QString pythonText(const QString &expression, QString *scheme)
{
    static const QRegularExpression bearer(
        QStringLiteral("^\"Bearer \"\\s*\\+\\s*os\\.environ\\[\"(\\w+)\"\\]$"));
    static const QRegularExpression basic(
        QStringLiteral("^\"Basic "
                       "\"\\s*\\+\\s*base64\\.b64encode\\(\\((\"(?:[^\"\\\\]|\\\\.)*\")\\s*\\+\\s*os\\."
                       "environ\\[\"(\\w+)\"\\]\\)\\.encode\\(\\)\\)\\.decode\\(\\)$"));
    if (const auto match = bearer.match(expression); match.hasMatch()) {
        *scheme = QStringLiteral("bearer");
        return u'$' + match.captured(1);
    }
    if (const auto match = basic.match(expression); match.hasMatch()) {
        *scheme = QStringLiteral("basic");
        return literalOf(match.captured(1)).value_or(QString()) + u'$' + match.captured(2);
    }
    return joinedPythonText(expression).value_or(QString());
}

void takePythonHeaders(const QString &list, const QString &place, ProfileBuilder &builder)
{
    qsizetype end = 0;
    const qsizetype open = list.indexOf(u'[');
    if (open < 0) {
        builder.ignore(place, ImportStrings::tr("only texts that stand there as they are can be taken"));
        return;
    }
    for (const QString &pair : argumentsOf(list, open, &end)) {
        if (!pair.startsWith(u'('))
            continue;
        const QStringList parts = argumentsOf(pair, 0, &end);
        QString scheme;
        const QString name = literalOf(parts.value(0)).value_or(QString());
        const QString value = pythonText(parts.value(1), &scheme);
        if (scheme == QStringLiteral("bearer"))
            builder.setBearer(value);
        else if (scheme == QStringLiteral("basic"))
            builder.setBasic(value);
        else if (name.isEmpty() || value.isEmpty())
            builder.ignore(place, ImportStrings::tr("only texts that stand there as they are can be taken"));
        else
            builder.addHeader(name, value, place);
    }
}

/// "name=value" in a Python call. Returns false if it isn't one.
bool takePythonArgument(const QString &argument, const QString &place, ProfileBuilder &builder)
{
    static const QRegularExpression headers(QStringLiteral("^\\*\\*\\{\\s*headers\\s*:\\s*(.*)\\}$"),
                                            QRegularExpression::DotMatchesEverythingOption);
    if (const auto match = headers.match(argument); match.hasMatch()) {
        takePythonHeaders(match.captured(1), place, builder);
        return true;
    }
    static const QRegularExpression keyword(QStringLiteral("^(\\w+)\\s*=\\s*(.*)$"),
                                            QRegularExpression::DotMatchesEverythingOption);
    const auto match = keyword.match(argument);
    if (!match.hasMatch())
        return false;
    const QString name = match.captured(1);
    const QString value = match.captured(2).trimmed();
    const QString at = QStringLiteral("%1, %2").arg(place, name);
    ProfileSettings &settings = builder.settings();
    const std::optional<ProfileSettings::Limit> limit = pythonLimit(value);
    if (name == QStringLiteral("ping_interval") && limit) {
        settings.pingInterval = *limit;
    } else if (name == QStringLiteral("ping_timeout") && limit) {
        settings.pingTimeout = *limit;
    } else if (name == QStringLiteral("open_timeout") && limit && *limit) {
        settings.openTimeout = **limit;
    } else if (name == QStringLiteral("close_timeout") && limit && *limit) {
        settings.closeTimeout = **limit;
    } else if (name == QStringLiteral("max_size") && value.toLongLong() > 0) {
        settings.maxMessageBytes = value.toLongLong();
    } else if (name == QStringLiteral("origin") && literalOf(value)) {
        settings.origin = *literalOf(value);
    } else if (name == QStringLiteral("subprotocols") && value.startsWith(u'[')) {
        qsizetype end = 0;
        for (const QString &one : argumentsOf(value, 0, &end))
            if (const auto protocol = joinedPythonText(one))
                builder.addSubprotocols(*protocol);
            else if (!one.isEmpty())
                builder.ignore(at, ImportStrings::tr("only texts that stand there as they are can be taken"));
    } else if (name == QStringLiteral("family") && value.endsWith(QLatin1String(".AF_INET"))) {
        settings.addressFamily = AddressFamily::IPv4;
    } else if (name == QStringLiteral("family") && value.endsWith(QLatin1String(".AF_INET6"))) {
        settings.addressFamily = AddressFamily::IPv6;
    } else if (name == QStringLiteral("sslopt")) {
        if (value.contains(QLatin1String("CERT_NONE")))
            builder.setInsecure(at);
        else
            builder.ignore(at, ImportStrings::tr("is not known here"));
    } else if (name == QStringLiteral("cookie") && literalOf(value)) {
        builder.addHeader(QStringLiteral("Cookie"), *literalOf(value), at);
    } else if (name.startsWith(QLatin1String("on_"))) {
        builder.note(ImportNote::Kind::Aside, at, ImportStrings::tr("scripts are not run"));
    } else if (name == QStringLiteral("extra_headers") || name == QStringLiteral("additional_headers") ||
               name == QStringLiteral("header")) {
        if (value.startsWith(u'{') || (name == QStringLiteral("header") && value.startsWith(u'['))) {
            if (const auto object = valueOf(value)) {
                for (const ForeignPair &header :
                     foreignPairs(&*object, at, [&](auto kind, const auto &where, const auto &text) {
                         builder.note(kind, where, text);
                     }))
                    builder.addHeader(header.name, header.value, header.place);
                return true;
            }
        }
        takePythonHeaders(value, at, builder);
    } else if (name == QStringLiteral("ssl") && value == QStringLiteral("context")) {
        return true; // as prepared before
    } else {
        builder.ignore(at, ImportStrings::tr("is not known here"));
    }
    return true;
}

/// Joins host= and port= of a Python call into one address; returns the other arguments.
QStringList withHostAndPort(const QStringList &arguments, const QString &place, ProfileBuilder &builder)
{
    static const QRegularExpression part(QStringLiteral("^(host|port)\\s*=\\s*(\"[^\"]*\"|'[^']*'|\\d+)$"));
    ProfileBuilder::Route route;
    QStringList rest;
    for (const QString &argument : arguments) {
        const auto match = part.match(argument);
        if (!match.hasMatch()) {
            rest.append(argument);
            continue;
        }
        const QString value = literalOf(match.captured(2)).value_or(match.captured(2));
        (match.captured(1) == QStringLiteral("host") ? route.toHost : route.toPort) = value;
        route.place = QStringLiteral("%1, %2").arg(place, match.captured(1));
    }
    if (!route.place.isEmpty())
        builder.addRoute(route);
    return rest;
}

} // namespace

bool looksLikeProgram(const QString &text)
{
    static const QRegularExpression line(
        QStringLiteral("^\\s*(import\\s+[\\w{*\"'(]|from\\s+\\w+\\s+import\\b|package\\s+\\w|using\\s+\\w|#"
                       "include\\b|<\\?php|require[ "
                       "(]|func\\s+\\w|function\\s+\\w|def\\s+\\w|(public|private|class)\\s+\\w|(const|let|"
                       "var|final)\\s+\\w+\\s*=|"
                       "\\$\\w+(\\.\\w+\\(|\\s*=\\s*(@\\{|New-Object|new\\b))|\\w+\\s+\\w+\\s*=\\s*new\\s+"
                       "\\w|\\w+\\.\\w+\\(.*\\);\\s*$)"),
        QRegularExpression::MultilineOption);
    return line.match(text.left(100'000)).hasMatch();
}

bool isOpenAssignment(const QString &line)
{
    static const QRegularExpression openAssignment(QStringLiteral(
        "^\\s*(?:export\\s+)?(?:(?:const|let|var)\\s+)?[A-Za-z_$][\\w$]*\\s*=\\s*[{\\[]\\s*$"));
    return openAssignment.match(line).hasMatch();
}

bool isScriptStart(const QString &text)
{
    return callPattern().match(text).hasMatch() || powerShellPattern().match(text).hasMatch() ||
           pythonContextPattern().match(text).hasMatch();
}

ScriptBalance::ScriptBalance(const QString &begin)
    : m_isPowerShell(powerShellPattern().match(begin).hasMatch())
{
    add(begin);
}

void ScriptBalance::add(QStringView more)
{
    const QChar escape = m_isPowerShell ? u'`' : u'\\';
    for (const QChar c : more) {
        if (m_isEscaped) {
            m_isEscaped = false;
        } else if (!m_quote.isNull()) {
            if (c == escape)
                m_isEscaped = true;
            else if (c == m_quote)
                m_quote = QChar();
        } else if (c == u'"' || c == u'\'' || (c == u'`' && !m_isPowerShell)) {
            m_quote = c;
        } else if (c == u'(' || c == u'[' || c == u'{') {
            ++m_depth;
        } else if (c == u')' || c == u']' || c == u'}') {
            --m_depth;
        }
    }
}

void ScriptReader::expect(const QString &text)
{
    // fetch(url, …), connect(uri, extra_headers=headers): the argument is a name.
    static const QRegularExpression named(QStringLiteral(
        "(?:\\bfetch|\\bWebSocket|\\bReconnectingWebSocket|\\bWebSocketClient|websockets?\\.(?:unix_)?"
        "connect|"
        "create_connection|WebSocketApp)\\s*\\([^()]*?(?:[(,]|\\=)?\\s*[A-Za-z_$][\\w$]*\\s*[,)]"));
    static const QRegularExpression formatted(
        QStringLiteral("`[^`]*\\$\\{\\w+\\}|\\bf[\"'][^\"']*\\{\\w+\\}"));
    m_wantsAssignments = named.match(text).hasMatch() ||
                         (callPattern().match(text).hasMatch() && formatted.match(text).hasMatch());
}

/// The value of a name; in JavaScript and Python strings, also of names in braces.
QString ScriptReader::resolved(const QString &expression)
{
    static const QRegularExpression name(QStringLiteral("^[A-Za-z_$][\\w$]*$"));
    if (name.match(expression).hasMatch()) {
        const auto known = m_assigned.find(expression);
        if (known == m_assigned.end())
            return expression;
        known->isUsed = true;
        return known->expression;
    }
    static const QRegularExpression keyword(QStringLiteral("^(\\w+\\s*=\\s*)([A-Za-z_]\\w*)$"));
    if (const auto match = keyword.match(expression);
        match.hasMatch() && m_assigned.contains(match.captured(2)))
        return match.captured(1) + resolved(match.captured(2));
    static const QRegularExpression formatted(QStringLiteral("^[fF](?=[\"'])"));
    const bool isPython = formatted.match(expression).hasMatch();
    if (!isPython && !expression.startsWith(u'`'))
        return expression;
    QString text = expression;
    text.remove(formatted);
    for (auto it = m_assigned.begin(); it != m_assigned.end(); ++it) {
        const QString mark = (isPython ? QStringLiteral("{%1}") : QStringLiteral("${%1}")).arg(it.key());
        const std::optional<QString> value = text.contains(mark) ? literalOf(it->expression) : std::nullopt;
        if (!value)
            continue;
        it->isUsed = true;
        text.replace(mark, value->left(8192));
    }
    // Anything in braces is still an expression.
    return isPython && text.contains(u'{') ? expression : text;
}

bool ScriptReader::takeAssignment(const QString &text, const QString &place)
{
    if (!m_wantsAssignments || m_assigned.size() > 1000)
        return false;
    const auto match = assignmentPattern().match(text);
    if (!match.hasMatch())
        return false;
    m_assigned.insert(match.captured(1), {match.captured(2), place, false});
    return true;
}

bool ScriptReader::take(const QString &text, const QString &place, ImportResult &result)
{
    if (powerShellPattern().match(text).hasMatch())
        return takePowerShell(text, place, result);
    if (pythonContextPattern().match(text).hasMatch() && !callPattern().match(text).hasMatch())
        return takePythonContext(text, place);
    return takeCall(text, place, result);
}

bool ScriptReader::takeCall(const QString &text, const QString &place, ImportResult &result)
{
    const auto call = callPattern().match(text);
    if (!call.hasMatch())
        return false;
    qsizetype end = 0;
    QStringList arguments = argumentsOf(text, call.capturedEnd() - 1, &end);
    QHash<QString, QString> places; // where the values of names are
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const auto known = m_assigned.constFind(arguments[i]);
        const QString at = known == m_assigned.cend() ? place : known->place;
        arguments[i] = resolved(arguments[i]);
        places.insert(arguments[i], at);
    }
    const QString what = call.captured(QStringLiteral("what")).simplified();
    const bool isPython =
        what.startsWith(QLatin1String("websocket")) || what.endsWith(QLatin1String("create_connection"));
    const bool isSocket = what.endsWith(QLatin1String("unix_connect"));
    const QString address = resolved(arguments.value(isSocket ? 1 : 0));
    const std::optional<QString> url = isPython ? joinedPythonText(address) : literalOf(address);
    if (!url) {
        result.refuse(place,
                      ImportStrings::tr("the URL of %1 is no text that stands there as it is").arg(what));
        return true;
    }
    ProfileBuilder builder(place);
    builder.setUrl(*url);
    if (isSocket)
        builder.setConnectTo(QStringLiteral("unix:") + literalOf(arguments.value(0)).value_or(QString()),
                             place);
    for (const QString &argument : withHostAndPort(arguments.mid(isSocket ? 2 : 1), place, builder)) {
        if (argument.isEmpty() || (isPython && takePythonArgument(argument, place, builder)))
            continue;
        if (const auto protocol = literalOf(argument)) {
            builder.addSubprotocols(*protocol);
            continue;
        }
        const std::optional<JsonValue> value = valueOf(argument);
        if (value && value->kind() == JsonValue::Kind::Array)
            for (const JsonMember &one : value->children())
                builder.addSubprotocols(ForeignObject::textOf(one.value));
        else if (value && value->kind() == JsonValue::Kind::Object)
            takeObject(ForeignObject(&*value, places.value(argument, place)), builder);
        else
            builder.ignore(place, ImportStrings::tr("only texts that stand there as they are can be taken"));
    }
    static const QRegularExpression front(QStringLiteral(
        "^\\s*((const|let|var)\\s+)?(\\w+\\s*=\\s*)?(await\\s+|async\\s+with\\s+|with\\s+|return\\s+)*$"));
    static const QRegularExpression behind(QStringLiteral("^\\s*(as\\s+\\w+\\s*:)?[\\s;,)}]*$"));
    if (!front.match(text.left(call.capturedStart())).hasMatch())
        builder.ignore(place, ImportStrings::tr("whatever comes before %1 is not run").arg(what));
    static const QRegularExpression alias(QStringLiteral("^\\s*as\\s+\\w+\\s*:"));
    if (alias.match(text.mid(end)).hasMatch())
        builder.note(ImportNote::Kind::Aside, place,
                     ImportStrings::tr("what a program calls the connection says nothing about it"));
    if (!behind.match(text.mid(end)).hasMatch())
        builder.ignore(place, ImportStrings::tr("what stands behind %1 is not run").arg(what));
    if (isPython) {
        if (m_prepared.insecure)
            builder.setInsecure(m_prepared.place);
        if (!m_prepared.caFile.isEmpty())
            builder.settings().tlsCaFile = m_prepared.caFile;
        if (!m_prepared.certificate.isEmpty())
            builder.settings().tlsClientCertificate = m_prepared.certificate;
        if (!m_prepared.key.isEmpty())
            builder.settings().tlsClientKey = m_prepared.key;
        m_prepared = {};
    }
    builder.buildInto(result);
    return true;
}

bool ScriptReader::takePythonContext(const QString &text, const QString &place)
{
    static const QRegularExpression ca(QStringLiteral("cafile=(\"(?:[^\"\\\\]|\\\\.)*\")"));
    static const QRegularExpression chain(
        QStringLiteral("load_cert_chain\\((\"(?:[^\"\\\\]|\\\\.)*\"),\\s*(\"(?:[^\"\\\\]|\\\\.)*\")"));
    if (const auto match = ca.match(text); match.hasMatch())
        m_prepared.caFile = literalOf(match.captured(1)).value_or(QString());
    if (const auto match = chain.match(text); match.hasMatch()) {
        m_prepared.certificate = literalOf(match.captured(1)).value_or(QString());
        m_prepared.key = literalOf(match.captured(2)).value_or(QString());
    }
    if (text.contains(QLatin1String("CERT_NONE")))
        m_prepared.insecure = true;
    if (m_prepared.insecure || !m_prepared.caFile.isEmpty() || !m_prepared.certificate.isEmpty())
        m_prepared.place = place;
    return true;
}

void ScriptReader::finish(ImportResult &result)
{
    if (!m_prepared.place.isEmpty())
        result.note(ImportNote::Kind::Ignored, m_prepared.place,
                    ImportStrings::tr("it is for a call that is not in the text"));
    m_prepared = {};
    for (const Assigned &assigned : std::as_const(m_assigned)) {
        if (!assigned.isUsed)
            result.note(ImportNote::Kind::Ignored, assigned.place,
                        ImportStrings::tr("it is for no call that is in the text"));
    }
    m_assigned.clear();
}

} // namespace Pongwatch
