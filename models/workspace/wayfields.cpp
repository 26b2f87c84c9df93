// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/wayfields.h"

#include "engine/values/secretnames.h"
#include "settings/proxytext.h"
#include "settings/secretheaders.h"
#include "settings/settingtext.h"
#include "workspace/shellwords.h"
#include "workspace/workspacestrings.h"

#include <QUrl>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr size_t mostWays = 50;
constexpr qsizetype longestWayName = 100;
constexpr qsizetype longestWord = 8192;
constexpr qsizetype mostWords = 100;
constexpr qsizetype mostWayHeaders = 50;
constexpr double longestTimeLimit = 600;

QString wayKey(const char *key)
{
    return QString::fromLatin1(key);
}

/// In the order of AlertWayKind.
const QStringList &wayWords()
{
    static const QStringList words{wayKey("command"), wayKey("webhook"), wayKey("apprise"),
                                   wayKey("syslog"),  wayKey("journal"), wayKey("sound")};
    return words;
}

/// One way, as its object has it.
class WayReader
{
public:
    explicit WayReader(ObjectReader &reader)
        : m_reader(reader)
    {
    }

    AlertWayKind read(qsizetype kind)
    {
        switch (kind) {
        case 0:
            return command();
        case 1:
            return webhook();
        case 2:
            return apprise();
        case 3:
            return syslog();
        case 4:
            return JournalWay{path("socket")};
        default:
            return SoundWay{path("file")};
        }
    }

private:
    AlertWayKind command()
    {
        CommandWay way;
        missing("command");
        way.usesShell = m_reader.flag(wayKey("shell")).value_or(false);
        if (way.usesShell)
            way.command = {m_reader.text(wayKey("command"), longestWord).value_or(QString())};
        else
            way.command = m_reader.texts(wayKey("command"), mostWords, longestWord).value_or(QStringList());
        if (m_reader.value(wayKey("command")) && way.command.value(0).trimmed().isEmpty() &&
            m_reader.log().problems.isEmpty())
            m_reader.problem(wayKey("command"), WorkspaceStrings::tr("must not be empty"));
        if (wayCommandText(way).size() > longestWayCommand)
            m_reader.problem(
                wayKey("command"),
                WorkspaceStrings::tr("is longer than %1 characters; write a script, and name it here")
                    .arg(longestWayCommand));
        if (std::any_of(way.command.begin(), way.command.end(),
                        [](const QString &word) { return looksLikeSecret(word); }))
            m_reader.log().note(
                m_reader.placeOf(wayKey("command")),
                WorkspaceStrings::tr("looks like a secret in plain text; let the command read it from its "
                                     "environment or a file"));
        way.timeLimit = timeLimit(way.timeLimit);
        return way;
    }

    AlertWayKind webhook()
    {
        WebhookWay way;
        missing("url");
        const QString url = m_reader.text(wayKey("url"), longestWord).value_or(QString());
        const std::optional<SecretReference> secret = SecretReference::parse(url);
        if (secret && secret->kind != SecretReference::Kind::None)
            way.urlSecret = *secret;
        else
            takeUrl(url, way);
        if (const auto format = m_reader.word(wayKey("format"), webhookFormats()))
            way.format = webhookFormats().at(*format);
        way.token = reference("token");
        way.signKey = reference("sign_key");
        way.headers = headers();
        if (const auto text = m_reader.text(wayKey("proxy"), longestWord)) {
            const Result<ProxySettings> proxy = parseProxy(*text);
            if (!proxy)
                m_reader.problem(wayKey("proxy"), proxy.error().answer);
            else if (!proxy.value().password.isEmpty())
                m_reader.problem(wayKey("proxy"),
                                 WorkspaceStrings::tr("must not have a password: name it in “proxy_secret”"));
            else
                way.proxy = proxy.value();
        }
        way.proxySecret = reference("proxy_secret");
        return way;
    }

    void takeUrl(const QString &text, WebhookWay &way)
    {
        const QUrl url(text, QUrl::StrictMode);
        const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
        if (!m_reader.value(wayKey("url")))
            return;
        if (!url.isValid() || !isWeb || url.host().isEmpty())
            m_reader.problem(
                wayKey("url"),
                WorkspaceStrings::tr("must be a URL of https or http, keychain:NAME or $VARIABLE"));
        else if (!url.userInfo().isEmpty())
            m_reader.problem(wayKey("url"), WorkspaceStrings::tr(
                                                "must not have a user or a password: write keychain:NAME or "
                                                "$VARIABLE instead"));
        else if (maskedUrlText(text) != text)
            m_reader.log().note(
                m_reader.placeOf(wayKey("url")),
                WorkspaceStrings::tr(
                    "looks like a secret in plain text; write keychain:NAME or $VARIABLE instead"));
        way.url = text;
    }

