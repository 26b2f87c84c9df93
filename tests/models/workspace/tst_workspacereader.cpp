// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "workspace/workspacereader.h"

#include <QTest>

using namespace Pongwatch;

/// What the reader of workspace files accepts, and its complaints.
class TestWorkspaceReader : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void problems_data();
    void problems();
    void tellsAllProblems();
    void notes_data();
    void notes();
    void understandsEverything();
    void takesNothingForGranted();
    void boundsItsComplaints();
    void refusesTooManyProfiles();
    void survivesMutilation();
};

namespace
{

QStringList sentences(const QList<Problem> &problems)
{
    QStringList result;
    for (const Problem &problem : problems)
        result.append(problem.sentence());
    return result;
}

/// A workspace with one profile that has these members.
QByteArray withProfile(const QByteArray &members)
{
    return R"({"pongwatch": 1, "profiles": [{"name": "a", "url": "ws://h", )" + members + "}]}";
}

} // namespace

void TestWorkspaceReader::problems_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QByteArray &text, const char *sentence) {
        QTest::newRow(name) << text << QString::fromUtf8(sentence);
    };
    const auto profile = [&row](const char *name, const QByteArray &members, const char *sentence) {
        row(name, withProfile(members),
            qPrintable(QStringLiteral("profiles[0].") + QString::fromUtf8(sentence)));
    };

    row("no JSON", "{", "line 1, column 2: the text ends too early");
    row("a list", "[]", "a workspace is an object: { \"pongwatch\": 1, … }");
    row("no version", "{}", "pongwatch: is missing; a workspace starts with \"pongwatch\": 1");
    row("a newer version", R"({"pongwatch": 2, "profiles": 7})",
        "pongwatch: is 2: the file was written by a newer version of the program; this one reads 1");
    row("no such version", R"({"pongwatch": 0})", "pongwatch: must be 1");
    row("half a version", R"({"pongwatch": 0.5})", "pongwatch: must be 1");
    row("version as text", R"({"pongwatch": "1"})", "pongwatch: must be 1");
    row("version twice", R"({"pongwatch": 1, "pongwatch": 1})", "pongwatch: appears twice");
    row("groups no list", R"({"pongwatch": 1, "groups": {}})", "groups: must be a list: [ … ]");
    row("profiles no list", R"({"pongwatch": 1, "profiles": null})", "profiles: must be a list: [ … ]");
    row("defaults no object", R"({"pongwatch": 1, "defaults": []})", "defaults: must be an object: { … }");
    row("group no object", R"({"pongwatch": 1, "groups": [1]})", "groups[0]: must be an object: { … }");
    row("profile no object", R"({"pongwatch": 1, "profiles": ["ws://h"]})",
        "profiles[0]: must be an object: { … }");
    row("group without a name", R"({"pongwatch": 1, "groups": [{}]})", "groups[0].name: is missing");
    row("group's name empty", R"({"pongwatch": 1, "groups": [{"name": " "}]})",
        "groups[0].name: must not be empty");
    row("group's name twice", R"({"pongwatch": 1, "groups": [{"name": "a"}, {"name": "a"}]})",
        "groups[1].name: “a” is already the name of another one");
    row("profile's name twice",
        R"({"pongwatch": 1, "groups": [{"name": "g", "profiles": [{"name": "a", "url": "ws://h"}]}],
            "profiles": [{"name": "a", "url": "ws://h"}]})",
        "profiles[0].name: “a” is already the name of another one");
    row("profile without a name", R"({"pongwatch": 1, "profiles": [{"url": "ws://h"}]})",
        "profiles[0].name: is missing");
    row("name a number", R"({"pongwatch": 1, "profiles": [{"name": 1, "url": "ws://h"}]})",
        "profiles[0].name: must be text");
    row("name with a line break", R"({"pongwatch": 1, "profiles": [{"name": "a\nb", "url": "ws://h"}]})",
        "profiles[0].name: must not contain control characters");
    row("name too long",
        R"({"pongwatch": 1, "profiles": [{"url": "ws://h", "name": ")" + QByteArray(201, 'a') + "\"}]}",
        "profiles[0].name: must have at most 200 characters");
    row("profile without a URL", R"({"pongwatch": 1, "profiles": [{"name": "a"}]})",
        "profiles[0].url: is missing");
    row("URL empty", R"({"pongwatch": 1, "profiles": [{"name": "a", "url": ""}]})",
        "profiles[0].url: must not be empty");
    row("URL of a page", R"({"pongwatch": 1, "profiles": [{"name": "a", "url": "http://h"}]})",
        "profiles[0].url: the scheme is http; WebSocket URLs start with ws:// or wss://");
    row("URL with a password", R"({"pongwatch": 1, "profiles": [{"name": "a", "url": "ws://u:p@h"}]})",
        "profiles[0].url: contains a user or password; these belong in auth");
    row("deep inside a group",
        R"({"pongwatch": 1, "groups": [{"name": "g", "profiles": [
            {"name": "a", "url": "ws://h"}, {"name": "b", "url": "ws://h"}, {"name": "c", "url": "ws://h"},
            {"name": "d", "url": "ws://h", "ping_timeout_s": -1}]}]})",
        "groups[0].profiles[3].ping_timeout_s: must be more than 0 or null");
    row("in the workspace's defaults", R"({"pongwatch": 1, "defaults": {"ping_interval_s": "20"}})",
        "defaults.ping_interval_s: must be a number or null");
    row("in a group's defaults",
        R"({"pongwatch": 1, "groups": [{"name": "g", "defaults": {"open_timeout_s": 0}}]})",
        "groups[0].defaults.open_timeout_s: must be more than 0");

    row("messages no list", R"({"pongwatch": 1, "messages": {}})", "messages: must be a list: [ … ]");
    row("a message no object", R"({"pongwatch": 1, "messages": ["x"]})",
        "messages[0]: must be an object: { … }");
    row("a message without a text", R"({"pongwatch": 1, "messages": [{"name": "a"}]})",
        "messages[0].send: is missing");
    row("a message that is a number", R"({"pongwatch": 1, "messages": [{"name": "a", "send": 1}]})",
        "messages[0].send: must be text");
    row("a message's name twice",
        R"({"pongwatch": 1, "messages": [{"name": "a", "send": ""}, {"name": "a", "send": ""}]})",
        "messages[1].name: “a” is already the name of another one");
    row("a message of half a byte",
        R"({"pongwatch": 1, "messages": [{"name": "a", "send": "c0 0", "form": "hex"}]})",
        "messages[0].send: a byte needs two hexadecimal digits, at character 4");
    row("a message that is too long",
        R"({"pongwatch": 1, "messages": [{"name": "a", "send": ")" + QByteArray(70000, 'a') + "\"}]}",
        "messages[0].send: must have at most 65,536 characters");

    profile("a key twice", R"("ping_interval_s": 1, "ping_interval_s": 2)", "ping_interval_s: appears twice");
    profile("interval zero", R"("ping_interval_s": 0)", "ping_interval_s: must be more than 0 or null");
    profile("interval almost zero", R"("ping_interval_s": 1e-12)", "ping_interval_s: must be at least 0.001");
    profile("interval of a year", R"("ping_interval_s": 31536000)",
            "ping_interval_s: must be at most 86,400 or null");
    profile("open timeout null", R"("open_timeout_s": null)", "open_timeout_s: must be a number");
    profile("close timeout true", R"("close_timeout_s": true)", "close_timeout_s: must be a number");
    profile("no such reaction", R"("on_timeout": "shout")", "on_timeout: must be one of: close, keep");
    profile("enabled by a number", R"("enabled": 1)", "enabled: must be true or false");
    profile("tags as text", R"("tags": "eu")", "tags: must be a list: [ … ]");
    profile("tags with a number", R"("tags": ["eu", 7])", "tags[1]: must be text");
    profile("a tag twice", R"("tags": ["eu", "eu"])", "tags[1]: appears twice");
    profile("reconnect by a flag", R"("reconnect": true)", "reconnect: must be an object: { … }");
    profile("shrinking delays", R"("reconnect": {"factor": 0.5})", "reconnect.factor: must be at least 1");
    profile("negative delay", R"("reconnect": {"initial_s": -5})", "reconnect.initial_s: must be at least 0");
    profile("headers as an object", R"("headers": {"A": "b"})", "headers: must be a list: [ … ]");
    profile("header no pair", R"("headers": [["A", "b", "c"]])",
            "headers[0]: must be a pair of texts: [\"Name\", \"value\"]");
    profile("header of the handshake's own", R"("headers": [["Upgrade", "x"]])",
            qPrintable(QStringLiteral("headers[0]: ") +
                       parseHeader(QStringLiteral("Upgrade: x")).error().answer));
    profile("header with a line break", R"("headers": [["A", "b\r\nC: d"]])",
            qPrintable(QStringLiteral("headers[0]: ") +
                       parseHeader(QStringLiteral("A: b\r\nC: d")).error().answer));
    profile("no such authentication", R"("auth": {"kind": "digest"})",
            "auth.kind: must be one of: none, basic, bearer");
    profile("a secret in plain view", R"("auth": {"kind": "bearer", "secret": "hunter2"})",
            "auth.secret: must be keychain:NAME or $VARIABLE; the secret itself does not belong in a file");
    profile("no such proxy", R"("proxy": "ftp://h:1")",
            "proxy: it is not system, none, http://host:port or socks5://host:port");
    profile("proxy without a port", R"("proxy": "http://h")", "proxy: it names no port between 1 and 65535");
    profile("proxy with a password", R"("proxy": "http://u:p@h:1")",
            "proxy: contains a password; put keychain:NAME or $VARIABLE in proxy_secret");
    profile("slow by another word", R"("slow_after_s": "often")",
            "slow_after_s: must be a number, null or \"auto\"");
    profile("an address without a port", R"("connect_to": "10.0.0.7")",
            "connect_to: it is not of the form HOST:PORT, [IPv6 address]:PORT or unix:PATH");
    profile("an address with a port beyond the last", R"("connect_to": "10.0.0.7:99999")",
            "connect_to: the port 99999 is not between 1 and 65535");
    profile("no such client", R"("client": "curl")", "client: must be one of: qt, wire");
    profile("no such family", R"("address_family": "ipv5")",
            "address_family: must be one of: any, ipv4, ipv6");
    profile("half a byte", R"("max_message_bytes": 1.5)", "max_message_bytes: must be a whole number");
    profile("pattern broken", R"("heartbeat": {"send": "x", "expect": "("})",
            "heartbeat.expect: is not a regular expression: missing closing parenthesis");
    profile("TLS file a number", R"("tls": {"ca_file": 1})", "tls.ca_file: must be text");
}

void TestWorkspaceReader::problems()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, sentence);
    const WorkspaceReading reading = readWorkspace(text);
    QVERIFY(!reading.workspace);
    QCOMPARE(sentences(reading.problems), QStringList{sentence});
}

