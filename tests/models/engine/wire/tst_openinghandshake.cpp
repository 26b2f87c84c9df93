// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/httptext.h"
#include "engine/wire/openinghandshake.h"
#include "tests/support/honesttest.h"

#include <QRandomGenerator>
#include <QTest>
#include <QUrl>

#include <algorithm>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

// RFC 6455 1.3
const char *const rfcKey = "dGhlIHNhbXBsZSBub25jZQ==";
const char *const rfcAccept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

/// A valid answer with these additional headers, and without those with these names.
QByteArray answer(const QByteArray &more = {}, const QByteArray &without = {})
{
    QByteArray text = "HTTP/1.1 101 Switching Protocols\r\n";
    const QByteArrayList fields = {"Upgrade: websocket", "Connection: Upgrade",
                                   QByteArray("Sec-WebSocket-Accept: ") + rfcAccept};
    for (const QByteArray &field : fields)
        if (without.isEmpty() || !field.startsWith(without))
            text += field + "\r\n";
    return text + more + "\r\n";
}

/// The outcome in words: "accepted chat", "invalid", "rejected 503 again", "more".
QString inWords(const HandshakeEvent &event)
{
    if (const auto *accepted = std::get_if<HandshakeAccepted>(&event))
        return QStringLiteral("accepted %1|%2").arg(accepted->subprotocol, accepted->server);
    if (const auto *refused = std::get_if<HandshakeRefused>(&event)) {
        if (refused->cause == Cause::HandshakeInvalid)
            return refused->mayRetry ? QStringLiteral("invalid again") : QStringLiteral("invalid");
        return QStringLiteral("rejected %1 %2|%3")
            .arg(refused->httpStatus.value_or(0))
            .arg(refused->mayRetry ? QStringLiteral("again") : QStringLiteral("final"), refused->detail);
    }
    return QStringLiteral("more");
}

/// The result for the bytes in pieces of this size, and what is left for frames.
QString read(const QByteArray &bytes, qsizetype piece)
{
    HandshakeResponse response(rfcKey, {QStringLiteral("chat"), QStringLiteral("superchat")});
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        const QByteArray copy = bytes.mid(at, piece);
        QByteArrayView input(copy);
        const HandshakeEvent event = response.feed(input);
        if (!std::holds_alternative<std::monostate>(event)) {
            const qsizetype rest = input.size() + std::max<qsizetype>(0, bytes.size() - at - piece);
            return inWords(event) + (rest == 0 ? QString() : QStringLiteral(" +%1").arg(rest));
        }
        if (!input.isEmpty())
            return QStringLiteral("left over");
    }
    return inWords(response.finish());
}

} // namespace

class TestOpeningHandshake : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void answersTheKeyOfTheRfc();
    void keysAreFresh();
    void requests_data();
    void requests();
    void leavesTheAgentToTheUser();
    void refusesToWrite_data();
    void refusesToWrite();
    void responses_data();
    void responses();
    void acceptsThatComeTwice_data();
    void acceptsThatComeTwice();
    void quotesTheAnswer_data();
    void quotesTheAnswer();
    void keepsHeadersOfAFixedList();
    void boundsTheBody();
    void headersWithoutEnd();
    void whatIsShownIsPrintable();
    void randomBytes();
};

void TestOpeningHandshake::answersTheKeyOfTheRfc()
{
    QCOMPARE(acceptForKey(rfcKey), QByteArray(rfcAccept));
}

void TestOpeningHandshake::keysAreFresh()
{
    QCOMPARE(QByteArray::fromBase64(makeWebSocketKey()).size(), 16);
    QVERIFY(makeWebSocketKey() != makeWebSocketKey());
}