    AlertWayKind apprise()
    {
        AppriseWay way;
        missing("url");
        way.url = reference("url");
        way.timeLimit = timeLimit(way.timeLimit);
        return way;
    }

    AlertWayKind syslog()
    {
        SyslogWay way;
        if (const auto facility = m_reader.word(wayKey("facility"), syslogFacilities()))
            way.facility = static_cast<int>(*facility);
        way.socket = path("socket");
        return way;
    }

    QList<std::pair<QString, QString>> headers()
    {
        QList<std::pair<QString, QString>> found;
        const JsonValue *list = m_reader.container(wayKey("headers"), JsonValue::Kind::Array);
        if (!list)
            return found;
        if (list->children().size() > size_t(mostWayHeaders)) {
            m_reader.problem(wayKey("headers"),
                             WorkspaceStrings::tr("must have at most %1 entries").arg(mostWayHeaders));
            return found;
        }
        for (size_t i = 0; i < list->children().size(); ++i) {
            const QString place =
                QStringLiteral("%1[%2]").arg(m_reader.placeOf(wayKey("headers")), QString::number(i));
            const auto &pair = list->children()[i].value.children();
            if (pair.size() != 2 || pair[0].value.kind() != JsonValue::Kind::String ||
                pair[1].value.kind() != JsonValue::Kind::String) {
                m_reader.log().problem(
                    place, WorkspaceStrings::tr("must be a pair of texts: [\"Name\", \"value\"]"));
                continue;
            }
            const QString name = pair[0].value.toString();
            const QString value = pair[1].value.toString();
            const auto header = parseHeader(QStringLiteral("%1: %2").arg(name, value));
            if (!header)
                m_reader.log().problem(place, header.error().answer);
            else if ((isSecretHeader(name) || isSecretName(name) || looksLikeSecret(value)) &&
                     !SecretReference::parse(value))
                m_reader.log().problem(
                    place,
                    WorkspaceStrings::tr("must be keychain:NAME or $VARIABLE; the secret itself does not "
                                         "belong in a file"));
            found.append({name, value});
        }
        return found;
    }

    void missing(const char *key)
    {
        if (!m_reader.value(wayKey(key)))
            m_reader.problem(wayKey(key), WorkspaceStrings::tr("is missing"));
    }

    nanoseconds timeLimit(nanoseconds usual)
    {
        return m_reader.duration(wayKey("time_limit_s"), {0, false, longestTimeLimit}).value_or(usual);
    }

    QString path(const char *key)
    {
        const QString text = m_reader.textOrNull(wayKey(key), 4096).value_or(QString());
        if (!text.isEmpty() && !text.startsWith(u'/'))
            m_reader.problem(wayKey(key), WorkspaceStrings::tr("must be a path that begins with /"));
        return text;
    }

    SecretReference reference(const char *key)
    {
        const std::optional<QString> text = m_reader.textOrNull(wayKey(key), longestWord);
        if (!text)
            return {};
        const std::optional<SecretReference> found = SecretReference::parse(*text);
        if (!found)
            m_reader.problem(
                wayKey(key),
                WorkspaceStrings::tr(
                    "must be keychain:NAME or $VARIABLE; the secret itself does not belong in a file"));
        return found.value_or(SecretReference());
    }

    ObjectReader &m_reader;
};

std::optional<AlertWay> readWay(ObjectReader &reader, const QList<AlertWay> &before)
{
    AlertWay way;
    for (const char *key : {"name", "by"})
        if (!reader.value(wayKey(key)))
            reader.problem(wayKey(key), WorkspaceStrings::tr("is missing"));
    const qsizetype problemsBefore = reader.log().problems.size();
    way.name = reader.text(wayKey("name"), longestWayName).value_or(QString());
    if (reader.value(wayKey("name")) && way.name.trimmed().isEmpty() &&
        reader.log().problems.size() == problemsBefore)
        reader.problem(wayKey("name"), WorkspaceStrings::tr("must not be empty"));
    if (way.name == AlertWay::desktop())
        reader.problem(wayKey("name"),
                       WorkspaceStrings::tr("“%1” is the name of desktop notifications").arg(way.name));
    for (const AlertWay &other : before) {
        if (other.name == way.name && !way.name.isEmpty())
            reader.problem(wayKey("name"),
                           WorkspaceStrings::tr("“%1” is already the name of another one").arg(way.name));
    }
    const std::optional<qsizetype> kind = reader.word(wayKey("by"), wayWords());
    if (!kind)
        return std::nullopt;
    way.how = WayReader(reader).read(*kind);
    reader.noteUnknown();
    return way;
}

