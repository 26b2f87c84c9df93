// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingstable.h"
#include "tests/support/honesttest.h"
#include "workspace/workspacereader.h"

#include <QTest>

#include <functional>

using namespace Pongwatch;

using Change = std::function<void(Workspace &)>;
Q_DECLARE_METATYPE(Change)

/// A saved workspace changes where the user changed it, and nowhere else.
class TestWorkspaceWriter : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void leavesAloneWhatIsUnchanged_data();
    void leavesAloneWhatIsUnchanged();
    void changesOneLine_data();
    void changesOneLine();
    void writesAnewWhatIsNew();
    void keepsUnknownKeysOfMovedProfiles();
    void readsWhatItWrites();
    void savesMessages();
};

namespace
{

/// As a person may have written it: with keys, orders and spellings different from ours.
const QByteArray HandMade = R"({ "pongwatch": 1,
  "comment": "ours",
  "defaults": { "ping_interval_s": 20.0 },
  "groups": [
    { "name": "prod", "owner": {"team": "edge", "pager": [1, 2]},
      "profiles": [
        { "url": "wss://a.example/", "name": "edge-1", "enabled": true,
          "tags": ["eu"],
          "ping_timeout_s": 5,
          "x-colour": "red",
          "reconnect": { "max_s": 60, "note": "see 17" } },
        { "name": "edge-2", "url": "wss:\/\/b.example", "slow_after_s": 0.50 }
      ],
      "defaults": { "ping_timeout_s": 5 } }
  ],
  "profiles": [
    {
      "name": "lone",
      "url": "ws://c.example",
      "tags": [],
      "defaults": "not ours"
    }
  ]
}
)";

Workspace read(const QByteArray &text)
{
    WorkspaceReading reading = readWorkspace(text);
    return reading.workspace ? std::move(*reading.workspace) : Workspace();
}

/// The lines that are only in one of the texts: "-old" and "+new".
QStringList difference(const QByteArray &before, const QByteArray &after)
{
    const QList<QByteArray> old = before.split('\n');
    const QList<QByteArray> now = after.split('\n');
    qsizetype start = 0;
    while (start < old.size() && start < now.size() && old[start] == now[start])
        ++start;
    qsizetype end = 0;
    while (end < old.size() - start && end < now.size() - start &&
           old[old.size() - 1 - end] == now[now.size() - 1 - end])
        ++end;
    QStringList result;
    for (qsizetype i = start; i < old.size() - end; ++i)
        result.append(u'-' + QString::fromUtf8(old[i].trimmed()));
    for (qsizetype i = start; i < now.size() - end; ++i)
        result.append(u'+' + QString::fromUtf8(now[i].trimmed()));
    return result;
}

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

