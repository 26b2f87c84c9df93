// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/proxytext.h"
#include "tests/support/honesttest.h"
#include "workspace/workspace.h"
#include "workspace/workspacedemands.h"

#include <QTest>

using namespace Pongwatch;

/// Profiles, groups, and what they inherit.
class TestWorkspace : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void nearestWins_data();
    void nearestWins();
    void offIsAValue();
    void sectionsInheritByValue();
    void addsAndTakes();
    void findsFreeNames();
    void secretsAreForTheAddressThatIsDialled_data();
    void secretsAreForTheAddressThatIsDialled();
    void proxies_data();
    void proxies();
    void refusesProxies_data();
    void refusesProxies();
};

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

Workspace small()
{
    Workspace workspace;
    ProfileGroup group;
    group.name = s("prod");
    workspace.groups.push_back(group);
    Profile profile;
    profile.name = s("a");
    profile.url = s("ws://h/");
    static_cast<void>(workspace.add(profile, 0));
    return workspace;
}

} // namespace

void TestWorkspace::nearestWins_data()
{
    QTest::addColumn<int>("workspace");
    QTest::addColumn<int>("group");
    QTest::addColumn<int>("profile");
    QTest::addColumn<int>("effective");
    // Seconds; 0 means no value.
    QTest::newRow("nobody says anything: the program's") << 0 << 0 << 0 << 20;
    QTest::newRow("only the workspace") << 5 << 0 << 0 << 5;
    QTest::newRow("the group beats the workspace") << 5 << 6 << 0 << 6;
    QTest::newRow("the profile beats all") << 5 << 6 << 7 << 7;
    QTest::newRow("only the profile") << 0 << 0 << 7 << 7;
}

void TestWorkspace::nearestWins()
{
    QFETCH(int, workspace);
    QFETCH(int, group);
    QFETCH(int, profile);
    QFETCH(int, effective);
    const auto put = [](ProfileSettings &settings, int value) {
        if (value > 0)
            settings.pingInterval = seconds(value);
    };
    Workspace tested = small();
    put(tested.defaults, workspace);
    put(tested.groups[0].defaults, group);
    put(tested.groups[0].profiles[0].own, profile);
    QCOMPARE(tested.effectiveSettings({0, 0}).keepalive.interval.value(), nanoseconds(seconds(effective)));
}

void TestWorkspace::offIsAValue()
{
    Workspace workspace = small();
    workspace.groups[0].defaults.pingTimeout = seconds(5);
    workspace.groups[0].profiles[0].own.pingTimeout = ProfileSettings::Limit();
    QVERIFY(!workspace.effectiveSettings({0, 0}).keepalive.timeout.has_value());
    // The value that it would have without its own is still known.
    QCOMPARE(workspace.inheritedSettings({0, 0}).pingTimeout.value().value(), nanoseconds(seconds(5)));
}

void TestWorkspace::sectionsInheritByValue()
{
    Workspace workspace = small();
    workspace.defaults.reconnectMaximum = seconds(60);
    workspace.groups[0].profiles[0].own.reconnectFactor = 2;
    const ReconnectSettings reconnect = workspace.effectiveSettings({0, 0}).reconnect;
    QCOMPARE(reconnect.maximum, nanoseconds(seconds(60)));
    QCOMPARE(reconnect.factor, 2.0);
    QCOMPARE(reconnect.initial, ReconnectSettings().initial);
}

void TestWorkspace::addsAndTakes()
{
    Workspace workspace = small();
    Profile profile;
    profile.name = s("b");
    profile.url = s("ws://i/");
    const ProfilePlace place = workspace.add(profile);
    QCOMPARE(workspace.profileCount(), size_t(2));
    QCOMPARE(workspace.places().size(), size_t(2));
    QVERIFY(workspace.find(s("b")) == std::optional(place));
    QCOMPARE(workspace.effectiveSettings(place).url, QUrl(s("ws://i/")));

    QVERIFY(workspace.take(place) == profile);
    QVERIFY(!workspace.find(s("b")));
    QVERIFY(workspace.find(s("a")) == std::optional(ProfilePlace{0, 0}));
}

