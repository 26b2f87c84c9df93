// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "workspace/profileimport.h"
#include "workspace/workspacereader.h"

#include <QTest>

using namespace Pongwatch;

/// What is made from pasted URLs, command lines, tables, HAR files and Postman collections.
class TestProfileImport : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void commands_data();
    void commands();
    void keepsSecretsApart_data();
    void keepsSecretsApart();
    void refusesCommands_data();
    void refusesCommands();
    void manyUrls();
    void tables();
    void har();
    void postman();
    void workspace();
    void tableWithGroups();
    void anything_data();
    void anything();
};

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// The profile as in a workspace file, on one line: everything that was recognised.
QString written(const Profile &profile)
{
    Workspace workspace;
    static_cast<void>(workspace.add(profile));
    QString text = QString::fromUtf8(writeWorkspace(workspace)).simplified();
    const QString start = s("{ \"pongwatch\": 1, \"profiles\": [ { ");
    return text.mid(start.size()).chopped(s(" } ] }").size());
}

} // namespace

void TestProfileImport::commands_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("profile");
    const auto row = [](const char *name, const char *line, const char *profile) {
        QTest::newRow(name) << s(line) << s(profile);
    };
    row("a URL", " wss://h:1/p?q=1 ", R"("name": "h:1/p", "url": "wss://h:1/p?q=1")");
    row("a page's URL", "https://h/live", R"("name": "h/live", "url": "wss://h/live")");
    row("curl from a browser",
        "curl 'wss://h/feed' \\\n -H 'Upgrade: websocket' \\\n -H 'Origin: https://h' -H 'Sec-WebSocket-Key: "
        "x==' "
        "-H 'Sec-WebSocket-Protocol: a, b' -H 'User-Agent: Me' -H 'X-Tenant: t' --compressed",
        R"("name": "h/feed", "url": "wss://h/feed", "headers": [["User-Agent", "Me"], ["X-Tenant", "t"]], )"
        R"("subprotocols": ["a", "b"], "origin": "https://h")");
    row("curl with options",
        "curl -sk -6 --cacert /ca.pem -E /c.pem --key /k.pem --connect-timeout 3 -o /dev/null -x p:8080 "
        "http://h",
        R"("name": "h", "url": "ws://h", "open_timeout_s": 3, "tls": { "verify": false, "ca_file": "/ca.pem", )"
        R"("client_certificate": "/c.pem", "client_key": "/k.pem" }, "proxy": "http://p:8080", "address_family": "ipv6")");
    row("value glued to its option", "curl -HX-A:b --header=X-C:d wss://h",
        R"("name": "h", "url": "wss://h", "headers": [["X-A", "b"], ["X-C", "d"]])");
    row("wscat", "$ wscat -n -c wss://h -s chat -s v2 -o https://o -H X-A:b -w 3",
        R"("name": "h", "url": "wss://h", "headers": [["X-A", "b"]], "subprotocols": ["chat", "v2"], )"
        R"("origin": "https://o", "tls": { "verify": false })");
    row("websocat",
        "/usr/bin/websocat -k --ping-interval 5 --ping-timeout=7 --protocol chat --socks5 127.0.0.1:1080 - "
        "wss://h",
        R"("name": "h", "url": "wss://h", "ping_interval_s": 5, "ping_timeout_s": 7, "subprotocols": ["chat"], )"
        R"("tls": { "verify": false }, "proxy": "socks5://127.0.0.1:1080")");
    row("a reference stays one", "curl -H 'Authorization: Bearer $TOKEN' wss://h",
        R"("name": "h", "url": "wss://h", "auth": { "kind": "bearer", "secret": "$TOKEN" })");
}

void TestProfileImport::commands()
{
    QFETCH(QString, line);
    QFETCH(QString, profile);
    const Result<ImportedProfile> imported = importCommand(line);
    QVERIFY2(imported.ok(), imported ? "" : qPrintable(imported.error().sentence()));
    QCOMPARE(written(imported.value().profile), profile);
    QVERIFY(imported.value().secrets.isEmpty());
}

void TestProfileImport::keepsSecretsApart_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("in the URL") << s("wss://ada:hunter2@h/");
    QTest::newRow("curl -u") << s("curl -u ada:hunter2 wss://h");
    QTest::newRow("basic by hand") << s("curl -H 'authorization: Basic YWRhOmh1bnRlcjI=' wss://h");
    QTest::newRow("bearer") << s("curl -H 'Authorization: Bearer hunter2' wss://h");
    QTest::newRow("another scheme") << s("curl -H 'Authorization: hunter2' wss://h");
    QTest::newRow("cookie") << s("curl -H 'Cookie: hunter2' wss://h");
    QTest::newRow("key") << s("wscat -H 'X-Api-Key: hunter2' -c wss://h");
    QTest::newRow("wscat") << s("wscat --auth ada:hunter2 -c wss://h");
    QTest::newRow("websocat") << s("websocat --basic-auth ada:hunter2 wss://h");
    QTest::newRow("proxy") << s("curl -x http://u:hunter2@p:1 wss://h");
}

void TestProfileImport::keepsSecretsApart()
{
    QFETCH(QString, line);
    const Result<ImportedProfile> imported = importCommand(line);
    QVERIFY2(imported.ok(), imported ? "" : qPrintable(imported.error().sentence()));
    QCOMPARE(imported.value().secrets.size(), 1);
    QCOMPARE(imported.value().secrets[0].secret, s("hunter2"));
    const QString file = written(imported.value().profile);
    QVERIFY2(!file.contains(s("hunter2")), qPrintable(file));
    QVERIFY2(file.contains(s("keychain:") + imported.value().secrets[0].name), qPrintable(file));
}

void TestProfileImport::refusesCommands_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("nothing") << QString();
    QTest::newRow("prose") << s("hello there");
    QTest::newRow("no URL") << s("curl -k");
    QTest::newRow("another scheme") << s("ftp://h");
    QTest::newRow("a quote without an end") << s("curl 'wss://h");
    QTest::newRow("a header that splits") << s("curl -H $'X-A: b\\r\\nC: d' wss://h");
    QTest::newRow("a header without a colon") << s("curl -H hunter2 wss://h");
    QTest::newRow("a password in a bad URL") << s("wss://ada:hunter2@h:99999/");
    QTest::newRow("a password in a bad proxy") << s("curl -x http://u:hunter2@ wss://h");
}

void TestProfileImport::refusesCommands()
{
    QFETCH(QString, line);
    const Result<ImportedProfile> imported = importCommand(line);
    QVERIFY(!imported.ok());
    QVERIFY(!imported.error().answer.isEmpty());
    QVERIFY2(!imported.error().sentence().contains(s("hunter2")), qPrintable(imported.error().sentence()));
}

void TestProfileImport::manyUrls()
{
    QString text = s("# ours\n\n");
    for (int i = 0; i < 50; ++i)
        text += QStringLiteral("wss://h%1.example/\r\n").arg(i);
    text += s("nonsense\ncurl wss://last \\\n -k\n");
    const ImportResult result = importProfiles(text);
    QCOMPARE(result.profiles.size(), size_t(51));
    QCOMPARE(result.profiles[49].profile.url, s("wss://h49.example/"));
    QCOMPARE(result.profiles[50].profile.own.tlsVerify, std::optional(false));
    QVERIFY(result.problems.isEmpty());
    QCOMPARE(result.notes.size(), 2);
    QCOMPARE(result.notes[0].kind, ImportNote::Kind::Aside);
    QCOMPARE(result.notes[1].kind, ImportNote::Kind::Ignored);
    QCOMPARE(result.notes[1].place, s("line 53"));
}

void TestProfileImport::tables()
{
    const ImportResult result =
        importProfiles(s("Name;URL;tags;ping_interval_s;ping_timeout_s;reconnect.max_s;unknown\n"
                         "\"a; \"\"x\"\"\";wss://a;eu x;5;off;60;?\r\n"
                         ";wss://b;;;;;\n"
                         "\n"
                         "\"two\nlines\";http2://c;;;;;\n"
                         "d;wss://d;;-1;;;\n"));
    QCOMPARE(result.profiles.size(), size_t(2));
    const QString first = s(
        R"("name": "a; \"x\"", "url": "wss://a", "tags": ["eu", "x"], "ping_interval_s": 5, "ping_timeout_s": null, )"
        R"("reconnect": { "max_s": 60 })");
    QCOMPARE(written(result.profiles[0].profile), first);
    const QString second = s(R"("name": "b", "url": "wss://b")");
    QCOMPARE(written(result.profiles[1].profile), second);
    QCOMPARE(result.problems.size(), 2);
    QCOMPARE(result.problems[0].place, s("line 5"));
    QCOMPARE(result.problems[1].sentence(), s("line 7: ping_interval_s: must be more than 0 or null"));
}

void TestProfileImport::har()
{
    const QString text = s(R"({"log": {"version": "1.2", "entries": [
        {"request": {"url": "https://h/page", "headers": []}},
        {"request": {"url": "wss://h/feed", "headers": [{"name": "Origin", "value": "https://h"},
            {"name": "Cookie", "value": "hunter2"}, {"name": "Sec-WebSocket-Key", "value": "x"}, {"name": 7}]}},
        {"request": {"url": "wss://h/feed"}},
        {"_resourceType": "websocket", "request": {"url": "https://h/other"}},
        {"request": {"url": "wss://"}}, 5, {"request": []}]}})");
    const ImportResult result = importProfiles(text);
    QCOMPARE(result.profiles.size(), size_t(2));
    const QString first =
        s(R"x("name": "h/feed", "url": "wss://h/feed", )x"
          R"x("headers": [["Cookie", "keychain:h/feed (Cookie)"]], "origin": "https://h")x");
    QCOMPARE(written(result.profiles[0].profile), first);
    QCOMPARE(result.profiles[0].secrets.size(), 1);
    QCOMPARE(result.profiles[1].profile.url, s("wss://h/other"));
    QCOMPARE(result.problems.size(), 1);
    QCOMPARE(result.problems[0].place, s("log.entries[4]"));
}

void TestProfileImport::postman()
{
    const QString text = s(R"({"info": {"name": "c"}, "variable": [{"key": "host", "value": "h.example"},
        {"key": "loop", "value": "{{loop}}"}], "item": [
        {"name": "Prices", "item": [{"name": "Live", "request": {"url": {"raw": "wss://{{host}}/live"},
            "header": [{"key": "X-A", "value": "{{host}}"}, {"key": "X-B", "value": "no", "disabled": true}],
            "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "hunter2"}]}}}]},
        {"name": "Page", "request": {"url": "https://h"}},
        {"name": "Unknown", "request": {"url": "wss://{{none}}/"}},
        {"name": "Plain", "request": {"url": "ws://h", "auth": {"type": "basic",
            "basic": [{"key": "username", "value": "ada"}, {"key": "password", "value": "{{loop}}"}]}}}]})");
    const ImportResult result = importProfiles(text);
    QCOMPARE(result.profiles.size(), size_t(2));
    const QString live =
        s(R"x("name": "Live", "url": "wss://h.example/live", "tags": ["Prices"], )x"
          R"x("headers": [["X-A", "h.example"]], )x"
          R"x("auth": { "kind": "bearer", "secret": "keychain:Live (password or token)" })x");
    QCOMPARE(written(result.profiles[0].profile), live);
    QCOMPARE(result.profiles[0].secrets.size(), 1);
    QCOMPARE(result.profiles[0].secrets[0].secret, s("hunter2"));
    // A variable that refers to itself has no value: it stays as it is.
    QVERIFY(result.profiles[1].secrets.isEmpty());
    QCOMPARE(result.profiles[1].profile.own.authSecret->text(), s("$loop"));
    QCOMPARE(result.problems.size(), 1);
    QCOMPARE(result.problems[0].place, s("item[2]"));
}

void TestProfileImport::workspace()
{
    const ImportResult result =
        importProfiles(s(R"({"pongwatch": 1, "defaults": {"ping_interval_s": 9}, "groups": [{"name": "prod",
        "defaults": {"ping_timeout_s": 5}, "profiles": [{"name": "a", "url": "wss://h/a", "ping_interval_s": 3}]}],
        "profiles": [{"name": "b", "url": "wss://h/b", "tags": ["eu"]}]})"));
    QVERIFY(result.problems.isEmpty());
    QCOMPARE(result.profiles.size(), size_t(2));
    QCOMPARE(result.profiles[0].group, s("prod"));
    // What it inherited from its group and its file becomes its own elsewhere.
    QCOMPARE(written(result.profiles[0].profile),
             s("\"name\": \"a\", \"url\": \"wss://h/a\", \"ping_interval_s\": 3, \"ping_timeout_s\": 5"));
    QCOMPARE(result.profiles[1].group, QString());
    QCOMPARE(written(result.profiles[1].profile),
             s("\"name\": \"b\", \"url\": \"wss://h/b\", \"tags\": [\"eu\"], \"ping_interval_s\": 9"));

    const ImportResult broken = importProfiles(s(R"({"pongwatch": 1, "profiles": [{"name": "a"}]})"));
    QVERIFY(broken.profiles.empty());
    QCOMPARE(broken.problems[0].place, s("profiles[0].url"));
}

void TestProfileImport::tableWithGroups()
{
    const ImportResult result = importProfiles(s("name,url,group\n'=a,ws://h/a,prod\nb,ws://h/b,\n"));
    QCOMPARE(result.profiles.size(), size_t(2));
    QCOMPARE(result.profiles[0].profile.name, s("=a"));
    QCOMPARE(result.profiles[0].group, s("prod"));
    QCOMPARE(result.profiles[1].group, QString());
}

void TestProfileImport::anything_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("other JSON") << s("{\"a\": 1}");
    QTest::newRow("broken JSON") << s("{\"log\": ");
    QTest::newRow("HAR of another shape") << s("{\"log\": []}");
    QTest::newRow("Postman of another shape") << s("{\"item\": {\"item\": [[]]}}");
    QTest::newRow("deep folders") << QString(s("{\"item\": [").repeated(30) + s("]}").repeated(30));
    QTest::newRow("a table without rows") << s("name,url\n");
    QTest::newRow("a table with an open quote") << s("name,url\n\"a,b");
    QTest::newRow("zeroes") << QString(100, QChar(0));
    QTest::newRow("halves of characters") << QString(100, QChar(0xd800));
    QTest::newRow("backslashes") << QString(1000, u'\\');
    QTest::newRow("quotes") << QString(s("curl ") + QString(999, u'\''));
}

void TestProfileImport::anything()
{
    QFETCH(QString, text);
    const ImportResult result = importProfiles(text);
    QVERIFY(result.profiles.empty());
    // Truncated at every position, too.
    for (qsizetype i = 0; i < text.size(); ++i)
        static_cast<void>(importProfiles(text.left(i)));
}

QTEST_GUILESS_MAIN(TestProfileImport)
#include "tst_profileimport.moc"