/// Puts what a way has into its object.
class WayWriter
{
public:
    explicit WayWriter(JsonValue &object)
        : m_object(object)
    {
    }

    void operator()(const CommandWay &way)
    {
        if (way.usesShell) {
            set("command", way.command.value(0));
            m_object.set(wayKey("shell"), JsonValue::boolean(true));
        } else {
            JsonValue words = JsonValue::array();
            for (const QString &word : way.command)
                words.append({{}, {}, {}, JsonValue::string(word), {}});
            m_object.set(wayKey("command"), words);
        }
        setLimit(way.timeLimit, CommandWay().timeLimit);
    }
    void operator()(const WebhookWay &way)
    {
        set("url", way.url.isEmpty() ? way.urlSecret.text() : way.url);
        set("format", way.format);
        setReference("token", way.token);
        setReference("sign_key", way.signKey);
        if (!way.headers.isEmpty()) {
            JsonValue list = JsonValue::array();
            for (const auto &[name, value] : way.headers)
                list.append(
                    {{}, {}, {}, JsonValue::array({JsonValue::string(name), JsonValue::string(value)}), {}});
            m_object.set(wayKey("headers"), list);
        }
        if (way.proxy != ProxySettings())
            set("proxy", proxyText(way.proxy));
        setReference("proxy_secret", way.proxySecret);
    }
    void operator()(const AppriseWay &way)
    {
        setReference("url", way.url);
        setLimit(way.timeLimit, AppriseWay().timeLimit);
    }
    void operator()(const SyslogWay &way)
    {
        set("facility", syslogFacilities().value(way.facility));
        setUnlessEmpty("socket", way.socket);
    }
    void operator()(const JournalWay &way) { setUnlessEmpty("socket", way.socket); }
    void operator()(const SoundWay &way) { setUnlessEmpty("file", way.file); }

private:
    void set(const char *key, const QString &text) { m_object.set(wayKey(key), JsonValue::string(text)); }
    void setUnlessEmpty(const char *key, const QString &text)
    {
        if (!text.isEmpty())
            set(key, text);
    }
    void setReference(const char *key, const SecretReference &reference)
    {
        if (reference.kind != SecretReference::Kind::None)
            set(key, reference.text());
    }
    void setLimit(nanoseconds limit, nanoseconds usual)
    {
        if (limit != usual)
            m_object.set(wayKey("time_limit_s"), JsonValue::number(toSeconds(limit)));
    }

    JsonValue &m_object;
};

} // namespace

QString wayCommandText(const CommandWay &way)
{
    const QStringList shell{QStringLiteral("/bin/sh"), QStringLiteral("-c")};
    return joinShellWords(way.usesShell ? shell + way.command : way.command);
}

QList<AlertWay> readWays(ObjectReader &alerts)
{
    QList<AlertWay> ways;
    const JsonValue *list = alerts.container(wayKey("channels"), JsonValue::Kind::Array);
    if (!list)
        return ways;
    if (list->children().size() > mostWays) {
        alerts.problem(wayKey("channels"),
                       WorkspaceStrings::tr("must have at most %1 entries").arg(mostWays));
        return ways;
    }
    for (size_t i = 0; i < list->children().size(); ++i) {
        const QString place =
            QStringLiteral("%1[%2]").arg(alerts.placeOf(wayKey("channels")), QString::number(i));
        const JsonValue &value = list->children()[i].value;
        if (value.kind() != JsonValue::Kind::Object) {
            alerts.log().problem(place, WorkspaceStrings::tr("must be an object: { … }"));
            continue;
        }
        ObjectReader reader(value, place, &alerts.log());
        if (const std::optional<AlertWay> way = readWay(reader, ways))
            ways.append(*way);
    }
    return ways;
}

JsonValue wayToJson(const AlertWay &way)
{
    JsonValue object = JsonValue::object();
    object.set(wayKey("name"), JsonValue::string(way.name));
    object.set(wayKey("by"), JsonValue::string(wayWords().at(static_cast<qsizetype>(way.how.index()))));
    std::visit(WayWriter(object), way.how);
    return object;
}

} // namespace Pongwatch
