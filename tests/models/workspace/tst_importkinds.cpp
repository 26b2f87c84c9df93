// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/workspace/importtold.h"
#include "tests/support/honesttest.h"
#include "workspace/importfiles.h"
#include "workspace/importtext.h"
#include "workspace/jsonparser.h"
#include "workspace/workspacereader.h"
#include "workspace/yamlreader.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString k(const char *text)
{
    return QString::fromUtf8(text);
}

QStringList urlsOf(const ImportResult &result)
{
    QStringList urls;
    for (const ImportedProfile &one : result.profiles)
        urls.append(one.profile.url);
    return urls;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList seeds(const char *folder)
{
    const QDir dir(QStringLiteral(PONGWATCH_SEEDS "/") + QString::fromLatin1(folder));
    QStringList paths;
    for (const QFileInfo &file : dir.entryInfoList(QDir::Files | QDir::Hidden))
        paths.append(file.filePath());
    return paths;
}

/// A leaf of a document, and where it is.
struct Leaf {
    QString place;
    QList<size_t> way;
};

void collectLeaves(const JsonValue &value, const QString &place, const QList<size_t> &way,
                   QList<Leaf> &leaves)
{
    if (!value.isContainer()) {
        if (value.kind() != JsonValue::Kind::Null)
            leaves.append({place, way});
        return;
    }
    for (size_t i = 0; i < value.children().size(); ++i) {
        const JsonMember &child = value.children()[i];
        QString at = place;
        if (value.kind() == JsonValue::Kind::Array)
            at += QStringLiteral("[%1]").arg(i);
        else
            at += (place.isEmpty() ? QString() : k(".")) + child.key();
        collectLeaves(child.value, at, way + QList<size_t>{i}, leaves);
    }
}

JsonValue withOther(const JsonValue &root, const Leaf &leaf)
{
    JsonValue copy = root;
    JsonValue *at = &copy;
    for (const size_t step : leaf.way)
        at = &at->children()[step].value;
    if (at->kind() == JsonValue::Kind::String)
        *at = JsonValue::string(at->toString() + k("q"));
    else if (at->kind() == JsonValue::Kind::Bool)
        *at = JsonValue::boolean(!at->toBool());
    else if (at->kind() == JsonValue::Kind::Number)
        *at = JsonValue::number(at->toNumber() + 1);
    else
        *at = JsonValue::string(k("q"));
    return copy;
}

} // namespace

/// The kinds of input that people have, and that nothing of them is lost without a word.
class TestImportKinds : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void notes_data();
    void notes();
    void refusals_data();
    void refusals();
    void tables_data();
    void tables();
    void documents_data();
    void documents();
    void encodings_data();
    void encodings();
    void variablesBeside();
    void filesOfVariables_data();
    void filesOfVariables();
    void everyWordIsAccountedFor_data();
    void everyWordIsAccountedFor();
    void everyLeafIsAccountedFor_data();
    void everyLeafIsAccountedFor();
};

