// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/openinghandshake.h"
#include "engine/wire/openinghandshakestrings.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

Error bad(const QString &subject, const QString &why)
{
    return Error{OpeningHandshakeStrings::tr("writing the WebSocket handshake"), subject, why};
}

bool isToken(const QString &text)
{
    const auto allowed = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
               QStringView(u"!#$%&'*+-.^_`|~").contains(c);
    };
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), allowed);
}

/// RFC 9110 5.5: whether a value can't break out of its line.
bool isFieldValue(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return (c.unicode() >= 0x20 || c == u'\t') && c.unicode() != 0x7f && c.unicode() <= 0xff;
    });
}

QByteArray hostField(const QUrl &url)
{
    QString host = url.host(QUrl::FullyEncoded);
    if (host.contains(u':')) {
        // RFC 6874 4: a zone is only valid on this machine.
        host = QLatin1Char('[') + host.section(QLatin1Char('%'), 0, 0) + QLatin1Char(']');
    }
    QByteArray field = host.toLatin1();
    const int defaultPort = url.scheme() == QLatin1String("wss") ? 443 : 80;
    const int port = url.port(defaultPort);
    if (port != defaultPort)
        field += ':' + QByteArray::number(port);
    return field;
}

QByteArray target(const QUrl &url)
{
    QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    if (path.isEmpty())
        path = QByteArrayLiteral("/");
    if (url.hasQuery())
        path += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    return path;
}

/// The value of the Authorization header; empty if there is none.
Result<QByteArray> authorization(const ConnectionSettings &settings)
{
    const AuthSettings &auth = settings.auth;
    if (auth.kind == AuthKind::Bearer) {
        if (auth.secret.isEmpty())
            return bad({}, OpeningHandshakeStrings::tr("there is no token to sign in with"));
        if (!isFieldValue(auth.secret))
            return bad({}, OpeningHandshakeStrings::tr(
                               "the bearer token has a character that a header can't carry"));
        return QByteArray("Bearer " + auth.secret.toLatin1());
    }
    QString user = auth.user;
    QString password = auth.secret;
    if (auth.kind == AuthKind::None) {
        if (settings.url.userInfo().isEmpty())
            return QByteArray();
        user = settings.url.userName(QUrl::FullyDecoded);
        password = settings.url.password(QUrl::FullyDecoded);
    }
    // RFC 7617 2: the first colon ends the user name.
    if (user.contains(u':'))
        return bad({}, OpeningHandshakeStrings::tr(
                           "the user's name has a colon, which basic authentication can't carry"));
    const QString pair = user + QLatin1Char(':') + password;
    return QByteArray("Basic " + pair.toUtf8().toBase64());
}

} // namespace

QByteArray makeWebSocketKey()
{
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), static_cast<qsizetype>(random.size()));
    return QByteArray(reinterpret_cast<const char *>(random.data()), sizeof random).toBase64();
}

QByteArray acceptForKey(QByteArrayView key)
{
    QCryptographicHash sha1(QCryptographicHash::Sha1);
    sha1.addData(key);
    sha1.addData(QByteArrayView("258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
    return sha1.result().toBase64();
}

Result<HandshakeFields> handshakeFields(const ConnectionSettings &settings)
{
    if (!std::all_of(settings.subprotocols.cbegin(), settings.subprotocols.cend(), isToken))
        return bad({},
                   OpeningHandshakeStrings::tr("a subprotocol has a character that RFC 6455 does not allow"));
    if (!isFieldValue(settings.origin))
        return bad({}, OpeningHandshakeStrings::tr("the origin has a character that a header can't carry"));

    HandshakeFields fields;
    bool hasAuthorization = false;
    bool hasAgent = false;
    for (const auto &[name, value] : settings.headers) {
        if (!isToken(name))
            return bad({}, OpeningHandshakeStrings::tr(
                               "a header's name has a character that RFC 9110 does not allow"));
        if (!isFieldValue(value))
            return bad(name, OpeningHandshakeStrings::tr(
                                 "the header's value has a character that a header can't carry"));
        hasAuthorization |= name.compare(QLatin1String("Authorization"), Qt::CaseInsensitive) == 0;
        hasAgent |= name.compare(QLatin1String("User-Agent"), Qt::CaseInsensitive) == 0;
        fields.emplaceBack(name.toLatin1(), value.toLatin1());
    }
    if (!hasAgent)
        fields.emplaceBack("User-Agent", "Pongwatch/" PONGWATCH_VERSION);
    if (!hasAuthorization) {
        const Result<QByteArray> credentials = authorization(settings);
        if (!credentials)
            return credentials.error();
        if (!credentials.value().isEmpty())
            fields.emplaceBack("Authorization", credentials.value());
    }
    return fields;
}

Result<QByteArray> writeHandshakeRequest(const ConnectionSettings &settings, QByteArrayView key)
{
    const Result<HandshakeFields> fields = handshakeFields(settings);
    if (!fields)
        return fields.error();

    QByteArray request;
    request.reserve(512);
    const auto field = [&request](QByteArrayView name, QByteArrayView value) {
        request.append(name).append(": ").append(value).append("\r\n");
    };
    request.append("GET ").append(target(settings.url)).append(" HTTP/1.1\r\n");
    // A custom Host header replaces the usual one, as there can be only one.
    const auto isHost = [](const std::pair<QByteArray, QByteArray> &one) {
        return one.first.compare("Host", Qt::CaseInsensitive) == 0;
    };
    const auto own = std::find_if(fields.value().cbegin(), fields.value().cend(), isHost);
    field("Host", own == fields.value().cend() ? hostField(settings.url) : own->second);
    field("Upgrade", "websocket");
    field("Connection", "Upgrade");
    field("Sec-WebSocket-Key", key);
    field("Sec-WebSocket-Version", "13");
    if (!settings.subprotocols.isEmpty())
        field("Sec-WebSocket-Protocol", settings.subprotocols.join(QLatin1String(", ")).toLatin1());
    if (!settings.origin.isEmpty())
        field("Origin", settings.origin.toLatin1());
    for (const auto &one : fields.value())
        if (!isHost(one))
            field(one.first, one.second);
    request.append("\r\n");
    return request;
}

} // namespace Pongwatch
