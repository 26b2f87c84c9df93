// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "workspace/commandcopy.h"
#include "workspace/profileimport.h"

#include <QProcess>
#include <QTest>

#include <map>

using namespace Pongwatch;

Q_DECLARE_METATYPE(Profile)
Q_DECLARE_METATYPE(ProfileSettings)

/// Profiles as command lines and tables, without secrets.
class TestCommandCopy : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void copies_data();
    void copies();
    void neverCopiesSecrets_data();
    void neverCopiesSecrets();
    void ourOwnLineComesBackAsTheSameProfile();
    void whatIsCopiedComesBackTheSame_data();
    void whatIsCopiedComesBackTheSame();
    void secretsInPlainViewComeBackAsVariables_data();
    void secretsInPlainViewComeBackAsVariables();
    void whatAToolCannotDoIsTold_data();
    void whatAToolCannotDoIsTold();
    void nothingThatLeavesHasASecret_data();
    void nothingThatLeavesHasASecret();
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
        "import asyncio, base64, os, socket, ssl\n"
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

/// Copied in one window, pasted in another.
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

void TestCommandCopy::whatIsCopiedComesBackTheSame_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<Profile>("profile");
    const auto rows = [](const char *what, std::initializer_list<CommandKind> kinds, const auto &change) {
        Profile profile;
        profile.name = s("h/p");
        profile.url = s("wss://h/p");
        change(profile.url, profile.own);
        for (const CommandKind kind : kinds) {
            static const std::map<CommandKind, const char *> names = {
                {CommandKind::Pongwatch, "pongwatch"},
                {CommandKind::PythonWebsockets, "python"},
                {CommandKind::Websocat, "websocat"},
                {CommandKind::Wscat, "wscat"}};
            QTest::addRow("%s, %s", names.at(kind), what) << int(kind) << profile;
        }
    };
    using K = CommandKind;
    const auto all = {K::Pongwatch, K::PythonWebsockets, K::Websocat, K::Wscat};
    const SecretReference token{SecretReference::Kind::Environment, s("TOKEN")};
    rows("nothing but a URL", all, [](QString &, ProfileSettings &) {});
    rows("a query", all, [](QString &url, ProfileSettings &) { url += s("?a=1&b='x'%22&c=$2&d=%24HOME"); });
    rows("a token in the query", all,
         [](QString &url, ProfileSettings &) { url += s("?a=1&token=$TOKEN&b=%24A"); });
    rows("two tokens in the query", all,
         [](QString &url, ProfileSettings &) { url += s("?token=$TOKEN&sig=$SIG"); });
    rows("headers", all, [](QString &, ProfileSettings &own) {
        own.headers = ProfileSettings::Headers{
            {s("X-A"), s("it's \"$HOME\" `a` \\ b")}, {s("Cookie"), s("$COOKIE")}, {s("X-B"), s("$B")}};
    });
    rows("a Host of its own", all, [](QString &, ProfileSettings &own) {
        own.headers = ProfileSettings::Headers{{s("Host"), s("other.example")}};
    });
    rows("a token among sub-protocols", all, [](QString &, ProfileSettings &own) {
        own.subprotocols = QStringList{s("bearer"), s("$TOKEN"), s("v2.json")};
    });
    rows("an origin", all, [](QString &, ProfileSettings &own) { own.origin = s("https://o.example"); });
    rows("no verification", all, [](QString &, ProfileSettings &own) { own.tlsVerify = false; });
    rows("a user", all, [&](QString &, ProfileSettings &own) {
        own.authKind = AuthKind::Basic;
        own.authUser = s("ada \"$x\"");
        own.authSecret = token;
    });
    rows("a token", all, [&](QString &, ProfileSettings &own) {
        own.authKind = AuthKind::Bearer;
        own.authSecret = token;
    });
    rows("certificates", {K::Pongwatch, K::PythonWebsockets, K::Wscat}, [](QString &, ProfileSettings &own) {
        own.tlsCaFile = s("/ca file.pem");
        own.tlsClientCertificate = s("/c.pem");
        own.tlsClientKey = s("/k.pem");
    });
    rows("another address", {K::Pongwatch, K::PythonWebsockets},
         [](QString &, ProfileSettings &own) { own.connectTo = s("10.0.0.7:8443"); });
    rows("another address of IPv6", {K::Pongwatch, K::PythonWebsockets},
         [](QString &, ProfileSettings &own) { own.connectTo = s("[fe80::1%eth0]:8443"); });
    rows("a socket", {K::Pongwatch, K::PythonWebsockets},
         [](QString &, ProfileSettings &own) { own.connectTo = s("unix:/run/a b.sock"); });
    rows("IPv6 only", {K::Pongwatch, K::PythonWebsockets},
         [](QString &, ProfileSettings &own) { own.addressFamily = AddressFamily::IPv6; });
    rows("redirects", {K::Pongwatch, K::Wscat},
         [](QString &, ProfileSettings &own) { own.followRedirects = true; });
    rows("a proxy", {K::Pongwatch, K::Wscat}, [](QString &, ProfileSettings &own) {
        own.proxy = ProxySettings{ProxyKind::Http, s("proxy"), 3128, s("u"), {}};
        own.proxySecret = SecretReference{SecretReference::Kind::Environment, s("PROXY_PASSWORD")};
    });
    rows("SOCKS", {K::Pongwatch, K::Websocat}, [](QString &, ProfileSettings &own) {
        own.proxy = ProxySettings{ProxyKind::Socks5, s("proxy"), 1080, {}, {}};
    });
    rows("intervals", {K::Pongwatch, K::PythonWebsockets, K::Websocat}, [](QString &, ProfileSettings &own) {
        own.pingInterval = ProfileSettings::Limit(milliseconds(2500));
        own.pingTimeout = ProfileSettings::Limit(seconds(7));
    });
    rows("no pings", {K::Pongwatch, K::PythonWebsockets}, [](QString &, ProfileSettings &own) {
        own.pingInterval = ProfileSettings::Limit();
        own.pingTimeout = ProfileSettings::Limit();
    });
}