void TestOpeningHandshake::requests_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<AuthSettings>("auth");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *name, const char *url, const char *line, const AuthSettings &auth = {}) {
        QTest::newRow(name) << QString::fromUtf8(url) << auth << QByteArray(line);
    };
    row("no path", "ws://example.org", "GET / HTTP/1.1");
    row("a path and a query", "ws://example.org/a/b?c=d&e=%20f", "GET /a/b?c=d&e=%20f HTTP/1.1");
    row("a query without a path", "ws://example.org?c", "GET /?c HTTP/1.1");
    row("an empty query", "ws://example.org/a?", "GET /a? HTTP/1.1");
    row("a path that is not ASCII", "ws://example.org/ü", "GET /%C3%BC HTTP/1.1");
    row("the default port", "ws://example.org:80/", "Host: example.org");
    row("the default port of TLS", "wss://example.org:443/", "Host: example.org");
    row("another port", "ws://example.org:443/", "Host: example.org:443");
    row("an IPv6 address", "ws://[::1]:8080/", "Host: [::1]:8080");
    row("a host that is not ASCII", "ws://bücher.example/", "Host: xn--bcher-kva.example");
    row("the version", "ws://example.org/", "Sec-WebSocket-Version: 13");
    row("subprotocols", "ws://example.org/", "Sec-WebSocket-Protocol: chat, superchat");
    row("origin", "ws://example.org/", "Origin: https://example.org");
    row("a header", "ws://example.org/", "X-Tenant: a b");
    row("the agent", "ws://example.org/", "User-Agent: Pongwatch/" PONGWATCH_VERSION);
    row("user information", "ws://ada:s%3Ae%20cret@example.org/", "Authorization: Basic YWRhOnM6ZSBjcmV0");
    row("basic", "ws://example.org/",
        "Authorization: Basic YWRhOnA=", {AuthKind::Basic, QStringLiteral("ada"), QStringLiteral("p")});
    row("the settings go before the URL", "ws://eve:x@example.org/", "Authorization: Bearer abc",
        {AuthKind::Bearer, {}, QStringLiteral("abc")});
}

void TestOpeningHandshake::requests()
{
    QFETCH(const QString, url);
    QFETCH(const AuthSettings, auth);
    QFETCH(const QByteArray, line);
    ConnectionSettings settings;
    settings.url = QUrl(url);
    settings.auth = auth;
    settings.subprotocols = {QStringLiteral("chat"), QStringLiteral("superchat")};
    settings.origin = QStringLiteral("https://example.org");
    settings.headers = {{QStringLiteral("X-Tenant"), QStringLiteral("a b")}};
    const Result<QByteArray> request = writeHandshakeRequest(settings, rfcKey);
    QVERIFY(request.ok());
    const QByteArrayList lines = request.value().split('\n');
    QVERIFY2(lines.contains(line + '\r'), request.value().constData());
    QVERIFY(request.value().endsWith("\r\n\r\n"));
    QVERIFY(lines.contains(QByteArray("Sec-WebSocket-Key: ") + rfcKey + '\r'));
    QCOMPARE(request.value().count("\r\n\r\n"), 1);
    QVERIFY(request.value().count("Authorization:") <= 1);
}

void TestOpeningHandshake::leavesTheAgentToTheUser()
{
    ConnectionSettings settings;
    settings.url = QUrl(QStringLiteral("ws://ada:x@example.org/"));
    settings.headers = {{QStringLiteral("user-agent"), QStringLiteral("probe")},
                        {QStringLiteral("authorization"), QStringLiteral("Token y")}};
    const QByteArray request = writeHandshakeRequest(settings, rfcKey).value();
    QVERIFY(request.contains("user-agent: probe\r\n"));
    QVERIFY(!request.contains("Pongwatch"));
    QVERIFY(!request.contains("Basic"));
}

void TestOpeningHandshake::refusesToWrite_data()
{
    QTest::addColumn<ConnectionSettings>("settings");
    ConnectionSettings good;
    good.url = QUrl(QStringLiteral("ws://example.org/"));
    ConnectionSettings settings = good;
    settings.headers = {{QStringLiteral("X-A"), QStringLiteral("secret\r\nX-B: c")}};
    QTest::newRow("a header with a line break") << settings;
    settings.headers = {{QStringLiteral("X A"), QStringLiteral("secret")}};
    QTest::newRow("a header's name with a space") << settings;
    settings = good;
    settings.origin = QStringLiteral("secret\n");
    QTest::newRow("an origin with a line break") << settings;
    settings = good;
    settings.auth = {AuthKind::Bearer, {}, QStringLiteral("secret\r\n")};
    QTest::newRow("a token with a line break") << settings;
    settings.auth = {AuthKind::Basic, QStringLiteral("a:b"), QStringLiteral("secret")};
    QTest::newRow("a user's name with a colon") << settings;
    settings = good;
    settings.subprotocols = {QStringLiteral("secret, b")};
    QTest::newRow("a subprotocol with a comma") << settings;
}

void TestOpeningHandshake::refusesToWrite()
{
    QFETCH(const ConnectionSettings, settings);
    const Result<QByteArray> request = writeHandshakeRequest(settings, rfcKey);
    QVERIFY(!request.ok());
    QVERIFY(!request.error().sentence().isEmpty());
    QVERIFY(!request.error().sentence().contains(QStringLiteral("secret")));
}

