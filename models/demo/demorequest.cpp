// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demorequest.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHash>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr int mostHeaders = 100;
/// The translation context of this file.
struct DemoRequestStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::DemoRequest)
};

using Headers = QHash<QByteArray, QByteArray>;

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 414:
        return "URI Too Long";
    case 426:
        return "Upgrade Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    default:
        return "Demo";
    }
}

/// The headers by their lower-case names; repeated ones are joined, as in RFC 9110 5.3.
std::variant<Headers, DemoRefusal> parseHeaders(const QList<QByteArray> &lines)
{
    if (lines.size() - 1 > mostHeaders)
        return DemoRefusal{431, DemoRequestStrings::tr("The request has too many headers.")};
    Headers headers;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray &line = lines.at(i);
        const qsizetype colon = line.indexOf(':');
        if (colon < 1)
            return DemoRefusal{400, DemoRequestStrings::tr("The request has a header without a name.")};
        const QByteArray name = line.left(colon).toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        QByteArray &known = headers[name];
        known = known.isEmpty() ? value : QByteArray(known + ", " + value);
    }
    return headers;
}

bool hasToken(const QByteArray &list, QByteArrayView token)
{
    const auto parts = list.toLower().split(',');
    return std::any_of(parts.begin(), parts.end(),
                       [token](const QByteArray &part) { return part.trimmed() == token; });
}

bool isTokenCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

/// The first subprotocol offered, if it is valid: it is put into the answer unchanged.
QByteArray firstSubprotocol(const QByteArray &offered)
{
    const QByteArray first = offered.split(',').first().trimmed();
    return std::all_of(first.begin(), first.end(), isTokenCharacter) ? first : QByteArray();
}

} // namespace

std::variant<DemoRequest, DemoRefusal> parseDemoRequest(const QByteArray &head)
{
    QList<QByteArray> lines = head.split('\n');
    for (QByteArray &line : lines)
        if (line.endsWith('\r'))
            line.chop(1);
    const QList<QByteArray> words = lines.first().split(' ');
    if (words.size() != 3 || words.at(2) != "HTTP/1.1")
        return DemoRefusal{400, DemoRequestStrings::tr("This is not an HTTP/1.1 request.")};
    if (words.first() != "GET")
        return DemoRefusal{405, DemoRequestStrings::tr("A WebSocket begins with GET.")};

    auto path = parseDemoPath(words.at(1));
    if (const auto *refusal = std::get_if<DemoRefusal>(&path))
        return *refusal;
    const auto parsed = parseHeaders(lines);
    if (const auto *refusal = std::get_if<DemoRefusal>(&parsed))
        return *refusal;

    const Headers &headers = std::get<Headers>(parsed);
    if (!hasToken(headers.value("upgrade"), "websocket") ||
        !hasToken(headers.value("connection"), "upgrade") || headers.value("sec-websocket-version") != "13") {
        return DemoRefusal{
            426, DemoRequestStrings::tr("This server speaks WebSocket version 13. It has these peers:") +
                     QLatin1String("\n\n") + demoPathList()};
    }
    const QByteArray key = headers.value("sec-websocket-key");
    if (QByteArray::fromBase64Encoding(key, QByteArray::AbortOnBase64DecodingErrors).decoded.size() != 16)
        return DemoRefusal{400, DemoRequestStrings::tr("Sec-WebSocket-Key is not 16 bytes of Base64.")};
    return DemoRequest{std::get<DemoPath>(std::move(path)), key,
                       firstSubprotocol(headers.value("sec-websocket-protocol"))};
}

QByteArray demoUpgradeAnswer(const DemoRequest &request, bool rightAccept)
{
    // RFC 6455 4.2.2. The wrong value is well-formed, but for another key.
    const QByteArray key = rightAccept ? request.key : QByteArray("x3JJHMbDL1EzLkh9GBhXDw==");
    const QByteArray digest = QCryptographicHash::hash(
        QByteArray(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"), QCryptographicHash::Sha1);
    QByteArray answer = "HTTP/1.1 101 Switching Protocols\r\n"
                        "Upgrade: websocket\r\n"
                        "Connection: Upgrade\r\n"
                        "Sec-WebSocket-Accept: " +
                        digest.toBase64() + "\r\n";
    if (!request.subprotocol.isEmpty())
        answer += "Sec-WebSocket-Protocol: " + request.subprotocol + "\r\n";
    return answer + "\r\n";
}

QByteArray demoHttpAnswer(const DemoRefusal &refusal)
{
    const QByteArray body = refusal.text.toUtf8() + '\n';
    QByteArray answer = "HTTP/1.1 " + QByteArray::number(refusal.status) + ' ' +
                        reasonPhrase(refusal.status) +
                        "\r\n"
                        "Content-Type: text/plain; charset=utf-8\r\n"
                        "X-Content-Type-Options: nosniff\r\n"
                        "Connection: close\r\n";
    if (refusal.status == 401)
        answer += "WWW-Authenticate: Basic realm=\"demo\"\r\n";
    if (refusal.status == 405)
        answer += "Allow: GET\r\n";
    if (refusal.status == 426)
        answer += "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n";
    // 204 and 304 have no body, and so no length either (RFC 9110 8.6).
    if (refusal.status == 204 || refusal.status == 304)
        return answer + "\r\n";
    return answer + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace Pongwatch
