// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/workspace/importtold.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString m(const char *text)
{
    return QString::fromUtf8(text);
}

/// "name url" of each peer that was recognised.
QStringList peersOf(const ImportResult &result)
{
    QStringList peers;
    for (const ImportedProfile &one : result.profiles)
        peers.append(one.profile.name + u' ' + one.profile.url);
    return peers;
}

} // namespace

/// What people copy from mail, chats, programs and consoles.
class TestImportLetters : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void letters_data();
    void letters();
    void programs_data();
    void programs();
    void wholeProfiles_data();
    void wholeProfiles();
    void notTaken_data();
    void notTaken();
};

void TestImportLetters::letters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("peers");
    QTest::addColumn<QString>("says"); // in a note; empty: nothing was changed
    const auto row = [](const char *name, const char *text, const QStringList &peers, const char *says = "") {
        QTest::newRow(name) << m(text) << peers << m(says);
    };
    const QString a = m("h.example/a wss://h.example/a");
    row("a letter with a list",
        "Hi,\n\nthe endpoints are:\n\n  • wss://h.example/a,\n  • wss://h.example/b;\n  – "
        "“wss://h.example/c”.\n\nBest,\n"
        "Ada\n",
        {a, m("h.example/b wss://h.example/b"), m("h.example/c wss://h.example/c")});
    row("hxxps", "hxxps://h.example/a", {a}, "nobody follows");
    row("dots in brackets", "hxxps://h[.]example/a", {a}, "nobody follows");
    row("a colon in brackets", "wss[:]//h[.]example/a", {a}, "nobody follows");
    row("dots in words", "wss://h[dot]example/a", {a}, "nobody follows");
    row("an IPv6 address has brackets of its own", "wss://[::1]:8443/a",
        {m("[::1]:8443/a wss://[::1]:8443/a")});
    row("a link and where it leads", "wss://h.example/a<wss://h.example/a>", {a});
    row("a label of a chat", "<wss://h.example/a|live feed>", {m("live feed wss://h.example/a")});
    row("a label of a wiki", "[live feed|wss://h.example/a]", {m("live feed wss://h.example/a")});
    row("a label of Markdown", "* [live feed](wss://h.example/a)", {m("live feed wss://h.example/a")});
    row("a label of reStructuredText", "`live feed <wss://h.example/a>`_",
        {m("live feed wss://h.example/a")});
    row("an answer", "> wss://h.example/a\n> > wss://h.example/b\n", {a, m("h.example/b wss://h.example/b")});
    row("quoted-printable", "wss://h.example/a?room=3D7&la=\nng=3Den\nwss://h.example/b\n",
        {m("h.example/a wss://h.example/a?room=7&lang=en"), m("h.example/b wss://h.example/b")},
        "quoted-printable");
    row("a query that is none", "wss://h.example/a?room=3D7", {m("h.example/a wss://h.example/a?room=3D7")});
    row("a token with an equals sign at its end", "wss://h.example/a?x=1&y=QUJD=\nwss://h.example/b",
        {m("h.example/a wss://h.example/a?x=1&y=QUJD="), m("h.example/b wss://h.example/b")});
    row("an entity", "wss://h.example/a?x=1&amp;y=2", {m("h.example/a wss://h.example/a?x=1&y=2")}, "marks");
    row("backslashes", "wss:\\\\h.example\\a", {a}, "marks");
    row("marks of another keyboard", "wss：／／h.example/a。", {a}, "marks");
    row("large letters", "WSS://H.Example/a", {m("h.example/a wss://h.example/a")});
    row("a wrapped line", "use wss://h.example/very/long/\npath?room=7\n",
        {m("h.example/very/long/path wss://h.example/very/long/path?room=7")}, "rest of the URL");
    row("a folder, and another host below", "wss://h.example/a/\ni.example/b\n",
        {m("h.example/a/ wss://h.example/a/"), m("i.example/b wss://i.example/b")});
    row("typographic quotes in a command", "curl “https://h.example/a” –H “Origin: https://o.example”", {a},
        "typographic");
    row("typographic single quotes", "curl ‘https://h.example/a’ —header ‘Origin: https://o.example’", {a},
        "typographic");
    row("typographic quotes in a name stay", "“Ada’s” wss://h.example/a", {m("Ada’s wss://h.example/a")});
    row("zero-width spaces",
        "wss://\xe2\x80\x8bh.example/\xe2\x80\x8b"
        "a",
        {a}, "nobody sees");
    row("soft hyphens and no-break spaces",
        "live\xc2\xa0"
        "feed\xc2\xa0wss://h.ex\xc2\xad"
        "ample/a",
        {m("live feed wss://h.example/a")}, "nobody sees");
    row("a mark of direction", "\xe2\x80\x8fwss://h.example/a\xe2\x80\x8e", {a}, "nobody sees");
    row("a sentence", "The feed is at wss://h.example/a.", {a});
    row("in brackets", "(see wss://h.example/a)", {a});
    row("emphasis", "**wss://h.example/a**", {a});
    row("a table of Markdown", "| name | url |\n|---|---|\n| edge | wss://h.example/a |\n",
        {m("edge wss://h.example/a")});
    row("a table with spaces", "edge-1    wss://h.example/a\nedge-2    wss://h.example/b\n",
        {m("edge-1 wss://h.example/a"), m("edge-2 wss://h.example/b")});
    row("an anchor", "<a href=\"wss://h.example/a\">x</a>", {m("x wss://h.example/a")});
    row("an anchor with more in it", "<li><a class=\"x\" href='wss://h.example/a'>Feed A</a></li>",
        {m("Feed A wss://h.example/a")});
    row("a tag", "<server name=\"eu\" url=\"wss://h.example/a\"/>", {m("eu wss://h.example/a")});
    row("an element", "<endpoint>wss://h.example/a</endpoint>", {a});
    row("an XML document",
        "<?xml version=\"1.0\"?>\n<peers>\n  <peer id='eu' url='wss://h.example/a'/>\n</peers>\n",
        {m("eu wss://h.example/a")});
    row("a page", "<!DOCTYPE html>\n<html>\n<a href=\"wss://h.example/a\">A</a>\n</html>\n",
        {m("A wss://h.example/a")});
    row("labels of a chat", "<wss://h.example/a|one> and <wss://h.example/b|two>",
        {m("one wss://h.example/a"), m("two wss://h.example/b")});
    row("a log",
        "2024-05-01T12:00:00Z INFO connecting to wss://h.example/a\n[12:00:03] open wss://h.example/b\n",
        {a, m("h.example/b wss://h.example/b")}, "in front of the URL");
    row("a console", "WebSocket connection to 'wss://h.example/a' failed: 403", {a}, "behind the URL");
    row("a link in a sentence", "See [the feed](wss://h.example/a).", {m("the feed wss://h.example/a")},
        "in front of the URL");
    row("a name of one word", "a wss://h.example/a", {m("h.example/a wss://h.example/a")});
    row("names of a few words", "edge 1 wss://h.example/a\nPrices in Paris: wss://h.example/b",
        {m("edge 1 wss://h.example/a"), m("Prices in Paris wss://h.example/b")});
    row("variables of an environment", "Environment=\"FEED=wss://h.example/a\"\n-e OTHER=wss://h.example/b",
        {m("FEED wss://h.example/a"), m("OTHER wss://h.example/b")});
    row("a list in YAML", "peers:\n  - wss://h.example/a\n  - wss://h.example/b # eu\n",
        {a, m("h.example/b wss://h.example/b")});
    row("a variable with a default", "WS_URL=${WS_URL:-wss://h.example/a}", {a}, "has no value here");
    row("a block of code", "```sh\nwscat -c wss://h.example/a\n```\n", {a});
    row("one twice on a line", "wss://h.example/a, wss://h.example/b",
        {a, m("h.example/b wss://h.example/b")});
}