void TestOpeningHandshake::responses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char *name, const QByteArray &bytes, const char *outcome) {
        QTest::newRow(name) << bytes << QString::fromUtf8(outcome);
    };
    row("sound", answer(), "accepted |");
    row("followed by frames", answer() + "\x8a\x01x", "accepted | +3");
    row("lines that end in LF alone", answer().replace("\r\n", "\n"), "accepted |");
    row("other cases and lists",
        answer("uPGRADE: h2c, WebSocket\r\nCONNECTION: keep-alive, upgrade\r\n", "Upgrade"), "accepted |");
    row("a subprotocol that was offered", answer("Sec-WebSocket-Protocol: superchat\r\n"),
        "accepted superchat|");
    row("a server", answer("Server:  nginx/1.22 \r\n"), "accepted |nginx/1.22");
    row("an interim answer first", "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + answer(), "accepted |");
    row("cut short", answer().chopped(2), "more");

    row("HTTP/1.0", answer().replace("HTTP/1.1", "HTTP/1.0"), "invalid");
    row("no Upgrade", answer({}, "Upgrade"), "invalid");
    row("another Upgrade", answer("Upgrade: h2c\r\n", "Upgrade"), "invalid");
    row("no Connection", answer({}, "Connection"), "invalid");
    row("another Connection", answer("Connection: close\r\n", "Connection"), "invalid");
    row("no accept", answer({}, "Sec-"), "invalid");
    row("a wrong accept", answer("Sec-WebSocket-Accept: x\r\n", "Sec-"), "invalid");
    row("two accepts", answer(QByteArray("Sec-WebSocket-Accept: ") + rfcAccept + "\r\n"), "invalid");
    row("an extension", answer("Sec-WebSocket-Extensions: permessage-deflate\r\n"), "invalid");
    row("an empty extension header", answer("Sec-WebSocket-Extensions:\r\n"), "accepted |");
    row("a subprotocol that was not offered", answer("Sec-WebSocket-Protocol: mqtt\r\n"), "invalid");
    row("a subprotocol in another case", answer("Sec-WebSocket-Protocol: Chat\r\n"), "invalid");
    row("two subprotocols", answer("Sec-WebSocket-Protocol: chat\r\nSec-WebSocket-Protocol: chat\r\n"),
        "invalid");
    row("a line that is no header", answer("nonsense\r\n"), "invalid");
    row("a folded header", answer(" more\r\n"), "invalid");
    row("not HTTP", "SSH-2.0-OpenSSH_9.2\r\n", "invalid +20");
    row("not quite HTTP", "HTTP/1.1 1O1 Switching\r\n\r\n", "invalid +2");
    row("HTTP/2", "HTTP/2 101\r\n\r\n", "invalid +2");
    row("TLS", QByteArray("\x15\x03\x01\x00\x02\x02\x46", 7), "invalid +6");

    row("500", "HTTP/1.1 500 Internal Server Error\r\n\r\n", "rejected 500 again|Internal Server Error");
    row("502", "HTTP/1.1 502 Bad Gateway\r\n\r\n", "rejected 502 again|Bad Gateway");
    row("503 with a body", "HTTP/1.0 503 Busy\r\nA: b\r\n\r\nbody", "rejected 503 again|Busy");
    row("504 without a phrase", "HTTP/1.1 504\r\n\r\n", "rejected 504 again|");
    row("501", "HTTP/1.1 501 Not Implemented\r\n\r\n", "rejected 501 final|Not Implemented");
    row("200", "HTTP/1.1 200 OK\r\n\r\n", "rejected 200 final|OK");
    row("401", "HTTP/1.1 401 Unauthorized\r\n\r\n", "rejected 401 final|Unauthorized");
    row("404 with an ugly header", "HTTP/1.1 404 Not Found\r\nugly\r\n\r\n", "rejected 404 final|Not Found");
    row("a redirect", "HTTP/1.1 301 Moved\r\nLocation: wss://b/\r\n\r\n",
        "rejected 301 final|Moved, to wss://b/");
}

void TestOpeningHandshake::responses()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, outcome);
    for (qsizetype piece = 1; piece <= bytes.size(); ++piece)
        QCOMPARE(read(bytes, piece), outcome);
}

void TestOpeningHandshake::acceptsThatComeTwice_data()
{
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QString>("detail");
    QTest::newRow("the same value") << QByteArray(rfcAccept)
                                    << QStringLiteral(
                                           "Sec-WebSocket-Accept came more than once, with the same value");
    QTest::newRow("another value") << QByteArray("x")
                                   << QStringLiteral(
                                          "Sec-WebSocket-Accept came more than once, with different values");
}

