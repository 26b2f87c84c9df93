// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/settings.h"

#include "engine/values/binaryform.h"
#include "engine/values/secretnames.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

struct SettingsStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Settings)
};

bool isTokenCharacter(QChar c)
{
    // RFC 9110 5.6.2
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
           QStringView(u"!#$%&'*+-.^_`|~").contains(c);
}

bool isForbiddenInValue(QChar c)
{
    // RFC 9110 5.5 allows visible characters, space and tab. Others could end the header and start a new
    // one.
    return (c.unicode() < 0x20 && c != u'\t') || c.unicode() == 0x7f || c.unicode() > 0xff;
}

bool belongsToHandshake(const QString &name)
{
    static constexpr std::array names = {"upgrade",
                                         "connection",
                                         "sec-websocket-key",
                                         "sec-websocket-version",
                                         "sec-websocket-extensions",
                                         "sec-websocket-accept",
                                         "content-length",
                                         "transfer-encoding"};
    return std::any_of(names.begin(), names.end(), [&name](const char *reserved) {
        return name.compare(QLatin1String(reserved), Qt::CaseInsensitive) == 0;
    });
}

/// Converts the zone of an IPv6 address from the form that people and `ip
/// address` use, "[fe80::1%eth0]", to that of RFC 6874:
/// "[fe80::1%25eth0]".
QString withEncodedZone(QString text)
{
    static const QRegularExpression zone(
        QStringLiteral("^([^/?#]*?(?://)?[^/?#]*\\[[0-9A-Fa-f:.]+)%(?!25[^\\]])(?=[^\\]\\s]+\\])"));
    return text.replace(zone, QStringLiteral("\\1%25"));
}

} // namespace

Result<QUrl> parseWebSocketUrl(const QString &text)
{
    const QString trimmed = text.trimmed();
    const auto bad = [&trimmed](const QString &why) {
        // Shown with its secrets masked, even if it can't be parsed.
        return Error{SettingsStrings::tr("reading the URL"), maskedUrlText(trimmed), why};
    };
    if (trimmed.isEmpty())
        return Error{SettingsStrings::tr("reading the URL"),
                     {},
                     SettingsStrings::tr("it is empty; a URL looks like wss://host/path")};
    if (!trimmed.contains(QStringLiteral("://")))
        return bad(SettingsStrings::tr("it has no scheme; write ws:// or wss:// in front"));

    const QUrl url(withEncodedZone(trimmed), QUrl::StrictMode);
    if (!url.isValid()) {
        const QString port = trimmed.section(u'/', 2, 2).section(u':', -1);
        bool isNumber = false;
        const qlonglong number = port.toLongLong(&isNumber);
        if (isNumber && (number < 1 || number > 65535))
            return bad(SettingsStrings::tr("the port %1 is not between 1 and 65535").arg(number));
        return bad(
            SettingsStrings::tr("it is not a valid URL (%1)").arg(url.errorString().section(u';', 0, 0)));
    }
    const QString scheme = url.scheme();
    if (scheme != QStringLiteral("ws") && scheme != QStringLiteral("wss"))
        return bad(
            SettingsStrings::tr("the scheme is %1; WebSocket URLs start with ws:// or wss://").arg(scheme));
    if (url.host().isEmpty())
        return bad(SettingsStrings::tr("it names no host"));
    if (url.port() == 0)
        return bad(SettingsStrings::tr("the port %1 is not between 1 and 65535").arg(0));
    if (url.hasFragment())
        return bad(SettingsStrings::tr("it has a fragment (#%1), which RFC 6455 forbids").arg(secretMask));
    return url;
}

