// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "workspace/commandcopy.h"
#include "workspace/profileimport.h"

#include <QProcess>
#include <QTest>

using namespace Pongwatch;

/// Profiles as command lines and tables, without their secrets.
class TestCommandCopy : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void copies_data();
    void copies();
    void neverCopiesSecrets_data();
    void neverCopiesSecrets();
    void ourOwnLineComesBackAsTheSameProfile();
    void pythonRunsWhatIsCopied_data();
    void pythonRunsWhatIsCopied();
    void exportsTables();
    void textThatLooksLikeSomethingElseComesBackFromATable_data();
    void textThatLooksLikeSomethingElseComesBackFromATable();

private:
    [[nodiscard]] static Workspace full();
};

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

Workspace TestCommandCopy::full()
{
    Workspace workspace;
    workspace.defaults.pingInterval = seconds(5);
    Profile profile;
    profile.name = s("=edge, 1");
    profile.url = s("wss://h/p?a=1&b=2");
    profile.tags = QStringList{s("eu"), s("x")};
    profile.own.pingTimeout = ProfileSettings::Limit();
    profile.own.headers = ProfileSettings::Headers{
        {s("X-A"), s("it's")}, {s("Cookie"), s("hunter2")}, {s("X-T"), s("$TENANT")}};
    profile.own.subprotocols = QStringList{s("chat")};
    profile.own.authKind = AuthKind::Basic;
    profile.own.authUser = s("ada$");
    profile.own.authSecret = SecretReference{SecretReference::Kind::Keychain, s("edge")};
    profile.own.tlsVerify = false;
    static_cast<void>(workspace.add(profile));
    profile.own = {};
    profile.url = s("ws://h/");
    profile.own.authKind = AuthKind::Bearer;
    profile.own.authSecret = SecretReference{SecretReference::Kind::Environment, s("TOKEN")};
    static_cast<void>(workspace.add(profile));
    return workspace;
}

void TestCommandCopy::copies_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("profile");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, CommandKind kind, int profile, const char *line) {
        QTest::newRow(name) << int(kind) << profile << s(line);
    };
    row("pongwatch", CommandKind::Pongwatch, 0,
        "pongwatch monitor 'wss://h/p?a=1&b=2' --name '=edge, 1' --ping-interval 5 --ping-timeout off -H "
        "'X-A: it'\\''s' "
        "-H \"Cookie: $PONGWATCH_SECRET\" -H \"X-T: $TENANT\" --subprotocol chat --user "
        "\"ada\\$:$PONGWATCH_SECRET\" --insecure");
    row("pongwatch with a token", CommandKind::Pongwatch, 1,
        "pongwatch monitor ws://h/ --name '=edge, 1 2' --ping-interval 5 --ping-timeout 20 --bearer "
        "\"$TOKEN\"");
    row("websocat", CommandKind::Websocat, 1,
        "websocat --ping-interval 5 --ping-timeout 20 -H \"Authorization: Bearer $TOKEN\" ws://h/");
    row("wscat", CommandKind::Wscat, 0,
        "wscat -c 'wss://h/p?a=1&b=2' -P -H 'X-A: it'\\''s' -H \"Cookie: $PONGWATCH_SECRET\" -H \"X-T: "
        "$TENANT\" "
        "--auth \"ada\\$:$PONGWATCH_SECRET\" -s chat -n");
    row("python", CommandKind::PythonWebsockets, 1,
        "import asyncio, base64, os, ssl\n"
        "import websockets\n"
        "\n"
        "async def main():\n"
        "    # Version 14 has renamed the argument.\n"
        "    new = int(websockets.__version__.split(\".\")[0]) >= 14\n"
        "    headers = \"additional_headers\" if new else \"extra_headers\"\n"
        "    async with websockets.connect(\n"
        "        \"ws://h/\",\n"
        "        ping_interval=5,\n"
        "        ping_timeout=20,\n"
        "        open_timeout=10,\n"
        "        close_timeout=10,\n"
        "        **{headers: [(\"Authorization\", \"Bearer \" + os.environ[\"TOKEN\"])]},\n"
        "    ) as connection:\n"
        "        async for message in connection:\n"
        "            print(message)\n"
        "\n"
        "asyncio.run(main())\n");
}

void TestCommandCopy::copies()
{
    QFETCH(int, kind);
    QFETCH(int, profile);
    QFETCH(QString, line);
    QCOMPARE(copyAsCommand(full(), {{}, size_t(profile)}, CommandKind(kind)), line);
}

void TestCommandCopy::neverCopiesSecrets_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("pongwatch") << int(CommandKind::Pongwatch);
    QTest::newRow("python") << int(CommandKind::PythonWebsockets);
    QTest::newRow("websocat") << int(CommandKind::Websocat);
    QTest::newRow("wscat") << int(CommandKind::Wscat);
}

void TestCommandCopy::neverCopiesSecrets()
{
    QFETCH(int, kind);
    QVERIFY(!copyAsCommand(full(), {{}, 0}, CommandKind(kind)).contains(s("hunter2")));
}