/// Copied for each tool, and pasted again: the same connection, with secrets as references.
void TestCommandCopy::whatIsCopiedComesBackTheSame()
{
    QFETCH(int, kind);
    QFETCH(Profile, profile);
    Workspace workspace;
    static_cast<void>(workspace.add(profile));
    const QString text = copyAsCommand(workspace, {{}, 0}, CommandKind(kind));
    const ImportResult back = importProfiles(text);
    QVERIFY2(back.problems.isEmpty() && back.profiles.size() == 1, qPrintable(text));
    QVERIFY2(!back.hasIgnored(), qPrintable(text));
    QVERIFY(back.profiles[0].secrets.isEmpty());
    QCOMPARE(back.profiles[0].profile.url, profile.url);
    // Everything that the engine would do with it.
    Workspace pasted;
    Profile one = back.profiles[0].profile;
    one.name = profile.name;
    static_cast<void>(pasted.add(one));
    QVERIFY2(pasted.effectiveSettings({{}, 0}) == workspace.effectiveSettings({{}, 0}), qPrintable(text));
    QCOMPARE(one.own.authSecret, profile.own.authSecret);
    QCOMPARE(one.own.proxySecret, profile.own.proxySecret);
}

void TestCommandCopy::secretsInPlainViewComeBackAsVariables_data()
{
    neverCopiesSecrets_data();
}

/// They were typed in the URL, a header or a sub-protocol, and stay in the profile when it is copied.
void TestCommandCopy::secretsInPlainViewComeBackAsVariables()
{
    QFETCH(int, kind);
    Workspace workspace;
    Profile profile;
    profile.name = s("h/p");
    profile.url = s("wss://h/p?room=7&access_token=hunter2hunter2&x=1");
    profile.own.headers =
        ProfileSettings::Headers{{s("X-Client-Secret"), s("hunter2hunter2")},
                                 {s("X-Trace"), s("eyJhbGciOiJIUzI1NiJ9.eyJodW50ZXIyIjoxfQ.hunter2hunter2")}};
    profile.own.subprotocols = QStringList{s("bearer"), s("hunter2hunter2")};
    static_cast<void>(workspace.add(profile));
    const QString text = copyAsCommand(workspace, {{}, 0}, CommandKind(kind));
    QVERIFY2(!text.contains(s("hunter2")) && !text.contains(s("eyJ")), qPrintable(text));
    const ImportResult back = importProfiles(text);
    QVERIFY2(back.profiles.size() == 1 && !back.hasIgnored(), qPrintable(text));
    QCOMPARE(back.profiles[0].profile.url, s("wss://h/p?room=7&access_token=$PONGWATCH_SECRET&x=1"));
    const Profile &one = back.profiles[0].profile;
    QCOMPARE(one.own.headers->value(0).second, s("$PONGWATCH_SECRET"));
    QCOMPARE(one.own.headers->value(1).second, s("$PONGWATCH_SECRET"));
    QCOMPARE(*one.own.subprotocols, (QStringList{s("bearer"), s("$PONGWATCH_SECRET")}));
}

void TestCommandCopy::whatAToolCannotDoIsTold_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("remark");
    QTest::newRow("pongwatch") << int(CommandKind::Pongwatch) << QString();
    QTest::newRow("python") << int(CommandKind::PythonWebsockets)
                            << s("# Not possible with websockets: proxy\n");
    QTest::newRow("websocat") << int(CommandKind::Websocat)
                              << s("# Not possible with websocat: connect_to, address_family, tls.ca_file\n");
    QTest::newRow("wscat") << int(CommandKind::Wscat)
                           << s("# Not possible with wscat: connect_to, address_family\n");
}