void TestWorkspaceWriter::leavesAloneWhatIsUnchanged_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("the least") << QByteArray(R"({"pongwatch":1})");
    QTest::newRow("made by hand") << HandMade;
    QTest::newRow("empty parts") << QByteArray(
        "{\n\"pongwatch\": 1.0, \"defaults\": { }, \"groups\": [ ], \"profiles\": [\n]}\n");
    QTest::newRow("empty sections") << QByteArray(
        R"({"pongwatch":1,"profiles":[{"name":"a","url":"ws://h","tls":{},"auth":{"later":1},"headers":[]}]})");
    QTest::newRow("messages") << QByteArray(
        R"({"pongwatch":1,"messages":[ {"name":"a","send":"x\u0041\ny","form":"text"},{"send":"c0","later":1,"name":"b","form":"hex"}]})");
    QTest::newRow("nulls") << QByteArray(
        R"({"pongwatch":1,"profiles":[{"name":"a","url":"ws://h","origin":null,"tls":{"ca_file":null,"client_key":""},
            "slow_after_s":null,"heartbeat":{"send":null}}]})");
    QTest::newRow("proxy with a slash")
        << QByteArray(R"({"pongwatch":1,"profiles":[{"name":"a","url":"ws://h","proxy":"http://h:1/"}]})");
    QTest::newRow("secret of nothing") << QByteArray(
        R"({"pongwatch":1,"profiles":[{"name":"a","url":"ws://h","auth":{"secret":null,"user":""}}]})");
}

void TestWorkspaceWriter::leavesAloneWhatIsUnchanged()
{
    QFETCH(QByteArray, text);
    const WorkspaceReading reading = readWorkspace(text);
    QVERIFY2(reading.workspace,
             reading.problems.isEmpty() ? "" : qPrintable(reading.problems.first().sentence()));
    QCOMPARE(writeWorkspace(*reading.workspace), text);
}

void TestWorkspaceWriter::changesOneLine_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const Change &change, const QStringList &expected) {
        QTest::newRow(name) << change << expected;
    };
    row("a value", [](Workspace &w) { w.groups[0].profiles[0].own.pingTimeout = seconds(7); },
        {s("-\"ping_timeout_s\": 5,"), s("+\"ping_timeout_s\": 7,")});
    row("a value to null",
        [](Workspace &w) { w.groups[0].profiles[0].own.pingTimeout = std::optional<nanoseconds>(); },
        {s("-\"ping_timeout_s\": 5,"), s("+\"ping_timeout_s\": null,")});
    row("an own value to an inherited one",
        [](Workspace &w) { w.groups[0].profiles[0].own.pingTimeout.reset(); },
        {s("-\"ping_timeout_s\": 5,")});
    row("an own value that equals the inherited one",
        [](Workspace &w) { w.profiles[0].own.pingInterval = seconds(20); },
        {s("-\"defaults\": \"not ours\""), s("+\"defaults\": \"not ours\","), s("+\"ping_interval_s\": 20")});
    row("a value in a section",
        [](Workspace &w) { w.groups[0].profiles[0].own.reconnectMaximum = milliseconds(30'500); },
        {s("-\"reconnect\": { \"max_s\": 60, \"note\": \"see 17\" } },"),
         s("+\"reconnect\": { \"max_s\": 30.5, \"note\": \"see 17\" } },")});
    row("the last known value of a section",
        [](Workspace &w) { w.groups[0].profiles[0].own.reconnectMaximum.reset(); },
        {s("-\"reconnect\": { \"max_s\": 60, \"note\": \"see 17\" } },"),
         s("+\"reconnect\": { \"note\": \"see 17\" } },")});
    row("a name", [](Workspace &w) { w.profiles[0].name = s("lone \"wolf\""); },
        {s("-\"name\": \"lone\","), s("+\"name\": \"lone \\\"wolf\\\"\",")});
    row("a tag", [](Workspace &w) { w.groups[0].profiles[0].tags.append(s("us")); },
        {s("-\"tags\": [\"eu\"],"), s("+\"tags\": [\"eu\", \"us\"],")});
    row("enabled", [](Workspace &w) { w.profiles[0].enabled = false; },
        {s("-\"defaults\": \"not ours\""), s("+\"defaults\": \"not ours\","), s("+\"enabled\": false")});
    row("a group's default", [](Workspace &w) { w.groups[0].defaults.pingTimeout = seconds(6); },
        {s("-\"defaults\": { \"ping_timeout_s\": 5 } }"), s("+\"defaults\": { \"ping_timeout_s\": 6 } }")});
    row("the workspace's defaults away", [](Workspace &w) { w.defaults = {}; },
        {s("-\"defaults\": { \"ping_interval_s\": 20.0 },")});
    row("a profile away",
        [](Workspace &w) {
            static_cast<void>(w.take({0, 1}));
        },
        {s("-\"reconnect\": { \"max_s\": 60, \"note\": \"see 17\" } },"),
         s("-{ \"name\": \"edge-2\", \"url\": \"wss:\\/\\/b.example\", \"slow_after_s\": 0.50 }"),
         s("+\"reconnect\": { \"max_s\": 60, \"note\": \"see 17\" } }")});
}

void TestWorkspaceWriter::changesOneLine()
{
    QFETCH(Change, change);
    QFETCH(QStringList, expected);
    Workspace workspace = read(HandMade);
    change(workspace);
    const QByteArray text = writeWorkspace(workspace);
    QCOMPARE(difference(HandMade, text), expected);
    QVERIFY(read(text) == workspace);
}

void TestWorkspaceWriter::writesAnewWhatIsNew()
{
    Workspace workspace;
    workspace.defaults.pingInterval = seconds(20);
    ProfileGroup group;
    group.name = s("prod");
    workspace.groups.push_back(group);
    Profile profile;
    profile.name = s("edge-1");
    profile.url = s("wss://a.example/");
    profile.tags = QStringList{s("eu"), s("x")};
    profile.own.reconnectMaximum = milliseconds(3100);
    profile.own.headers = ProfileSettings::Headers{{s("X-A"), s("b")}};
    profile.own.origin = QString();
    static_cast<void>(workspace.add(profile, 0));
    profile.tags.clear();
    profile.own = {};
    static_cast<void>(workspace.add(profile));

    const QByteArray expected = R"({
  "pongwatch": 1,
  "defaults": {
    "ping_interval_s": 20
  },
  "groups": [
    {
      "name": "prod",
      "profiles": [
        {
          "name": "edge-1",
          "url": "wss://a.example/",
          "tags": ["eu", "x"],
          "reconnect": {
            "max_s": 3.1
          },
          "headers": [["X-A", "b"]],
          "origin": null
        }
      ]
    }
  ],
  "profiles": [
    {
      "name": "edge-1 2",
      "url": "wss://a.example/"
    }
  ]
}
)";
    QCOMPARE(writeWorkspace(workspace), expected);
}