Result<std::pair<QString, QString>> parseHeader(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    // The value may be a secret: only ever repeat the name.
    const QString name = text.left(std::max<qsizetype>(colon, 0)).trimmed();
    const auto bad = [&name](const QString &why) {
        return Error{SettingsStrings::tr("reading the header"), name, why};
    };
    if (colon <= 0 || name.isEmpty())
        return bad(SettingsStrings::tr("it is not of the form 'Name: value'"));
    if (!std::all_of(name.cbegin(), name.cend(), isTokenCharacter))
        return Error{SettingsStrings::tr("reading the header"),
                     {},
                     SettingsStrings::tr("its name has a character that RFC 9110 does not allow")};
    if (belongsToHandshake(name))
        return bad(SettingsStrings::tr("the WebSocket handshake sets it itself"));
    const QString value = text.mid(colon + 1);
    const auto broken = std::find_if(value.cbegin(), value.cend(), isForbiddenInValue);
    if (broken != value.cend()) {
        if (*broken == u'\n' || *broken == u'\r')
            return bad(SettingsStrings::tr("its value has a line break"));
        return bad(SettingsStrings::tr("its value has a character (U+%1) that a header can't carry")
                       .arg(broken->unicode(), 4, 16, QLatin1Char('0')));
    }
    return std::pair(name, value.trimmed());
}

Result<ConnectTarget> parseConnectTo(const QString &text)
{
    const auto bad = [&text](const QString &why) {
        return Error{SettingsStrings::tr("reading the address to connect to"), text.left(200), why};
    };
    if (text.startsWith(QLatin1String("unix:"))) {
        constexpr qsizetype longestPath = 107; // sockaddr_un in Linux, with the zero at the end
        const QString path = text.mid(5);
        if (!path.startsWith(u'/'))
            return bad(SettingsStrings::tr("after unix: comes an absolute path, as in unix:/run/app.sock"));
        if (path.toUtf8().size() > longestPath)
            return bad(SettingsStrings::tr("a socket's path has at most %1 bytes").arg(longestPath));
        const bool hasControl = std::any_of(path.cbegin(), path.cend(),
                                            [](QChar c) { return c.category() == QChar::Other_Control; });
        if (hasControl)
            return bad(SettingsStrings::tr("the path has a control character"));
        return ConnectTarget{{}, 0, path};
    }
    static const QRegularExpression form(
        QStringLiteral("^(?:\\[([^\\[\\]]+)\\]|([^:\\[\\]]+)):([0-9]{1,5})$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return bad(SettingsStrings::tr("it is not of the form HOST:PORT, [IPv6 address]:PORT or unix:PATH"));
    QUrl url;
    url.setHost(match.hasCaptured(1) ? withEncodedZone(u'[' + match.captured(1) + u']') : match.captured(2),
                QUrl::StrictMode);
    const uint port = match.captured(3).toUInt();
    if (port < 1 || port > 65535)
        return bad(SettingsStrings::tr("the port %1 is not between 1 and 65535").arg(port));
    if (url.host().isEmpty())
        return bad(SettingsStrings::tr("it names no host"));
    return ConnectTarget{url.host(), static_cast<quint16>(port), {}};
}

Result<HeartbeatSettings> checkHeartbeat(const HeartbeatSettings &heartbeat)
{
    constexpr qsizetype longest = 4096;
    const QString doing = SettingsStrings::tr("reading the heartbeat");
    if (heartbeat.send.isEmpty())
        return Error{doing, {}, SettingsStrings::tr("there is nothing to send")};
    if (heartbeat.send.size() > longest || heartbeat.expect.size() > longest)
        return Error{doing, {}, SettingsStrings::tr("it is longer than %1 characters").arg(longest)};
    if (heartbeat.form != MessageForm::Text) {
        const Result<QByteArray> bytes = bytesOf(withPlaceholdersAsDigits(heartbeat.send), heartbeat.form);
        if (!bytes)
            return Error{doing, heartbeat.send, bytes.error().answer};
    }
    const QRegularExpression pattern(heartbeat.expect);
    if (!pattern.isValid())
        return Error{
            doing, heartbeat.expect,
            SettingsStrings::tr("the expected answer is not a regular expression: %1, at character %2")
                .arg(pattern.errorString())
                .arg(pattern.patternErrorOffset() + 1)};
    return heartbeat;
}

QLatin1String toWord(Client client)
{
    return client == Client::Wire ? QLatin1String("wire") : QLatin1String("qt");
}

std::optional<Client> clientFromWord(QStringView word)
{
    for (const Client client : {Client::Qt, Client::Wire})
        if (word == toWord(client))
            return client;
    return {};
}

QString displayUrl(const QUrl &url)
{
    return maskedUrlText(url.toString(QUrl::RemoveUserInfo));
}

QString dialledUrl(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo);
}

} // namespace Pongwatch