void TestWorkspaceReader::tellsAllProblems()
{
    const WorkspaceReading reading = readWorkspace(R"({"pongwatch": 1,
        "defaults": {"ping_interval_s": 0},
        "groups": [{"name": "g", "profiles": [{"name": "a", "url": "h", "enabled": "no"}]}],
        "profiles": [{"name": "a", "url": "ws://h"}, 5]})");
    QVERIFY(!reading.workspace);
    const QStringList expected = {
        QStringLiteral("defaults.ping_interval_s: must be more than 0 or null"),
        QStringLiteral("groups[0].profiles[0].url: ") + parseWebSocketUrl(QStringLiteral("h")).error().answer,
        QStringLiteral("groups[0].profiles[0].enabled: must be true or false"),
        QStringLiteral("profiles[0].name: “a” is already the name of another one"),
        QStringLiteral("profiles[1]: must be an object: { … }"),
    };
    QCOMPARE(sentences(reading.problems), expected);
}

void TestWorkspaceReader::notes_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("sentence");
    const QString unknown = QStringLiteral(": is unknown to this version and is left as it is");
    QTest::newRow("a slip of the pen") << QByteArray(R"("ping_intervall_s": 3)")
                                       << QString(QStringLiteral("profiles[0].ping_intervall_s") + unknown);
    QTest::newRow("inside a section")
        << QByteArray(R"("tls": {"pin": "x"})") << QString(QStringLiteral("profiles[0].tls.pin") + unknown);
    QTest::newRow("a key that plays tricks")
        << QByteArray(R"("a\u202e\u0007b": 1)") << QString(QStringLiteral("profiles[0].a??b") + unknown);
    QTest::newRow("a token in plain view")
        << QByteArray(R"("headers": [["authorization", "Bearer x"], ["Cookie", "$COOKIE"]])")
        << QStringLiteral(
               "profiles[0].headers[0]: looks like a secret in plain text; write keychain:NAME or $VARIABLE "
               "instead");
}