/// A command that would make a different connection says so.
void TestCommandCopy::whatAToolCannotDoIsTold()
{
    QFETCH(int, kind);
    QFETCH(QString, remark);
    Workspace workspace;
    Profile profile;
    profile.name = s("h/p");
    profile.url = s("wss://h/p");
    profile.own.connectTo = s("10.0.0.7:443");
    profile.own.addressFamily = AddressFamily::IPv4;
    profile.own.tlsCaFile = s("/ca.pem");
    const bool isWebsocat = CommandKind(kind) == CommandKind::Websocat;
    profile.own.proxy = ProxySettings{isWebsocat ? ProxyKind::Socks5 : ProxyKind::Http, s("p"), 1080, {}, {}};
    static_cast<void>(workspace.add(profile));
    const QString text = copyAsCommand(workspace, {{}, 0}, CommandKind(kind));
    QCOMPARE(text.startsWith(u'#') ? text.section(u'\n', 0, 0) + u'\n' : QString(), remark);
    const ImportResult back = importProfiles(text);
    QVERIFY(back.profiles.size() == 1 && !back.hasIgnored());
}

void TestCommandCopy::nothingThatLeavesHasASecret_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<ProfileSettings>("own");
    const auto row = [](const char *name, const char *query, const auto &change) {
        ProfileSettings own;
        change(own);
        QTest::newRow(name) << QString(s("wss://h/p") + s(query)) << own;
    };
    const auto nothing = [](ProfileSettings &) {};
    row("a token in the query", "?token=geheim-4711-marke", nothing);
    row("among others", "?a=1&X-Amz-Signature=geheim-4711-marke&b=2", nothing);
    row("by its look", "?q=sk-geheim-4711-marke-geheim", nothing);
    row("a header by its name", "", [](ProfileSettings &own) {
        own.headers = ProfileSettings::Headers{{s("X-Session-Token"), s("geheim-4711-marke")}};
    });
    row("a header by its look", "", [](ProfileSettings &own) {
        own.headers = ProfileSettings::Headers{{s("X-A"), s("sk-geheim-4711-marke-geheim")}};
    });
    row("a cookie", "", [](ProfileSettings &own) {
        own.headers = ProfileSettings::Headers{{s("Cookie"), s("a=1; b=geheim-4711-marke")}};
    });
    row("a sub-protocol", "", [](ProfileSettings &own) {
        own.subprotocols = QStringList{s("bearer"), s("geheim-4711-marke")};
    });
    row("a sub-protocol that joins both", "", [](ProfileSettings &own) {
        own.subprotocols = QStringList{s("base64url.bearer.authorization.k8s.io.geheim-4711-marke")};
    });
    const auto sends = [](const char *text) {
        return [text](ProfileSettings &own) { own.heartbeatSend = s(text); };
    };
    row("a heartbeat", "", sends("{\"op\":\"auth\",\"token\":\"geheim-4711-marke\"}"));
    row("a heartbeat with other quotes", "", sends("{'apiKey': 'geheim-4711-marke'}"));
    row("a heartbeat of parameters", "", sends("op=ping&access_token=geheim-4711-marke"));
    row("a heartbeat like a header", "", sends("Authorization: Bearer geheim-4711-marke"));
    row("a heartbeat by its look", "", sends("PING sk-geheim-4711-marke-geheim"));
}

/// Copied for each tool, and exported in each format.
void TestCommandCopy::nothingThatLeavesHasASecret()
{
    QFETCH(QString, url);
    QFETCH(ProfileSettings, own);
    Workspace workspace;
    Profile profile;
    profile.name = s("edge");
    profile.url = url;
    profile.own = own;
    static_cast<void>(workspace.add(profile));
    QStringList texts{exportCsv(workspace), QString::fromUtf8(exportJson(workspace))};
    for (const CommandKind kind :
         {CommandKind::Pongwatch, CommandKind::PythonWebsockets, CommandKind::Websocat, CommandKind::Wscat})
        texts.append(copyAsCommand(workspace, {{}, 0}, kind));
    for (const QString &text : std::as_const(texts))
        QVERIFY2(!text.contains(s("geheim-4711-marke")), qPrintable(text));
    // It can still be read again.
    for (const QString &text : std::as_const(texts)) {
        const ImportResult back = importProfiles(text);
        QVERIFY2(back.profiles.size() == 1 && back.problems.isEmpty(), qPrintable(text));
    }
}

void TestCommandCopy::pythonRunsWhatIsCopied_data()
{
    QTest::addColumn<int>("profile");
    QTest::newRow("with headers and without verification") << 0;
    QTest::newRow("with a token") << 1;
}

/// The program is valid for the installed version: its connection is refused, and nothing else goes wrong.
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
    // And back: everything that a table can contain.
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