void TestImportKinds::lines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("profiles");
    const auto row = [](const char *name, const char *text, const QStringList &profiles) {
        QTest::newRow(name) << k(text) << profiles;
    };
    row("Chrome for cmd",
        "curl ^\"wss://h/ws?room=7^&lang=en^\" ^\r\n  -H ^\"Upgrade: websocket^\" ^\r\n  -H ^\"Origin: "
        "https://app^\" ^\r\n"
        "  -H ^\"X-Q: ^\\^\"a^\\^\";v=^\\^\"1^\\^\"^\" ^\r\n  -H ^\"X-P: 100^%^25^\"",
        {k(R"("name": "h/ws", "url": "wss://h/ws?room=7&lang=en", "headers": [["X-Q", "\"a\";v=\"1\""], ["X-P", "100%25"]], "origin": "https://app")")});
    row("cmd with plain quotes", "curl \"wss://h/a\" ^\n -H \"X-A: \\\"b\\\"\" -H \"X-C: d\"",
        {k(R"("name": "h/a", "url": "wss://h/a", "headers": [["X-A", "\"b\""], ["X-C", "d"]])")});
    row("carets between single quotes",
        "curl 'https://h/a' ^\n-H 'X-A: \"b\"' ^\n-H 'authorization: Bearer $T'",
        {k(R"("name": "h/a", "url": "wss://h/a", "headers": [["X-A", "\"b\""]], "auth": { "kind": "bearer", "secret": "$T" })")});
    row("PowerShell", "curl.exe `\n -H \"X-A: b`\"c\" `\n -H 'X-D: it''s' `\n wss://h/a",
        {k(R"("name": "h/a", "url": "wss://h/a", "headers": [["X-A", "b\"c"], ["X-D", "it's"]])")});
    row("Invoke-WebRequest",
        "Invoke-WebRequest -UseBasicParsing -Uri \"wss://h/a\" `\n-Headers @{\n\"Origin\"=\"https://o\"\n  "
        "\"X-A\"=\"b`\"c\"\n}",
        {k(R"("name": "h/a", "url": "wss://h/a", "headers": [["X-A", "b\"c"]], "origin": "https://o")")});
    row("a prompt", "$ curl wss://h/a", {k(R"("name": "h/a", "url": "wss://h/a")")});
    row("a prompt with a name", "me@box:~$ curl wss://h/a", {k(R"("name": "h/a", "url": "wss://h/a")")});
    row("a prompt with a mark", "B$ curl wss://h/a", {k(R"("name": "h/a", "url": "wss://h/a")")});
    row("a prompt in brackets", "[me@box ~]# curl wss://h/a", {k(R"("name": "h/a", "url": "wss://h/a")")});
    row("a prompt of Windows", "C:\\Users\\me>curl -4 wss://h/a",
        {k(R"("name": "h/a", "url": "wss://h/a", "address_family": "ipv4")")});
    row("a prompt of PowerShell", "PS C:\\Users\\me> curl.exe -4 wss://h/a",
        {k(R"("name": "h/a", "url": "wss://h/a", "address_family": "ipv4")")});
    row("sudo with options", "sudo -u www-data -E curl wss://h/a",
        {k(R"("name": "h/a", "url": "wss://h/a")")});
    row("variables in front", "A=b C='d e' curl wss://h/a", {k(R"("name": "h/a", "url": "wss://h/a")")});
    row("npx", "npx --yes wscat@5.2.0 -c h.example:8080/ws",
        {k(R"("name": "h.example:8080/ws", "url": "ws://h.example:8080/ws")")});
    row("docker and a tool", "docker run --rm -it -e A=b node:20 npx wscat -c ws://h/a",
        {k(R"("name": "h/a", "url": "ws://h/a")")});
    row("docker and an image", "docker run --rm registry:5000/me/websocat:1 -4 ws://h/a",
        {k(R"("name": "h/a", "url": "ws://h/a")")});
    row("curl without a scheme", "curl -i -N localhost:8080/ws",
        {k(R"("name": "localhost:8080/ws", "url": "ws://localhost:8080/ws")")});
    row("curl and a bare name", "curl myhost/ws", {k(R"("name": "myhost/ws", "url": "ws://myhost/ws")")});
    row("wscat without a scheme", "wscat --connect 127.0.0.1:8080",
        {k(R"("name": "127.0.0.1:8080", "url": "ws://127.0.0.1:8080")")});
    row("curl -G", "curl -G -d a=b --data-urlencode 'c=d e' wss://h/a?x=1",
        {k(R"("name": "h/a", "url": "wss://h/a?x=1&a=b&c=d%20e")")});
    row("two commands", "curl wss://h/a && curl wss://h/b; wscat -c wss://h/c",
        {k(R"("name": "h/a", "url": "wss://h/a")"), k(R"("name": "h/b", "url": "wss://h/b")"),
         k(R"("name": "h/c", "url": "wss://h/c")")});
    row("curl's next", "curl -4 wss://h/a --next -6 wss://h/b",
        {k(R"("name": "h/a", "url": "wss://h/a", "address_family": "ipv4")"),
         k(R"("name": "h/b", "url": "wss://h/b", "address_family": "ipv6")")});
    row("the host that the URL has", "curl -H 'Host: h.example' https://h.example/a",
        {k(R"("name": "h.example/a", "url": "wss://h.example/a")")});
    row("a quote over lines", "curl -H 'X-A: b' \\\n  --data 'one\ntwo' wss://h/a",
        {k(R"("name": "h/a", "url": "wss://h/a", "headers": [["X-A", "b"]])")});
    row("fetch",
        "await fetch(\"wss://h/a\", {\n \"headers\": {\n \"x-a\": \"b\"\n },\n \"method\": \"GET\"\n});",
        {k(R"("name": "h/a", "url": "wss://h/a", "headers": [["x-a", "b"]])")});
    row("a WebSocket in JavaScript", "const ws = new WebSocket('wss://h/a', ['chat', \"v2\"]);",
        {k(R"("name": "h/a", "url": "wss://h/a", "subprotocols": ["chat", "v2"])")});
    row("a WebSocket of Node",
        "new WebSocket(\"wss://h/a\", { origin: 'https://o', headers: { 'X-A': 'b' } })",
        {k(R"("name": "h/a", "url": "wss://h/a", "headers": [["X-A", "b"]], "origin": "https://o")")});
    row("bullets and numbers",
        "- wss://h/a\n* wss://h/b\n• wss://h/c\n1. wss://h/d\n2) wss://h/e\n- [x] wss://h/f",
        {k(R"("name": "h/a", "url": "wss://h/a")"), k(R"("name": "h/b", "url": "wss://h/b")"),
         k(R"("name": "h/c", "url": "wss://h/c")"), k(R"("name": "h/d", "url": "wss://h/d")"),
         k(R"("name": "h/e", "url": "wss://h/e")"), k(R"("name": "h/f", "url": "wss://h/f")")});
    row("quotes and brackets",
        "\"wss://h/a\"\n'wss://h/b'\n`wss://h/c`\n<wss://h/d>\n(wss://h/e)\n“wss://h/f”",
        {k(R"("name": "h/a", "url": "wss://h/a")"), k(R"("name": "h/b", "url": "wss://h/b")"),
         k(R"("name": "h/c", "url": "wss://h/c")"), k(R"("name": "h/d", "url": "wss://h/d")"),
         k(R"("name": "h/e", "url": "wss://h/e")"), k(R"("name": "h/f", "url": "wss://h/f")")});
    row("marks behind", "wss://h/a,\nwss://h/b;\nwss://h/c.\nwss://h/d\xe2\x80\x8b\n\xef\xbb\xbfwss://h/e",
        {k(R"("name": "h/a", "url": "wss://h/a")"), k(R"("name": "h/b", "url": "wss://h/b")"),
         k(R"("name": "h/c", "url": "wss://h/c")"), k(R"("name": "h/d", "url": "wss://h/d")"),
         k(R"("name": "h/e", "url": "wss://h/e")")});
    row("marks inside stay", "wss://h/a?x=1,2;3&y=(z)",
        {k("\"name\": \"h/a\", \"url\": \"wss://h/a?x=1,2;3&y=(z)\"")});
    row("two on a line", "wss://h/a wss://h/b\nwss://h/c,wss://h/d and wss://h/e",
        {k(R"("name": "h/a", "url": "wss://h/a")"), k(R"("name": "h/b", "url": "wss://h/b")"),
         k(R"("name": "h/c", "url": "wss://h/c")"), k(R"("name": "h/d", "url": "wss://h/d")"),
         k(R"("name": "h/e", "url": "wss://h/e")")});
    row("names in front",
        "feed: wss://h/a\nWS_URL=wss://h/b\nexport LIVE=\"wss://h/c\"\n[Prices](wss://h/d)\n| edge | "
        "wss://h/e |",
        {k(R"("name": "feed", "url": "wss://h/a")"), k(R"("name": "h/b", "url": "wss://h/b")"),
         k(R"("name": "LIVE", "url": "wss://h/c")"), k(R"("name": "Prices", "url": "wss://h/d")"),
         k(R"("name": "edge", "url": "wss://h/e")")});
    row("hosts alone",
        "b\xc3\xbc"
        "cher.example\nlocalhost:8080\nwss:/example.org\nhttps://page.example/x",
        {k(R"("name": "bücher.example", "url": "wss://xn--bcher-kva.example")"),
         k(R"("name": "localhost:8080", "url": "ws://localhost:8080")"),
         k(R"("name": "example.org", "url": "wss://example.org")"),
         k(R"("name": "page.example/x", "url": "wss://page.example/x")")});
    row("a list in JSON",
        R"(["wss://h/a", {"name": "b", "url": "wss://h/b", "headers": {"X-A": "c"}, "ping_interval_s": 5}])",
        {k(R"("name": "h/a", "url": "wss://h/a")"),
         k(R"("name": "b", "url": "wss://h/b", "ping_interval_s": 5, "headers": [["X-A", "c"]])")});
    row("an object in JSON", R"({"edge": {"one": "wss://h/a", "two": "wss://h/b"}})",
        {k(R"("name": "one", "url": "wss://h/a")"), k(R"("name": "two", "url": "wss://h/b")")});
    row("JSON lines", "{\"url\": \"wss://h/a\"}\n{\"url\": \"wss://h/b\"}\n",
        {k(R"("name": "h/a", "url": "wss://h/a")"), k(R"("name": "h/b", "url": "wss://h/b")")});
}

void TestImportKinds::lines()
{
    QFETCH(QString, text);
    QFETCH(QStringList, profiles);
    const ImportResult result = importProfiles(text);
    QStringList found;
    for (const ImportedProfile &one : result.profiles)
        found.append(lineOf(one.profile));
    QVERIFY2(result.problems.isEmpty(), qPrintable(wholeOf(result)));
    QCOMPARE(found, profiles);
}

void TestImportKinds::notes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *text, ImportNote::Kind kind, const char *place,
                        const char *says) {
        QTest::newRow(name) << k(text) << int(kind) << k(place) << k(says);
    };
    using Kind = ImportNote::Kind;
    row("verification switched off", "curl -k wss://h", Kind::Warning, "line 1, -k", "not verified");
    row("an option of no use", "curl --interface eth0 wss://h", Kind::Ignored, "line 1, --interface",
        "no setting");
    row("an option that nobody knows", "wscat --colour -c wss://h", Kind::Ignored, "line 1, --colour",
        "not known");
    row("another method", "curl -X POST wss://h", Kind::Ignored, "line 1, -X", "always a GET");
    row("a body", "curl -d x wss://h", Kind::Ignored, "line 1, -d", "no body");
    row("a body of a handshake's header", "curl -H 'Content-Length: 3' wss://h", Kind::Ignored, "line 1, -H",
        "no place in a handshake");
    row("an extension", "curl -H 'Sec-WebSocket-Extensions: permessage-deflate' wss://h", Kind::Ignored,
        "line 1, -H", "extension");
    row("a header without a value", "curl -H 'X-A:' wss://h", Kind::Ignored, "line 1, -H", "no value");
    row("a file of headers", "curl -H @headers.txt wss://h", Kind::Ignored, "line 1, -H", "not read");
    row("another host's address", "curl --resolve other.example:443:10.0.0.1 wss://h", Kind::Ignored,
        "line 1, --resolve", "another host");
    row("a number that is none", "websocat --ping-interval soon wss://h", Kind::Ignored,
        "line 1, --ping-interval", "no number");
    row("a pipe", "curl wss://h | jq .", Kind::Ignored, "line 1, |", "jq");
    row("a fragment", "wss://h/a#top", Kind::Ignored, "line 1", "never sent");
    row("words behind", "wss://h/a is the one in Paris", Kind::Ignored, "line 1", "behind the URL");
    row("words in front", "the one that we have always had there is wss://h/a", Kind::Ignored, "line 1",
        "in front of the URL");
    row("a remark behind", "wss://h/a # the eu one", Kind::Aside, "line 1", "a remark");
    row("a line that is switched off", "wss://h/a\n# wss://h/b", Kind::Ignored, "line 2", "remark");
    row("a page in a sentence", "wss://h/a\nsee https://wiki.example/x for more", Kind::Ignored, "line 2",
        "page");
    row("characters that nobody sees", "wss://h/a\xe2\x80\x8b", Kind::Changed, "line 1", "nobody sees");
    row("a page's scheme", "https://h/a", Kind::Changed, "line 1", "wss://");
    row("a host alone", "h.example", Kind::Changed, "line 1", "wss://h.example");
    row("an unknown column", "name,url,colour\na,wss://h,red", Kind::Ignored, "line 2, colour", "not known");
    row("a title above a table", "Peers\nname,url\na,wss://h", Kind::Ignored, "line 1", "above");
    row("an unknown member", R"([{"url": "wss://h", "colour": "red"}])", Kind::Ignored, "[0].colour",
        "not known");
    row("a number in a list", R"(["wss://h", 7])", Kind::Ignored, "[1]", "no URL");
}

void TestImportKinds::notes()
{
    QFETCH(QString, text);
    QFETCH(int, kind);
    QFETCH(QString, place);
    QFETCH(QString, says);
    const ImportResult result = importProfiles(text);
    QVERIFY2(!result.profiles.empty(), qPrintable(wholeOf(result)));
    QList<ImportNote> all = result.notes;
    for (const ImportedProfile &one : result.profiles)
        all += one.notes;
    const bool found = std::any_of(all.cbegin(), all.cend(), [&](const ImportNote &note) {
        return int(note.kind) == kind && note.place == place && note.text.contains(says);
    });
    QVERIFY2(found, qPrintable(wholeOf(result)));
    if (ImportNote::Kind(kind) == ImportNote::Kind::Ignored)
        QVERIFY(result.hasIgnored());
}

void TestImportKinds::refusals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *text, const char *place, const char *says) {
        QTest::newRow(name) << k(text) << k(place) << k(says);
    };
    row("prose", "Dear Ada,\nhow are you?\n", "", "no URL in it");
    row("a space in the scheme", "wss ://x", "line 1", "not a valid URL");
    row("a command without a URL", "curl -k", "line 1", "no URL");
    row("a sentence that begins with a tool", "curl with carets at the line ends of it", "", "no URL");
    row("a sentence with a dot", "Websocat has options and a form for its arguments.", "", "no URL");
    row("a server", "wscat -l 8080", "line 1", "listens");
    row("an empty token", "curl -H 'Authorization: Bearer ' wss://h", "line 1", "no token");
    row("a variable in the URL", "curl wss://$HOST/a", "line 1", "HOST");
    row("a variable of a template", "wss://{{host}}/a", "line 1", "host");
    row("an expression", "new WebSocket(base + '/a')", "line 1", "new WebSocket");
    row("more cells than the head has", "name,url\na,wss://h?x=1,2,3", "line 2", "4 cells");
    row("neither true nor false", "name,url,enabled\na,wss://h,maybe", "line 2", "neither true nor false");
    row("a table without URLs", "host;port\na;1\nb;2", "", "no column");
    row("a quote without an end", "name,url\n\"a,wss://h\n", "", "a quote has no end");
    row("a page", "<!DOCTYPE html><html>", "", "page");
    row("OpenAPI", "openapi: 3.0.0\ninfo: {title: x}\n", "", "OpenAPI");
    row("JSON of another kind", R"({"a": 1})", "", "none of the formats");
    row("broken JSON", R"({"log": )", "", "line 1");
    row("Postman's variable", R"({"item": [{"name": "a", "request": {"url": "{{base}}/a"}}]})", "item[0]",
        "base");
    row("Postman's path variable",
        R"({"item": [{"name": "a", "request": {"url": {"raw": "wss://h/:room"}}}]})", "item[0]", ":room");
}

void TestImportKinds::refusals()
{
    QFETCH(QString, text);
    QFETCH(QString, place);
    QFETCH(QString, says);
    const ImportResult result = importProfiles(text);
    QVERIFY2(result.profiles.empty(), qPrintable(wholeOf(result)));
    QCOMPARE(result.problems.size(), 1);
    QCOMPARE(result.problems[0].place, place);
    QVERIFY2(result.problems[0].text.contains(says), qPrintable(wholeOf(result)));
    QVERIFY(result.hasIgnored());
}

void TestImportKinds::tables_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("profiles");
    const auto row = [](const char *name, const char *text, const QStringList &profiles) {
        QTest::newRow(name) << k(text) << profiles;
    };
    const QString a = k(R"("name": "a", "url": "wss://h")");
    row("a separator that is told", "sep=;\r\nname;url\r\na;wss://h\r\n", {a});
    row("a bar", "name|url\na|wss://h", {a});
    row("lines that end in CR", "name,url\ra,wss://h\r", {a});
    row("a title row", "Our peers;;\n;;\nname;url;\na;wss://h;", {a});
    row("no known head", "Bezeichnung;Server\na;wss://h\n", {a});
    row("no head at all", "a\twss://h\nb\twss://i\n", {a, k(R"("name": "b", "url": "wss://i")")});
    row("names in words", "Name, URL ,Ping Interval,Ping Timeout S\na,wss://h,5,off",
        {k(R"("name": "a", "url": "wss://h", "ping_interval_s": 5, "ping_timeout_s": null)")});
    row("a number with a comma", "name;url;ping_interval_s\na;wss://h;0,5",
        {k(R"("name": "a", "url": "wss://h", "ping_interval_s": 0.5)")});
    row("tags with commas", "name,url,tags\na,wss://h,\"eu, prod;x\"",
        {k(R"("name": "a", "url": "wss://h", "tags": ["eu", "prod", "x"])")});
    row("a host alone", "name,url\na,h.example:8443", {k(R"("name": "a", "url": "wss://h.example:8443")")});
    row("a quote against formulas", "name,url\n'=a,wss://h", {k(R"("name": "=a", "url": "wss://h")")});
    for (const char *word : {"FALSE", "false", "0", "no", "off", "FALSCH", "Nein", "FAUX", "否"}) {
        const QString text =
            k("name,url,enabled,reconnect.enabled,tls.verify\na,wss://h,%1,%1,%1").arg(k(word));
        QTest::newRow(word)
            << text
            << QStringList{k(
                   R"("name": "a", "url": "wss://h", "enabled": false, "reconnect": { "enabled": false }, "tls": { "verify": false })")};
    }
    for (const char *word : {"TRUE", "1", "yes", "WAHR", "VRAI", "是"}) {
        const QString text = k("name,url,enabled,reconnect.enabled\na,wss://h,%1,%1").arg(k(word));
        QTest::newRow(word) << text
                            << QStringList{
                                   k(R"("name": "a", "url": "wss://h", "reconnect": { "enabled": true })")};
    }
}

void TestImportKinds::tables()
{
    lines();
}

void TestImportKinds::documents_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("profiles");
    const auto row = [](const char *file, const QStringList &profiles) {
        QTest::newRow(file) << k(file) << profiles;
    };
    const QString live = k("keychain:Live (password or token)");
    row("firefox.har",
        {k(R"x("name": "live.example/ws", "url": "wss://live.example/ws", "headers": [["Cookie", "keychain:live.example/ws (Cookie)"]])x")});
    row("proxy.har",
        {k(R"("name": "live.example/ws", "url": "wss://live.example/ws?x=1", "origin": "https://app.example")")});
    row("chrome.har",
        {k(R"x("name": "live.example/ws", "url": "wss://live.example/ws?token=keychain:live.example/ws%20(token)", "headers": [["Cookie", "keychain:live.example/ws (Cookie)"], ["User-Agent", "UA"]], )x"
           R"x("subprotocols": ["bearer", "keychain:live.example/ws (sub-protocol)"], "origin": "https://app.example")x")});
    row("postman-inherited.json",
        {k(R"x("name": "Live", "url": "wss://live.example/a", "tags": ["Folder"], "auth": { "kind": "bearer", "secret": "keychain:Live (password or token)" })x")});
    row("postman-api-key.json",
        {k(R"x("name": "Live", "url": "wss://live.example/a", "headers": [["X-Api-Key", "keychain:Live (X-Api-Key)"]])x")});
    row("postman-2.0.json",
        {k(R"x("name": "Live", "url": "wss://live.example/a", "headers": [["X-A", "b"]], "auth": { "kind": "bearer", "secret": "keychain:Live (password or token)" })x"),
         k(R"("name": "Short", "url": "wss://live.example/short")")});
    row("postman-folders.json", {k(R"("name": "Live", "url": "wss://live.example/a", "tags": ["F"])")});
    row("postman-3.yaml",
        {k(R"x("name": "Live", "url": "wss://pm3.example/live?room=7", "headers": [["X-A", "b"]], "auth": { "kind": "bearer", "secret": "keychain:Live (password or token)" })x")});
    row("insomnia-4.json",
        {k(R"x("name": "Live", "url": "wss://h.example/live", "tags": ["Folder"], "headers": [["X-A", "b"]], "auth": { "kind": "bearer", "secret": "keychain:Live (password or token)" })x")});
    row("insomnia-5.yaml",
        {k(R"("name": "Live", "url": "wss://weather.test/live", "tags": ["Forecasts"], "headers": [["X-Tenant", "t"]], "auth": { "kind": "bearer", "secret": "$token" })"),
         k(R"x("name": "Other", "url": "wss://weather.test/other?room=7&apikey=keychain:Other%20(apikey)")x")});
    row("bruno.bru",
        {k(R"x("name": "Live", "url": "wss://bru.example/live", "headers": [["X-A", "b"]], "auth": { "kind": "bearer", "secret": "keychain:Live (password or token)" })x")});
    row("bruno.json",
        {k(R"x("name": "Live", "url": "wss://bruno.example/ws/7?x=1", "headers": [["X-A", "b"]], "auth": { "kind": "bearer", "secret": "keychain:Live (password or token)" })x")});
    row("oc.yaml",
        {k(R"x("name": "Live", "url": "wss://oc.example/live", "headers": [["X-A", "b"]], "auth": { "kind": "bearer", "secret": "keychain:Live (password or token)" })x")});
    row("as2.yaml",
        {k(R"("name": "/marketdata/btcusd", "url": "wss://api.gemini.example:443/v1/marketdata/btcusd?heartbeat=false", "tags": ["prod"])")});
    row("as3.json",
        {k(R"("name": "public root", "url": "wss://ws.kraken.example/v2", "tags": ["public"])"),
         k(R"("name": "private own", "url": "wss://auth.kraken.example/own", "tags": ["private"])")});
}

void TestImportKinds::documents()
{
    QFETCH(QString, file);
    QFETCH(QStringList, profiles);
    const QByteArray bytes = contentOf(QStringLiteral(PONGWATCH_SEEDS "/documents/") + file);
    QVERIFY(!bytes.isEmpty());
    const ImportResult result = importBytes(bytes);
    QStringList found;
    for (const ImportedProfile &one : result.profiles) {
        found.append(lineOf(one.profile));
        for (const ImportedSecret &secret : one.secrets)
            QVERIFY2(secret.secret.contains(k("hunter2")) || secret.secret == k("sid=good"),
                     qPrintable(secret.secret));
    }
    QVERIFY2(result.problems.isEmpty(), qPrintable(wholeOf(result)));
    QCOMPARE(found, profiles);
}

void TestImportKinds::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("encoding");
    const auto row = [](const char *name, const QByteArray &bytes, const char *expected,
                        const char *encoding) { QTest::newRow(name) << bytes << k(expected) << k(encoding); };
    row("UTF-8", "name,url\nM\xc3\xbcnchen,wss://h\n", "München", "");
    row("UTF-8 with a mark", "\xef\xbb\xbfname,url\nM\xc3\xbcnchen,wss://h\n", "München", "");
    row("windows-1252", "name;url\r\nM\xfcnchen;wss://h\r\n", "München", "windows-1252");
    row("windows-1252 with a euro sign", "name;url\r\n\x80 Caf\xe9;wss://h\r\n", "€ Café", "windows-1252");
    row("GB18030", "name,url\n\xc4\xcf\xbe\xa9,wss://h\n", "南京", "GB18030");
    row("GB18030 outside GB 2312", "name,url\n\xc4\xcf\xbe\xa9\x81\x40\x81\x41,wss://h\n", "南京丂丄",
        "GB18030");
    for (const bool isBig : {false, true}) {
        for (const bool isMarked : {false, true}) {
            QByteArray bytes;
            for (const QChar c :
                 k("%1name\turl\nMünchen\twss://h\n").arg(isMarked ? QString(QChar(0xFEFF)) : QString())) {
                const char high = char(c.unicode() >> 8);
                const char low = char(c.unicode() & 0xFF);
                bytes += isBig ? high : low;
                bytes += isBig ? low : high;
            }
            row(qPrintable(QStringLiteral("UTF-16%1 %2")
                               .arg(isBig ? k("BE") : k("LE"), isMarked ? k("with a mark") : k("without"))),
                bytes, "München",
                isMarked ? ""
                : isBig  ? "UTF-16BE"
                         : "UTF-16LE");
        }
    }
}

void TestImportKinds::encodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QFETCH(QString, encoding);
    const ImportResult result = importBytes(bytes);
    QVERIFY2(result.profiles.size() == 1, qPrintable(wholeOf(result)));
    QCOMPARE(result.profiles[0].profile.name, name);
    const bool isTold =
        std::any_of(result.notes.cbegin(), result.notes.cend(), [&encoding](const ImportNote &note) {
            return note.text.contains(encoding) && note.kind == ImportNote::Kind::Changed;
        });
    QCOMPARE(isTold, !encoding.isEmpty());
}

void TestImportKinds::variablesBeside()
{
    QTemporaryDir folder;
    const auto write = [&folder](const char *name, const QByteArray &text) {
        QFile file(folder.filePath(k(name)));
        return file.open(QIODevice::WriteOnly) && file.write(text) > 0;
    };
    const char *collectionText = "{'item': [{'name': 'a', 'request': {'url': '{{base}}/a', 'auth': "
                                 "{'type': 'bearer', 'bearer': {'token': '{{TOKEN}}'}}}}]}";
    const char *environmentText = "{'name': 'team', 'values': [{'key': 'base', 'value': 'wss://env.example', "
                                  "'enabled': true}], '_postman_variable_scope': 'environment'}";
    const auto json = [](const char *text) { return QByteArray(text).replace('\'', '"'); };
    QVERIFY(write("c.json", json(collectionText)));
    QVERIFY(write("run.sh", "curl -H \"Authorization: Bearer $TOKEN\" wss://$HOST/b\n"));
    QVERIFY(write("team.postman_environment.json", json(environmentText)));
    QVERIFY(
        write(".env", "# ours\nHOST=dot.example\nexport TOKEN=\"hunter2\"\nbase=wss://dot.example # here\n"));
    const QString collection = folder.filePath(k("c.json"));
    // Beside it, when it is needed.
    ImportResult result = importFiles({}, {collection});
    QCOMPARE(urlsOf(result), QStringList{k("wss://dot.example/a")});
    QCOMPARE(result.profiles[0].secrets.value(0).secret, k("hunter2"));
    QVERIFY(result.profiles[0].secrets.value(0).isFoundBeside); // not the text's own to give away
    QVERIFY(std::any_of(result.notes.cbegin(), result.notes.cend(), [](const ImportNote &note) {
        return note.text.contains(k("TOKEN")) && note.text.contains(k("base"));
    }));
    QVERIFY(write("own.sh", "curl -H \"Authorization: Bearer hunter2\" wss://$HOST/b\n"));
    result = importFiles({}, {folder.filePath(k("own.sh"))});
    QCOMPARE(urlsOf(result), QStringList{k("wss://dot.example/b")});
    result = importFiles({}, {folder.filePath(k("run.sh"))});
    QCOMPARE(urlsOf(result), QStringList{k("wss://dot.example/b")});
    // Chosen together with it, an environment wins.
    result = importFiles({}, {folder.filePath(k("team.postman_environment.json")), collection});
    QCOMPARE(urlsOf(result), QStringList{k("wss://env.example/a")});
    // A file that can't be read is told by its name.
    result = importFiles({}, {folder.filePath(k("gone.csv"))});
    QCOMPARE(result.problems.value(0).place, k("gone.csv"));
}

void TestImportKinds::filesOfVariables_data()
{
    QTest::addColumn<QString>("file");
    const auto row = [](const char *name, const char *text) { QTest::newRow(name) << k(text); };
    row(".env", "# ours\nexport HOST='h'\nX=1\n");
    row("Postman",
        R"({"name": "e", "values": [{"key": "HOST", "value": "h", "enabled": true}, {"key": "HOST", "value": "i", "enabled": false}]})");
    row("Postman's globals", R"([{"key": "HOST", "value": "h", "type": "text"}])");
    row("Insomnia 4",
        R"({"_type": "export", "__export_format": 4, "resources": [{"_type": "environment", "parentId": "wrk_1", "data": {"HOST": "h"}}, {"_type": "environment", "parentId": "env_1", "data": {"HOST": "i"}}]})");
    row("Insomnia 5", "type: environment.insomnia.rest/5.0\nname: e\nenvironments:\n  data:\n    HOST: h\n");
    row("Bruno", "vars {\n  HOST: h\n}\nvars:secret [\n  T\n]\n");
    row("OpenCollection", "name: Local\nvariables:\n  - name: HOST\n    value: h\n");
    row("Hoppscotch",
        R"({"v": 2, "name": "e", "variables": [{"key": "HOST", "initialValue": "i", "currentValue": "h", "secret": false}]})");
    row("names and values", R"({"HOST": "h", "port": 80})");
    row("one environment of several that may be", R"({"dev": {"HOST": "h"}})");
    row("YAML", "HOST: h\nport: 80\n");
}

/// Whatever keeps the variables, and whoever uses them.
void TestImportKinds::filesOfVariables()
{
    QFETCH(QString, file);
    const auto variables = importVariables(file);
    QVERIFY(variables);
    QCOMPARE(variables->value(k("HOST")), k("h"));
    ImportOptions options;
    options.variables = *variables;
    for (const char *text : {"wss://{{HOST}}/a", "wss://{{ _.HOST }}/a", "wss://${HOST}/a",
                             "wss://<<HOST>>/a", "curl wss://$HOST/a", "curl 'wss://{{HOST}}/a'",
                             R"(["wss://{{HOST}}/a"])", R"({"url": "wss://$HOST/a", "name": "x"})",
                             "name,url\nx,wss://{{HOST}}/a", "- name: x\n  url: wss://{{HOST}}/a\n",
                             R"({"item": [{"name": "a", "request": {"url": "wss://{{HOST}}/a"}}]})"}) {
        const ImportResult result = importProfiles(k(text), options);
        QVERIFY2(urlsOf(result) == QStringList{k("wss://h/a")},
                 qPrintable(k(text) + k("\n") + wholeOf(result)));
        // And without them, which one is missing.
        const ImportResult without = importProfiles(k(text));
        QVERIFY2(without.profiles.empty() && without.unknownVariables == QStringList{k("HOST")},
                 qPrintable(k(text) + k("\n") + wholeOf(without)));
    }
}

void TestImportKinds::everyWordIsAccountedFor_data()
{
    QTest::addColumn<QString>("path");
    for (const char *folder : {"lines", "tables"})
        for (const QString &path : seeds(folder))
            QTest::newRow(qPrintable(QFileInfo(path).fileName())) << path;
}

/// Each word of an input is used, told, or refused: another word in its place changes what comes of it, or
/// what is said of its line.
void TestImportKinds::everyWordIsAccountedFor()
{
    QFETCH(QString, path);
    const QByteArray bytes = contentOf(path);
    const ImportResult result = importBytes(bytes);
    const QString whole = wholeOf(result);
    const QString text = decodeImport(bytes).text;
    // The tool's own words, which say how the others are meant.
    static const QRegularExpression grammar(QStringLiteral("^[\\s^`\\\\|&;,.<>(){}\\[\\]\"'•*#-]*$"));
    const QStringList told = placesOf(result);
    if (result.profiles.empty() && told.contains(QString()))
        return; // refused as a whole
    const QString imported = wholeOf(importProfiles(text));
    static const QRegularExpression word(QStringLiteral("[^\\s]+"));
    for (auto it = word.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (grammar.match(match.captured()).hasMatch())
            continue;
        QString other = text;
        qsizetype at = match.capturedStart();
        while (!text[at].isLetterOrNumber() && at + 1 < match.capturedEnd())
            ++at;
        other.replace(at, 1, text[at] == u'z' ? QChar(u'y') : QChar(u'z'));
        if (wholeOf(importProfiles(other)) != imported)
            continue;
        const qsizetype line = text.left(match.capturedStart()).count(u'\n') + 1;
        // A statement is told by its first line.
        bool isTold = false;
        for (qsizetype above = line; above > 0 && above > line - 12 && !isTold; --above) {
            const QString place = k("line %1").arg(above);
            isTold = std::any_of(told.cbegin(), told.cend(), [&](const QString &one) {
                return one == place || one.startsWith(place + u',') || one.startsWith(place + u'.');
            });
        }
        QVERIFY2(
            isTold,
            qPrintable(
                k("nothing is said of “%1” in line %2:\n%3").arg(match.captured()).arg(line).arg(whole)));
    }
}

void TestImportKinds::everyLeafIsAccountedFor_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &path : seeds("documents"))
        if (!path.endsWith(k(".bru")))
            QTest::newRow(qPrintable(QFileInfo(path).fileName())) << path;
}

/// The same for documents: another value in a leaf changes what comes of it, or its place is told of.
void TestImportKinds::everyLeafIsAccountedFor()
{
    QFETCH(QString, path);
    const QByteArray bytes = contentOf(path);
    JsonValue root;
    if (const Result<JsonDocument> json = parseJson(bytes))
        root = json.value().root;
    else
        root = parseYaml(bytes).value();
    const auto read = [](const JsonValue &value) {
        return importProfiles(QString::fromUtf8(writeJson({{}, value, "\n"})));
    };
    const ImportResult result = read(root);
    QVERIFY2(!result.profiles.empty() || !result.problems.isEmpty(), qPrintable(wholeOf(result)));
    QCOMPARE(wholeOf(read(root)), wholeOf(importBytes(bytes)));
    if (result.profiles.empty())
        return; // each request is refused, and told with its place
    const QStringList told = placesOf(result);
    QList<Leaf> leaves;
    collectLeaves(root, {}, {}, leaves);
    for (const Leaf &leaf : std::as_const(leaves)) {
        if (wholeOf(read(withOther(root, leaf))) != wholeOf(result))
            continue;
        // What says of which kind something is has done so when the rest was understood.
        static const QRegularExpression kind(QStringLiteral(
            "(^|\\.)(asyncapi|opencollection|\\$kind|_type|type|mode|_id|parentId|_resourceType|meta\\.id|"
            "protocol|in|addTo)$"));
        if (kind.match(leaf.place).hasMatch())
            continue;
        const bool isTold = std::any_of(told.cbegin(), told.cend(), [&leaf](const QString &place) {
            return !place.isEmpty() && (leaf.place == place || leaf.place.startsWith(place + u'.') ||
                                        leaf.place.startsWith(place + u'['));
        });
        QVERIFY2(isTold, qPrintable(k("nothing is said of %1:\n%2").arg(leaf.place, wholeOf(result))));
    }
}

QTEST_GUILESS_MAIN(TestImportKinds)
#include "tst_importkinds.moc"