void TestWorkspace::findsFreeNames()
{
    Workspace workspace = small();
    Profile profile;
    profile.name = s("a");
    profile.url = s("ws://h/");
    QCOMPARE(workspace.at(workspace.add(profile)).name, s("a 2"));
    QCOMPARE(workspace.at(workspace.add(profile, 0)).name, s("a 3"));
    profile.name.clear();
    QCOMPARE(workspace.at(workspace.add(profile)).name, s("ws://h/"));
}

void TestWorkspace::secretsAreForTheAddressThatIsDialled_data()
{
    QTest::addColumn<QString>("connectTo");
    QTest::addColumn<QString>("receiver");
    QTest::addColumn<QString>("file"); // empty: none is expected
    QTest::newRow("the URL's") << QString() << s("wss://edge.example:443") << QString();
    QTest::newRow("another host") << s("10.0.0.7:443") << s("wss://edge.example:443 (10.0.0.7:443)")
                                  << QString();
    QTest::newRow("a socket of this machine")
        << s("unix:/run/app.sock") << s("wss://edge.example:443 (unix:/run/app.sock)") << s("/run/app.sock");
}

void TestWorkspace::secretsAreForTheAddressThatIsDialled()
{
    QFETCH(QString, connectTo);
    QFETCH(QString, receiver);
    QFETCH(QString, file);
    Workspace workspace;
    Profile profile;
    profile.name = s("a");
    profile.url = s("wss://edge.example/");
    profile.own.connectTo = connectTo;
    profile.own.headers = ProfileSettings::Headers{{s("X-Key"), s("$TOKEN")}};
    const ProfilePlace place = workspace.add(profile);
    QString wantedFile;
    bool wantsVariable = false;
    for (const WorkspaceDemand &demand : demandsOf(workspace, place)) {
        QCOMPARE(demand.receiver, receiver);
        wantsVariable = wantsVariable || demand.kind == WorkspaceDemand::Kind::Variable;
        if (demand.kind == WorkspaceDemand::Kind::File)
            wantedFile = demand.name;
    }
    QVERIFY(wantsVariable);
    QCOMPARE(wantedFile, file);
}

void TestWorkspace::proxies_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("shown");
    QTest::newRow("system") << s("system") << int(ProxyKind::System) << QString() << QString() << s("system");
    QTest::newRow("none") << s("none") << int(ProxyKind::None) << QString() << QString() << s("none");
    QTest::newRow("http") << s("http://h:3128") << int(ProxyKind::Http) << QString() << QString()
                          << s("http://h:3128");
    QTest::newRow("with a password") << s("http://ada:s%3Acret@h:1/") << int(ProxyKind::Http) << s("ada")
                                     << s("s:cret") << s("http://ada@h:1");
    QTest::newRow("socks, IPv6") << s("socks5://[::1]:1080") << int(ProxyKind::Socks5) << QString()
                                 << QString() << s("socks5://[::1]:1080");
}

void TestWorkspace::proxies()
{
    QFETCH(QString, text);
    QFETCH(int, kind);
    QFETCH(QString, user);
    QFETCH(QString, password);
    QFETCH(QString, shown);
    const Result<ProxySettings> proxy = parseProxy(text);
    QVERIFY2(proxy.ok(), proxy ? "" : qPrintable(proxy.error().sentence()));
    QCOMPARE(int(proxy.value().kind), kind);
    QCOMPARE(proxy.value().user, user);
    QCOMPARE(proxy.value().password, password);
    QCOMPARE(proxyText(proxy.value()), shown);
}

void TestWorkspace::refusesProxies_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a bare host") << s("proxy.example:3128");
    QTest::newRow("no port") << s("http://proxy.example");
    QTest::newRow("port 0") << s("http://proxy.example:0");
    QTest::newRow("port too large") << s("http://proxy.example:70000");
    QTest::newRow("no host") << s("http://:3128");
    QTest::newRow("a path") << s("http://h:1/path");
    QTest::newRow("another scheme") << s("https://h:1");
}

void TestWorkspace::refusesProxies()
{
    QFETCH(QString, text);
    QVERIFY(!parseProxy(text).ok());
}

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