void TestWorkspaceWriter::keepsUnknownKeysOfMovedProfiles()
{
    Workspace workspace = read(HandMade);
    static_cast<void>(workspace.add(workspace.take({0, 0})));
    const QByteArray text = writeWorkspace(workspace);
    QVERIFY(read(text) == workspace);
    const QByteArray moved = R"(
    {
      "url": "wss://a.example/",
      "name": "edge-1",
      "enabled": true,
      "tags": ["eu"],
      "ping_timeout_s": 5,
      "x-colour": "red",
      "reconnect": {
        "max_s": 60,
        "note": "see 17"
      }
    }
)";
    QVERIFY2(text.contains(moved), text.constData());
}

void TestWorkspaceWriter::savesMessages()
{
    Workspace workspace = read(HandMade);
    workspace.setMessage(s("ask"), {s("a\n\"b\""), MessageForm::Text});
    workspace.setMessage(s("PINGREQ"), {s("c000"), MessageForm::Hex});
    const QByteArray written = writeWorkspace(workspace);
    QVERIFY(read(written) == workspace);
    QVERIFY2(written.contains("\"form\": \"hex\""), written.constData());
    QCOMPARE(written.count("\"form\""), 1);
    workspace.setMessage(s("ask"), {s("c"), MessageForm::Text});
    QCOMPARE(workspace.messages.size(), std::size_t(2));
    workspace.removeMessage(s("PINGREQ"));
    workspace.removeMessage(s("ask"));
    QVERIFY(read(writeWorkspace(workspace)) == read(HandMade));
}

void TestWorkspaceWriter::readsWhatItWrites()
{
    // Clears each setting with its own value in turn: none is written in another's place.
    const QByteArray full = R"({"pongwatch": 1, "profiles": [{"name": "a", "url": "ws://h",
        "ping_interval_s": 1.5, "ping_timeout_s": null, "open_timeout_s": 3, "close_timeout_s": 4, "slow_after_s": 0.5,
        "on_timeout": "keep",
        "reconnect": {"enabled": false, "initial_s": 0, "min_s": 1, "factor": 2, "max_s": 60, "stable_after_s": 10,
                      "give_up": true},
        "headers": [["X-Tenant", "a"]], "subprotocols": ["chat"], "origin": "https://h",
        "auth": {"kind": "basic", "user": "ada", "secret": "keychain:edge-1"},
        "tls": {"verify": false, "ca_file": "/ca.pem", "client_certificate": "/c.pem", "client_key": "/k.pem"},
        "proxy": "socks5://ada@h:1080", "proxy_secret": "$P", "address_family": "ipv6", "max_message_bytes": 4096,
        "connect_to": "10.0.0.7:443", "first_ping": "now", "client": "wire", "follow_redirects": true,
        "trace": {"on_failure": false, "every_s": 900, "protocol": "icmp"},
        "heartbeat": {"send": "x", "expect": "y", "form": "text"},
        "dialogue": {"preset": "mqtt", "parameters": {"client_id": "a"}, "on_open": [{"send": "s", "expect": "e"}],
                     "answer": [{"when": "w", "send": "s"}], "alive": {"when": "t", "at_least_every_s": 9}}}]})";
    const Workspace workspace = read(full);
    QCOMPARE(workspace.profileCount(), size_t(1));
    int members = 0;
    forEachSetting([&](const auto &setting) {
        const auto member = setting.own;
        ++members;
        Workspace changed = workspace;
        ProfileSettings &own = changed.profiles[0].own;
        QVERIFY((own.*member).has_value());
        (own.*member).reset();
        QVERIFY(read(writeWorkspace(changed)) == changed);
        // The same with a file written by this program.
        changed.profiles[0].source = Profile().source;
        QVERIFY(read(writeWorkspace(changed)) == changed);
    });
    QVERIFY(members > 20);
}

QTEST_GUILESS_MAIN(TestWorkspaceWriter)
#include "tst_workspacewriter.moc"