void TestOpeningHandshake::acceptsThatComeTwice()
{
    QFETCH(const QByteArray, second);
    HandshakeResponse response(rfcKey, {});
    const QByteArray bytes = answer("Sec-WebSocket-Accept: " + second + "\r\n");
    QByteArrayView input(bytes);
    const HandshakeEvent event = response.feed(input);
    QTEST(std::get<HandshakeRefused>(event).detail, "detail");
}

void TestOpeningHandshake::quotesTheAnswer_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &head, const QByteArray &body, const char *text) {
        QTest::newRow(name) << head << body << QString::fromUtf8(text);
    };
    const QByteArray html = "Content-Type: text/html\r\n";
    row("plain text with a length", "Content-Length: 5\r\n", "nope!more", "nope!");
    row("until the end", "", "gone\r\n", "gone");
    row("in chunks", "Transfer-Encoding: chunked\r\n",
        "5;x=y\r\n{\"a\":\r\n2\r\n1}\r\n0\r\nTrailer: x\r\n\r\n", "{\"a\":1}");
    row("chunks that stop in the middle", "Transfer-Encoding: chunked\r\n", "5\r\nhal", "hal");
    row("chunks that are none", "Transfer-Encoding: chunked\r\n", "hello\r\n", "");
    row("a length that is none", "Content-Length: many\r\n", "x", "x");
    row("JSON", "Content-Type: application/json\r\nContent-Length: 33\r\n",
        "{\"error\":\"API key expired today\"}", "{\"error\":\"API key expired today\"}");
    row("HTML of nginx", html,
        "<html>\r\n<head><title>400 No required SSL certificate was sent</title></head>\r\n<body>\r\n"
        "<center><h1>400 Bad Request</h1></center>\r\n<center>No required SSL certificate was sent</center>"
        "\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n<!-- a padding to disable MSIE -->",
        "400 Bad Request No required SSL certificate was sent nginx/1.22.1");
    row("HTML with a script and a style", html,
        "<style>p > b{}</style><SCRIPT>if (a < b) alert('<p>')</SCRIPT><p>It&#39;s &lt;over&gt; &amp; "
        "<b>do</b>ne</p>",
        "It's <over> & done");
    row("HTML with nothing but a title", html, "<title>403 Forbidden</title><body></body>", "403 Forbidden");
    row("HTML that no header announces", "", "<!DOCTYPE html><p>login</p>", "login");
    row("a sign that opens no tag", html, "<p>1 < 2 &c; &unknown; &", "1 < 2 &c; &unknown; &");
    row("a tag without an end", html, "text <img src=", "text");
    row("Latin-1 by its header", "Content-Type: text/plain; charset=\"ISO-8859-1\"\r\n", "caf\xe9", "café");
    row("Windows-1252 that nobody announces", "",
        "\x93"
        "caf\xe9\x94",
        "“café”");
    row("a charset of East Asia", "Content-Type: text/plain; charset=Shift_JIS\r\n",
        "\x83\x65\x83\x58\x83\x67", "テスト");
    row("a charset in a meta element", html, "<meta charset='windows-1251'><p>\xcd\xe5\xf2", "Нет");
    row("UTF-16 with its mark", "", QByteArray("\xff\xfeo\0k\0", 6), "ok");
    row("a charset that nobody knows", "Content-Type: text/plain; charset=x-none\r\n", "ok", "ok");
    row("an image", "Content-Type: image/png\r\n", "PNG", "");
    row("bytes that are no text", "", QByteArray("\x01\0\x02", 3), "");
    row("compressed", "Content-Encoding: gzip\r\n", "\x1f\x8b", "");
    row("an escape and a direction override", "",
        "a\x1b[2J\xe2\x80\xae"
        "b",
        "a[2Jb");
}

void TestOpeningHandshake::quotesTheAnswer()
{
    QFETCH(const QByteArray, head);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, text);
    const QByteArray bytes = "HTTP/1.1 403 Forbidden\r\n" + head + "\r\n" + body;
    for (qsizetype piece = 1; piece <= bytes.size(); ++piece) {
        HandshakeResponse response(rfcKey, {});
        HandshakeEvent event;
        for (qsizetype at = 0; at < bytes.size() && std::holds_alternative<std::monostate>(event);
             at += piece) {
            const QByteArray copy = bytes.mid(at, piece);
            QByteArrayView input(copy);
            event = response.feed(input);
        }
        if (std::holds_alternative<std::monostate>(event)) {
            QVERIFY(response.isRejected());
            event = response.finish();
        }
        const auto &refused = std::get<HandshakeRefused>(event);
        QCOMPARE(refused.answer.value().status, 403);
        QCOMPARE(refused.answer->reason, QStringLiteral("Forbidden"));
        QCOMPARE(refused.answer->body, text);
    }
}

