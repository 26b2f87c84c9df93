// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "workspace/commandcopy.h"
#include "workspace/profileimport.h"

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
    void exportsTables();

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
    profile.own.authSecret = SecretReference{SecretReference::Kind::Keychain, s("hunter2")};
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
        "pongwatch monitor 'wss://h/p?a=1&b=2' --ping-interval 5 --ping-timeout off -H 'X-A: it'\\''s' "
        "-H \"Cookie: $PONGWATCH_SECRET\" -H \"X-T: $TENANT\" --subprotocol chat --user "
        "\"ada\\$:$PONGWATCH_SECRET\" --insecure");
    row("pongwatch with a token", CommandKind::Pongwatch, 1,
        "pongwatch monitor ws://h/ --ping-interval 5 --ping-timeout 20 --bearer \"$TOKEN\"");
    row("websocat", CommandKind::Websocat, 1,
        "websocat --ping-interval 5 --ping-timeout 20 -H \"Authorization: Bearer $TOKEN\" ws://h/");
    row("wscat", CommandKind::Wscat, 0,
        "wscat -c 'wss://h/p?a=1&b=2' -P -H 'X-A: it'\\''s' -H \"Cookie: $PONGWATCH_SECRET\" -H \"X-T: "
        "$TENANT\" "
        "--auth \"ada\\$:$PONGWATCH_SECRET\" -s chat -n");
    row("python", CommandKind::PythonWebsockets, 1,
        "import asyncio, base64, os\n"
        "import websockets\n"
        "\n"
        "async def main():\n"
        "    async with websockets.connect(\n"
        "        \"ws://h/\",\n"
        "        ping_interval=5,\n"
        "        ping_timeout=20,\n"
        "        open_timeout=10,\n"
        "        close_timeout=10,\n"
        "        extra_headers=[(\"Authorization\", \"Bearer \" + os.environ[\"TOKEN\"])],\n"
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

void TestCommandCopy::exportsTables()
{
    const Workspace workspace = full();
    const QString table = exportCsv(workspace);
    QVERIFY(!table.contains(s("hunter2")));
    QVERIFY2(table.contains(s("\r\n\"'=edge, 1\",wss://h/p?a=1&b=2,true,eu x,,,null,")), qPrintable(table));
    // And back: all that a table can hold.
    const ImportResult back = importProfiles(table);
    QVERIFY(back.problems.isEmpty());
    QCOMPARE(back.profiles.size(), size_t(2));
    QCOMPARE(back.profiles[0].profile.url, workspace.profiles[0].url);
    QCOMPARE(back.profiles[0].profile.tags, workspace.profiles[0].tags);
    QVERIFY(back.profiles[0].profile.own.pingTimeout == workspace.profiles[0].own.pingTimeout);
    QVERIFY(back.profiles[0].profile.own.tlsVerify == workspace.profiles[0].own.tlsVerify);
}

QTEST_GUILESS_MAIN(TestCommandCopy)
#include "tst_commandcopy.moc"