/// Copied in one window, pasted into another.
void TestCommandCopy::ourOwnLineComesBackAsTheSameProfile()
{
    Workspace workspace;
    Profile profile;
    profile.name = s("edge $1 \"it's\"");
    profile.url = s("wss://h/p?a=1&b=$2");
    ProfileSettings &own = profile.own;
    own.pingInterval = ProfileSettings::Limit(milliseconds(2500));
    own.pingTimeout = ProfileSettings::Limit();
    own.slowAfter = ProfileSettings::Limit(milliseconds(300));
    own.openTimeout = seconds(3);
    own.closeTimeout = seconds(4);
    own.onTimeout = OnTimeout::Keep;
    own.reconnectEnabled = false;
    own.headers = ProfileSettings::Headers{{s("X-A"), s("it's")}, {s("Cookie"), s("$COOKIE")}};
    own.subprotocols = QStringList{s("chat"), s("v2")};
    own.origin = s("https://o");
    own.authKind = AuthKind::Basic;
    own.authUser = s("ada$`");
    own.authSecret = SecretReference{SecretReference::Kind::Environment, s("PASSWORD")};
    own.tlsCaFile = s("/ca file.pem");
    own.tlsClientCertificate = s("/c.pem");
    own.tlsClientKey = s("/k.pem");
    own.tlsVerify = false;
    own.proxy = ProxySettings{ProxyKind::Http, s("proxy"), 3128, s("u"), {}};
    own.proxySecret = SecretReference{SecretReference::Kind::Environment, s("PROXY_PASSWORD")};
    own.addressFamily = AddressFamily::IPv6;
    own.maxMessageBytes = 4096;
    own.heartbeatSend = s("{\"op\":\"ping\"}");
    own.heartbeatExpect = s("\"op\":\\s*\"pong\"");
    static_cast<void>(workspace.add(profile));

    const QString line = copyAsCommand(workspace, {{}, 0}, CommandKind::Pongwatch);
    const Result<ImportedProfile> back = importCommand(line);
    QVERIFY2(back.ok(), back ? "" : qPrintable(back.error().sentence()));
    QVERIFY(back.value().secrets.isEmpty());
    QCOMPARE(back.value().profile.name, profile.name);
    QCOMPARE(back.value().profile.url, profile.url);
    QVERIFY2(back.value().profile.own == own, qPrintable(line));
}

void TestCommandCopy::pythonRunsWhatIsCopied_data()
{
    QTest::addColumn<int>("profile");
    QTest::newRow("with headers and without verification") << 0;
    QTest::newRow("with a token") << 1;
}

/// The program is one, for the version that is installed: its connection is refused, and nothing else.
void TestCommandCopy::pythonRunsWhatIsCopied()
{
    QFETCH(int, profile);
    Workspace workspace = full();
    const QString scheme = profile == 0 ? s("wss") : s("ws");
    workspace.profiles[size_t(profile)].url = scheme + s("://127.0.0.1:1/");
    QProcess python;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"PONGWATCH_SECRET", "TOKEN", "TENANT"})
        environment.insert(s(name), s("hunter2"));
    python.setProcessEnvironment(environment);
    python.start(s("/usr/bin/python3"),
                 {s("-c"), copyAsCommand(workspace, {{}, size_t(profile)}, CommandKind::PythonWebsockets)});
    QVERIFY(python.waitForFinished());
    const QByteArray errors = python.readAllStandardError();
    QVERIFY2(errors.contains("ConnectionRefusedError") || errors.contains("Connect call failed"),
             errors.constData());
}

void TestCommandCopy::exportsTables()
{
    const Workspace workspace = full();
    const QString table = exportCsv(workspace);
    QVERIFY(!table.contains(s("hunter2")));
    QVERIFY2(table.contains(s("\r\n\"'=edge, 1\",wss://h/p?a=1&b=2,true,eu x,,5,null,")), qPrintable(table));
    // And back: all that a table can hold.
    const ImportResult back = importProfiles(table);
    QVERIFY(back.problems.isEmpty());
    QCOMPARE(back.profiles.size(), size_t(2));
    QCOMPARE(back.profiles[0].profile.url, workspace.profiles[0].url);
    QCOMPARE(back.profiles[0].profile.tags, workspace.profiles[0].tags);
    QVERIFY(back.profiles[0].profile.own.pingTimeout == workspace.profiles[0].own.pingTimeout);
    QVERIFY(back.profiles[0].profile.own.tlsVerify == workspace.profiles[0].own.tlsVerify);
}

void TestCommandCopy::textThatLooksLikeSomethingElseComesBackFromATable_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("send");
    QTest::newRow("a number") << s("1e3") << s("2");
    QTest::newRow("a word of JSON") << s("true") << s("true");
    QTest::newRow("a formula") << s("-2+3") << s("=1+1");
    QTest::newRow("separators and quotes") << s("a;b,\"c\"") << s("{\"a\": [1, 2]}");
}

void TestCommandCopy::textThatLooksLikeSomethingElseComesBackFromATable()
{
    QFETCH(QString, name);
    QFETCH(QString, send);
    Workspace workspace;
    Profile profile;
    profile.name = name;
    profile.url = s("wss://h/");
    profile.own.heartbeatSend = send;
    profile.own.heartbeatExpect = s("3");
    static_cast<void>(workspace.add(profile));
    const ImportResult back = importProfiles(exportCsv(workspace));
    QVERIFY2(back.problems.isEmpty(),
             back.problems.isEmpty() ? "" : qPrintable(back.problems.first().sentence()));
    QCOMPARE(back.profiles.size(), size_t(1));
    QCOMPARE(back.profiles[0].profile.name, name);
    QCOMPARE(back.profiles[0].profile.own.heartbeatSend, std::optional(send));
    QCOMPARE(back.profiles[0].profile.own.heartbeatExpect, std::optional(s("3")));
}

QTEST_GUILESS_MAIN(TestCommandCopy)
#include "tst_commandcopy.moc"