void TestOpeningHandshake::keepsHeadersOfAFixedList()
{
    const QByteArray bytes = "HTTP/1.1 302 Found\r\nlocation: /login\r\nSet-Cookie: id=secret\r\n"
                             "WWW-Authenticate: Basic realm=\"a\"\r\nWWW-Authenticate: Bearer\r\n"
                             "retry-after:  120\r\nX-Other: b\r\nContent-Length: 0\r\n\r\n";
    HandshakeResponse response(rfcKey, {});
    QByteArrayView input(bytes);
    const HandshakeEvent event = response.feed(input);
    const HttpAnswer answer = std::get<HandshakeRefused>(event).answer.value();
    const QList<std::pair<QString, QString>> expected = {
        {QStringLiteral("Location"), QStringLiteral("/login")},
        {QStringLiteral("WWW-Authenticate"), QStringLiteral("Basic realm=\"a\"")},
        {QStringLiteral("WWW-Authenticate"), QStringLiteral("Bearer")},
        {QStringLiteral("Retry-After"), QStringLiteral("120")},
    };
    QCOMPARE(answer.headers, expected);
}

void TestOpeningHandshake::boundsTheBody()
{
    HandshakeResponse response(rfcKey, {});
    const QByteArray head = "HTTP/1.1 500 Oops\r\nContent-Type: text/html\r\n\r\n<html><style>";
    QByteArrayView input(head);
    QVERIFY(std::holds_alternative<std::monostate>(response.feed(input)));
    const QByteArray more(4096, 'x');
    int fed = 0;
    HandshakeEvent event;
    while (std::holds_alternative<std::monostate>(event) && fed < 100) {
        QByteArrayView piece(more);
        event = response.feed(piece);
        ++fed;
    }
    QVERIFY(fed <= 9);
    HandshakeResponse text(rfcKey, {});
    const QByteArray long200 = "HTTP/1.1 500 Oops\r\n\r\n" + QByteArray(5000, 'y');
    QByteArrayView all(long200);
    event = text.feed(all);
    QCOMPARE(std::get<HandshakeRefused>(event).answer.value().body, QString(200, u'y'));
}

void TestOpeningHandshake::headersWithoutEnd()
{
    const QByteArray start = "HTTP/1.1 101 Switching Protocols\r\n";
    QCOMPARE(read(start + QByteArray("A: b\r\n").repeated(2700), 1000), QStringLiteral("more"));
    QVERIFY(read(start + QByteArray("A: b\r\n").repeated(3000), 1000).startsWith(QStringLiteral("invalid")));
    QVERIFY(read(start + QByteArray(20'000, 'x'), 1000).startsWith(QStringLiteral("invalid")));
}

void TestOpeningHandshake::whatIsShownIsPrintable()
{
    QCOMPARE(printableLine(QStringLiteral("a\x1b[31mb\r\n\tc\u202e\ufffd"), 100), QStringLiteral("a[31mb c"));
    QCOMPARE(printableLine(QString(1000, u'x'), 200).size(), 200);
    QCOMPARE(printableLine(QString(QString(1000, u' ') + u'x'), 200), QStringLiteral("x"));
}

void TestOpeningHandshake::randomBytes()
{
    QRandomGenerator random(101);
    const QByteArray sound = answer("Server: x\r\nSec-WebSocket-Protocol: chat\r\n");
    for (int round = 0; round < 2000; ++round) {
        QByteArray bytes = sound;
        // A valid answer with a few bytes changed, lost or doubled.
        for (int i = random.bounded(1, 6); i > 0; --i) {
            const int at = random.bounded(static_cast<int>(bytes.size()));
            switch (random.bounded(3)) {
            case 0:
                bytes[at] = static_cast<char>(random.bounded(256));
                break;
            case 1:
                bytes.remove(at, 1);
                break;
            default:
                bytes.insert(at, bytes[at]);
            }
        }
        const QString whole = read(bytes, bytes.size());
        QVERIFY(whole != QStringLiteral("left over"));
        QCOMPARE(read(bytes, 1), whole);
        QCOMPARE(read(bytes, random.bounded(2, 60)), whole);
    }
}

QTEST_APPLESS_MAIN(TestOpeningHandshake)
#include "tst_openinghandshake.moc"