void TestImportLetters::letters()
{
    QFETCH(QString, text);
    QFETCH(QStringList, peers);
    QFETCH(QString, says);
    const ImportResult result = importProfiles(text);
    QVERIFY2(result.problems.isEmpty(), qPrintable(wholeOf(result)));
    QCOMPARE(peersOf(result), peers);
    if (!says.isEmpty())
        QVERIFY2(wholeOf(result).contains(says), qPrintable(wholeOf(result)));
}

void TestImportLetters::programs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("profiles");
    const auto row = [](const char *name, const char *text, const QStringList &profiles) {
        QTest::newRow(name) << m(text) << profiles;
    };
    const QString a = m(R"("name": "h/a", "url": "wss://h/a")");
    row("a name in JavaScript",
        "const url = \"wss://h/a\";\nconst ws = new WebSocket(url, [\"chat\"]);\nws.onopen = () => {};\n",
        {a + m(R"(, "subprotocols": ["chat"])")});
    row("a name in Python",
        "uri = \"wss://h/a\"\nasync with websockets.connect(uri, ping_interval=5) as ws:\n",
        {m(R"("name": "h/a", "url": "wss://h/a", "ping_interval_s": 5)")});
    row("names in Python",
        "headers = {\n    \"X-A\": \"b\",\n}\nURL = 'wss://h/a'\nasync with websockets.connect(URL, "
        "extra_headers=headers) as ws:\n",
        {a + m(R"(, "headers": [["X-A", "b"]])")});
    row("a text with names", "const host = 'h';\nconst ws = new WebSocket(`wss://${host}/a`);", {a});
    row("a text with names in Python", "host = \"h\"\nws = await websockets.connect(f\"wss://{host}/a\")\n",
        {a});
    row("fetch with its options apart",
        "const url = 'wss://h/a';\nconst options = {\n  method: 'GET',\n  headers: {\n    'X-A': 'it\\'s "
        "\"b\"'\n  }\n};\n\n"
        "try {\n  const response = await fetch(url, options);\n} catch (error) {\n  console.error(error);\n}",
        {a + m(R"(, "headers": [["X-A", "it's \"b\""]])")});
    row("HTTPie", "http GET 'https://h/a?x=1' Origin:https://o 'X-A: b' y==2",
        {m(R"("name": "h/a", "url": "wss://h/a?x=1&y=2", "headers": [["X-A", "b"]], "origin": "https://o")")});
    row("HTTPie here", "http :8080/ws",
        {m(R"("name": "localhost:8080/ws", "url": "ws://localhost:8080/ws")")});
    row("Wget", "wget --quiet --method GET --header 'X-A: b' --no-check-certificate -O - 'https://h/a'",
        {a + m(R"(, "headers": [["X-A", "b"]], "tls": { "verify": false })")});
    row("PowerShell with a table",
        "$headers=@{}\n$headers.Add(\"X-A\", \"it's `\"b`\"\")\n$headers.Add(\"Upgrade\", \"websocket\")\n"
        "$response = Invoke-WebRequest -Uri 'wss://h/a' -Method GET -Headers $headers",
        {a + m(R"(, "headers": [["X-A", "it's \"b\""]])")});
    row("PowerShell with a cookie",
        "$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession\n$cookie = New-Object "
        "System.Net.Cookie\n$cookie.Name = 'sid'\n$cookie.Value = 'hunter2'\n$cookie.Domain = 'h'\n"
        "$session.Cookies.Add($cookie)\nInvoke-RestMethod -Uri 'wss://h/a' -WebSession $session",
        {m(R"x("name": "h/a", "url": "wss://h/a", "headers": [["Cookie", "keychain:h/a (Cookie)"]])x")});
    row("a request",
        "GET /a?x=1 HTTP/1.1\nHost: h\nUpgrade: websocket\nConnection: Upgrade\nOrigin: https://o\n"
        "Sec-WebSocket-Protocol: chat\nX-A: b\n",
        {m(R"("name": "h/a", "url": "wss://h/a?x=1", "headers": [["X-A", "b"]], "subprotocols": ["chat"], "origin": "https://o")")});
    row("a request as curl shows it",
        "* Connected to h (127.0.0.1) port 80\n> GET /a HTTP/1.1\n> Host: h:80\n> Upgrade: websocket\n> X-A: "
        "b\n>\n"
        "< HTTP/1.1 101 Switching Protocols\n",
        {m(R"("name": "h:80/a", "url": "ws://h:80/a", "headers": [["X-A", "b"]])")});
    row("a request with all of its URL", "GET wss://h/a HTTP/1.1\nHost: h\nUpgrade: websocket\n", {a});
    row("a request of a client", "### live\nWEBSOCKET wss://h/a\nX-A: b\nSec-WebSocket-Protocol: chat\n",
        {a + m(R"(, "headers": [["X-A", "b"]], "subprotocols": ["chat"])")});
    row("a request without a version", "GET wss://h/a\nX-A: b\n", {a + m(R"(, "headers": [["X-A", "b"]])")});
    row("websocket-client in Python",
        "ws = websocket.create_connection('wss://h/a', header=[\"X-A: b\"], sslopt={\"cert_reqs\": "
        "ssl.CERT_NONE})",
        {a + m(R"(, "headers": [["X-A", "b"]], "tls": { "verify": false })")});
    row("its application",
        "ws = websocket.WebSocketApp(\"wss://h/a\", header={\"X-A\": \"b\"}, on_message=f)",
        {a + m(R"(, "headers": [["X-A", "b"]])")});
    row("Go", "c, _, err := websocket.DefaultDialer.Dial(\"wss://h/a\", nil)", {a});
    row("Go's second argument", "req, err := http.NewRequest(\"GET\", \"wss://h/a\", nil)", {a});
    row("C#", "await ws.ConnectAsync(new Uri(\"wss://h/a\"), CancellationToken.None);", {a});
    row("sections", "; ours\n[edge-1]\nurl = wss://h/a ; eu\nping_interval_s = 5\n",
        {m(R"("name": "edge-1", "url": "wss://h/a", "ping_interval_s": 5)")});
    row("TOML", "[[peers]]\nname = \"eu\"\nurl = \"wss://h/a\" # one\nheaders = [[\"X-A\", \"b\"]]\n",
        {m(R"("name": "eu", "url": "wss://h/a", "headers": [["X-A", "b"]])")});
    row("JSON with remarks", "{\n // ours\n \"eu\": \"wss://h/a\", /* x */\n}",
        {m(R"("name": "eu", "url": "wss://h/a")")});
    row("a variable in a list", "env:\n - name: WS_URL\n   value: wss://h/a\n", {a});
    row("scripts of a package", R"({"scripts": {"ws": "wscat -c wss://h/a -H 'X-A: b'"}})",
        {a + m(R"(, "headers": [["X-A", "b"]])")});
    row("credentials of another form",
        R"({"url": "wss://h/a", "auth": {"username": "ada", "password": "pw12345"}})",
        {m(R"x("name": "h/a", "url": "wss://h/a", "auth": { "kind": "basic", "user": "ada", "secret": "keychain:h/a (password or token)" })x")});
    row("OpenAPI with a server of ours", "openapi: 3.0.0\ninfo: {title: x}\nservers:\n  - url: wss://h/a\n",
        {a});
    row("AsyncAPI with references",
        R"({"asyncapi": "3.0.0", "servers": {"p": {"$ref": "#/components/servers/p"}}, "channels": {"c": {"$ref": "#/components/channels/c"}},)"
        R"( "components": {"servers": {"p": {"host": "h", "protocol": "wss"}}, "channels": {"c": {"address": "/a", "bindings": {"ws": {"$ref": "#/components/channelBindings/w"}}}},)"
        R"( "channelBindings": {"w": {"query": {"properties": {"x": {"type": "string", "default": "1"}}}}}}})",
        {m(R"("name": "c", "url": "wss://h/a?x=1", "tags": ["p"])")});
    row("a list in YAML",
        "- name: one\n  url: wss://h/a\n  headers:\n    X-A: b\n- name: two\n  url: wss://h/b\n",
        {m(R"("name": "one", "url": "wss://h/a", "headers": [["X-A", "b"]])"),
         m(R"("name": "two", "url": "wss://h/b")")});
    row("one in YAML", "name: one\nurl: wss://h/a\nheaders:\n  X-A: b\n",
        {m(R"("name": "one", "url": "wss://h/a", "headers": [["X-A", "b"]])")});
    row("a dictionary of Python", "[{'name': 'one', 'url': 'wss://h/a', 'headers': {'X-A': 'b'}},]",
        {m(R"("name": "one", "url": "wss://h/a", "headers": [["X-A", "b"]])")});
    row("headers as lines in JSON", R"({"name": "one", "url": "wss://h/a", "headers": ["X-A: b"]})",
        {m(R"("name": "one", "url": "wss://h/a", "headers": [["X-A", "b"]])")});
    row("headers as pairs in JSON", R"([{"name": "one", "url": "wss://h/a", "headers": [["X-A", "b"]]}])",
        {m(R"("name": "one", "url": "wss://h/a", "headers": [["X-A", "b"]])")});
}

void TestImportLetters::programs()
{
    QFETCH(QString, text);
    QFETCH(QStringList, profiles);
    const ImportResult result = importProfiles(text);
    QStringList found;
    for (const ImportedProfile &one : result.profiles)
        found.append(lineOf(one.profile));
    QVERIFY2(result.problems.isEmpty(), qPrintable(wholeOf(result)));
    QVERIFY2(found == profiles, qPrintable(wholeOf(result)));
}

void TestImportLetters::wholeProfiles_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("HTTPie") << m("https GET h.example/a Authorization:'Bearer abcdefgh'");
    QTest::newRow("HTTPie's own") << m("https -A bearer -a abcdefgh GET h.example/a");
    QTest::newRow("Wget") << m("wget --header='Authorization: Bearer abcdefgh' https://h.example/a");
    QTest::newRow("a request") << m(
        "GET /a HTTP/1.1\nHost: h.example\nUpgrade: websocket\nAuthorization: Bearer abcdefgh");
}

/// Secrets are recognised wherever they come from.
void TestImportLetters::wholeProfiles()
{
    QFETCH(QString, text);
    const ImportResult result = importProfiles(text);
    QVERIFY2(result.profiles.size() == 1, qPrintable(wholeOf(result)));
    QCOMPARE(result.profiles[0].profile.own.authKind, std::optional(AuthKind::Bearer));
    QCOMPARE(result.profiles[0].secrets.size(), 1);
    QCOMPARE(result.profiles[0].secrets[0].secret, m("abcdefgh"));
}

void TestImportLetters::notTaken_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("peers");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *text, const QStringList &peers, const char *says) {
        QTest::newRow(name) << m(text) << peers << m(says);
    };
    const QString a = m("h/a wss://h/a");
    row("an origin among headers", "wss://h/a\nOrigin: https://o.example\n", {a}, "page's address");
    row("a page with a name", "docs: https://wiki.example/x\nwss://h/a\n", {a}, "page's address");
    row("a configuration", "location / {\n  proxy_pass http://127.0.0.1:9001;\n}\n", {}, "page's address");
    row("another language",
        "package main\n\nfunc main() {\n\turl := \"https://live.example/ws\"\n\treq, _ := "
        "http.NewRequest(\"GET\", url, nil)\n"
        "\treq.Header.Add(\"Origin\", \"https://app.example\")\n}\n",
        {}, "page's address");
    row("nothing but a page with a name", "docs: https://wiki.example/x", {}, "only addresses of pages");
    row("a page between others", "Live<https://h/docs> is at wss://h/a", {a}, "page's address");
    row("a picture", "![](https://h/p.png)\nwss://h/a", {a}, "page's address");
    row("a place holder", "wss://h/a\nwss://h/<room>/feed\n", {a}, "place holder <room>");
    row("a place holder in braces", "wss://h/a\nwss://h/{room}/feed\n", {a}, "place holder {room}");
    row("an empty token", "wss://h/a\nwss://h/b?token=\n", {a}, "no token behind “token=”");
    row("a page in JSON", R"({"one": "wss://h/a", "docs": "https://h/docs"})", {m("one wss://h/a")},
        "page's address");
    row("requests in JSON", R"({"requests": [{"method": "GET", "endpoint": "https://h/a"}]})", {},
        "nothing in it opens a WebSocket");
    row("a collection without any", R"({"item": [{"name": "a", "request": {"url": "https://h/a"}}]})", {},
        "nothing in it opens a WebSocket");
    row("AsyncAPI of another file", R"({"asyncapi": "3.0.0", "servers": {"p": {"$ref": "other.yaml#/p"}}})",
        {}, "not in this document");
    row("AsyncAPI without a server", R"({"asyncapi": "3.0.0", "channels": {}})", {}, "names no server");
    row("a page's request", "GET / HTTP/1.1\nHost: h\nAccept: text/html\n", {}, "Upgrade: websocket");
    row("a request to nobody", "GET /a HTTP/1.1\nUpgrade: websocket\n", {}, "names no host");
    row("a name that nobody gave", "const ws = new WebSocket(base + '/a', options);", {},
        "stands there as it is");
    row("a name that is not used",
        "const other = 'wss://h/b';\nconst url = 'wss://h/a';\nnew WebSocket(url);", {a}, "no call");
}

/// What is not a peer is not imported, and that is reported.
void TestImportLetters::notTaken()
{
    QFETCH(QString, text);
    QFETCH(QStringList, peers);
    QFETCH(QString, says);
    const ImportResult result = importProfiles(text);
    QVERIFY2(peersOf(result) == peers, qPrintable(wholeOf(result)));
    QVERIFY2(wholeOf(result).contains(says), qPrintable(wholeOf(result)));
    QVERIFY(result.hasIgnored());
}

QTEST_GUILESS_MAIN(TestImportLetters)
#include "tst_importletters.moc"