void TestWorkspaceReader::notes()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, sentence);
    const WorkspaceReading reading = readWorkspace(withProfile(members));
    QCOMPARE(sentences(reading.problems), QStringList());
    QCOMPARE(sentences(reading.notes), QStringList{sentence});
}

void TestWorkspaceReader::understandsEverything()
{
    const WorkspaceReading reading = readWorkspace(withProfile(R"("enabled": false, "tags": ["eu", "x"],
        "ping_interval_s": 1.5, "ping_timeout_s": null, "open_timeout_s": 3, "close_timeout_s": 4, "slow_after_s": 0.5,
        "on_timeout": "keep",
        "reconnect": {"enabled": false, "initial_s": 0, "min_s": 1, "factor": 2, "max_s": 60, "stable_after_s": 10},
        "headers": [["X-Tenant", "a"], ["X-Tenant", "b"]], "subprotocols": ["chat"], "origin": "https://h",
        "auth": {"kind": "basic", "user": "ada", "secret": "keychain:edge-1"},
        "tls": {"verify": false, "ca_file": "/ca.pem", "client_certificate": null, "client_key": "/k.pem"},
        "proxy": "socks5://ada@h:1080", "proxy_secret": "$P", "address_family": "ipv6", "max_message_bytes": 4096,
        "trace": {"on_failure": false, "every_s": null, "protocol": "udp"},
        "heartbeat": {"send": "{\"op\":\"ping\"}", "expect": "\"op\":\\s*\"pong\""})"));
    QCOMPARE(sentences(reading.problems), QStringList());
    QCOMPARE(sentences(reading.notes), QStringList());

    const Profile &profile = reading.workspace->profiles.at(0);
    QCOMPARE(profile.enabled, false);
    QCOMPARE(profile.tags, (QStringList{QStringLiteral("eu"), QStringLiteral("x")}));
    QCOMPARE(profile.own.heartbeatSend.value(), QStringLiteral("{\"op\":\"ping\"}"));
    QCOMPARE(profile.own.heartbeatExpect.value(), QStringLiteral("\"op\":\\s*\"pong\""));
    QCOMPARE(profile.own.authSecret.value(),
             (SecretReference{SecretReference::Kind::Keychain, QStringLiteral("edge-1")}));
    QCOMPARE(profile.own.proxySecret.value(),
             (SecretReference{SecretReference::Kind::Environment, QStringLiteral("P")}));

    ConnectionSettings expected;
    expected.name = QStringLiteral("a");
    expected.url = QUrl(QStringLiteral("ws://h"));
    expected.keepalive.interval = milliseconds(1500);
    expected.keepalive.timeout = std::nullopt;
    expected.keepalive.slowAfter = milliseconds(500);
    expected.keepalive.onTimeout = OnTimeout::Keep;
    expected.keepalive.heartbeat =
        HeartbeatSettings{profile.own.heartbeatSend.value(), profile.own.heartbeatExpect.value()};
    expected.reconnect = {false, seconds(0), seconds(1), 2, seconds(60), seconds(10), false};
    expected.openTimeout = seconds(3);
    expected.closeTimeout = seconds(4);
    expected.headers = {{QStringLiteral("X-Tenant"), QStringLiteral("a")},
                        {QStringLiteral("X-Tenant"), QStringLiteral("b")}};
    expected.subprotocols = QStringList{QStringLiteral("chat")};
    expected.origin = QStringLiteral("https://h");
    expected.auth = {AuthKind::Basic, QStringLiteral("ada"), {}};
    expected.tls = {false, QStringLiteral("/ca.pem"), {}, QStringLiteral("/k.pem")};
    expected.proxy = {ProxyKind::Socks5, QStringLiteral("h"), 1080, QStringLiteral("ada"), {}};
    expected.addressFamily = AddressFamily::IPv6;
    expected.maxMessageBytes = 4096;
    expected.trace = {false, std::nullopt, TraceProtocol::Udp};
    QVERIFY(reading.workspace->effectiveSettings({{}, 0}) == expected);
}

void TestWorkspaceReader::takesNothingForGranted()
{
    // A profile without settings has no own values, and gets exactly the program's defaults.
    const WorkspaceReading reading = readWorkspace(withProfile(R"("enabled": true)"));
    QVERIFY(reading.workspace);
    QVERIFY(reading.workspace->profiles.at(0).own == ProfileSettings());
    ConnectionSettings expected;
    expected.name = QStringLiteral("a");
    expected.url = QUrl(QStringLiteral("ws://h"));
    QVERIFY(reading.workspace->effectiveSettings({{}, 0}) == expected);
}

void TestWorkspaceReader::boundsItsComplaints()
{
    const QByteArray text = R"({"pongwatch": 1, "profiles": [)" + QByteArray("1,").repeated(50'000) + "1]}";
    QCOMPARE(readWorkspace(text).problems.size(), ReadLog::Most);
}

void TestWorkspaceReader::refusesTooManyProfiles()
{
    const QByteArray text = R"({"pongwatch": 1, "profiles": [)" +
                            QByteArray("{},").repeated(static_cast<int>(MostProfiles)) + "{}]}";
    QCOMPARE(sentences(readWorkspace(text).problems),
             QStringList{QStringLiteral("profiles: there are more than 100,000 profiles")});
}

void TestWorkspaceReader::survivesMutilation()
{
    // The file truncated at every position, and with every byte replaced in turn: it never crashes, and
    // anything that is read as a workspace can be written and read again.
    const QByteArray text =
        R"({"pongwatch":1,"defaults":{"ping_interval_s":20},"groups":[{"name":"é","profiles":[
        {"name":"a\u00e9","url":"wss://h:1/p","tags":["x"],"auth":{"kind":"basic","secret":"$A"}}]}],"extra":[null,-1e3]})";
    int read = 0;
    const auto tryOut = [&read](const QByteArray &candidate) {
        const WorkspaceReading reading = readWorkspace(candidate);
        QVERIFY(reading.workspace || !reading.problems.isEmpty());
        if (!reading.workspace)
            return;
        ++read;
        QCOMPARE(writeWorkspace(*reading.workspace), candidate);
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        tryOut(text.left(i));
        for (const char replacement : {'"', '{', ']', '0', '\\', ' ', '\0', '\xff'}) {
            QByteArray changed = text;
            changed[i] = replacement;
            tryOut(changed);
        }
    }
    QVERIFY(read > 100);
}

QTEST_GUILESS_MAIN(TestWorkspaceReader)
#include "tst_workspacereader.moc"
