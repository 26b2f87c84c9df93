// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"
#include "tests/app/programrun.h"
#include "tests/support/faultyproxy.h"
#include "tests/support/honesttest.h"
#include "tests/support/nginxpeer.h"
#include "tests/support/peerprocess.h"
#include "tests/support/proxypeer.h"
#include "tests/support/testcertificates.h"

#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// What a profile can do, each from a workspace file with a real server: `pongwatch monitor --workspace`.
class ProfileCapabilitiesTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(certificates.make(), QString());
        QCOMPARE(demo.start(), QString());
    }

    void theHandshakeHasWhatTheServerAsksFor_data()
    {
        QTest::addColumn<QString>("required");
        QTest::addColumn<QString>("profile");
        QTest::newRow("a header") << s("X-Tenant: a") << s("'headers': [['X-Tenant', 'a']]");
        QTest::newRow("a header from the environment")
            << s("X-Token: hunter2") << s("'headers': [['X-Token', '$PW_SECRET']]");
        QTest::newRow("Origin") << s("Origin: https://shop.example") << s("'origin': 'https://shop.example'");
        QTest::newRow("basic") << s("Authorization: Basic YWRhOmh1bnRlcjI=")
                               << s("'auth': { 'kind': 'basic', 'user': 'ada', 'secret': '$PW_SECRET' }");
        QTest::newRow("bearer") << s("Authorization: Bearer hunter2")
                                << s("'auth': { 'kind': 'bearer', 'secret': '$PW_SECRET' }");
    }
    void theHandshakeHasWhatTheServerAsksFor()
    {
        QFETCH(QString, required);
        QFETCH(QString, profile);
        PeerProcess server = PeerProcess::websocketsServer({s("--require-header"), required});
        QCOMPARE(server.listen(), QString());
        QCOMPARE(watch(url("ws", server.port()), s("'reconnect': {}")), 1);
        QVERIFY2(events("open").isEmpty(), "the server asks for nothing");
        QCOMPARE(watch(url("ws", server.port()), profile), 0);
        QCOMPARE(events("open").size(), 1);
        QVERIFY(!output.contains("hunter2"));
    }

    void aSubprotocolIsAgreedOn()
    {
        PeerProcess server = PeerProcess::websocketsServer({s("--subprotocol"), s("chat.v2")});
        QCOMPARE(server.listen(), QString());
        QCOMPARE(watch(url("ws", server.port()), s("'subprotocols': ['chat.v1', 'chat.v2']")), 0);
        QCOMPARE(events("open").first().value(s("subprotocol")).toString(), s("chat.v2"));
    }

    void tls_data()
    {
        QTest::addColumn<bool>("ownCertificate"); // the server's certificate is self-signed
        QTest::addColumn<bool>("asksClient");
        QTest::addColumn<QString>("profile");
        QTest::addColumn<QString>("cause"); // empty: it opens
        const QString ca = s("'ca_file': '%1'").arg(certificates.authority());
        QTest::newRow("an authority of one's own") << false << false << ca << QString();
        QTest::newRow("an unknown authority") << false << false << s("'verify': true") << s("tls");
        QTest::newRow("verification off") << true << false << s("'verify': false") << QString();
        QTest::newRow("a client's certificate")
            << false << true
            << s("%1, 'client_certificate': '%2', 'client_key': '%3'")
                   .arg(ca, certificates.client().certificate, certificates.client().key)
            << QString();
    }
    void tls()
    {
        QFETCH(bool, ownCertificate);
        QFETCH(bool, asksClient);
        QFETCH(QString, profile);
        QFETCH(QString, cause);
        const CertificateFiles files = ownCertificate ? certificates.selfSigned() : certificates.good();
        QStringList options{s("--tls"), files.certificate, files.key};
        if (asksClient)
            options += QStringList{s("--client-ca"), certificates.authority()};
        PeerProcess server = PeerProcess::websocketsServer(options);
        QCOMPARE(server.listen(), QString());
        const int status = watch(url("wss", server.port()), s("'tls': { %1 }").arg(profile));
        QCOMPARE(status, cause.isEmpty() ? 0 : 1);
        if (cause.isEmpty())
            QVERIFY(events("open").first().contains(s("tls")));
        else
            QCOMPARE(events("closed").first().value(s("cause")).toString(), cause);
    }

    void nginxInFrontWithTls_data()
    {
        QTest::addColumn<bool>("hasCertificate");
        QTest::newRow("a client's certificate") << true;
        QTest::newRow("none, which nginx answers with 400") << false;
    }
    void nginxInFrontWithTls()
    {
        QFETCH(bool, hasCertificate);
        PeerProcess server = PeerProcess::websocketsServer();
        QCOMPARE(server.listen(), QString());
        NginxPeer nginx(server.port(), std::chrono::seconds(60));
        nginx.useTls(certificates.good(), certificates.authority());
        QCOMPARE(nginx.listen(), QString());
        QString tls = s("'tls': { 'ca_file': '%1'").arg(certificates.authority());
        if (hasCertificate)
            tls += s(", 'client_certificate': '%1', 'client_key': '%2'")
                       .arg(certificates.client().certificate, certificates.client().key);
        QCOMPARE(watch(url("wss", nginx.port()), s("'ping_interval_s': 0.1, ") + tls + s(" }")),
                 hasCertificate ? 0 : 1);
        if (hasCertificate) {
            QVERIFY(!events("pong").isEmpty());
        } else {
            const QJsonObject closed = events("closed").first();
            QCOMPARE(closed.value(s("cause")).toString(), s("handshake-rejected"));
            QCOMPARE(closed.value(s("http_status")).toInt(), 400);
        }
    }

    void proxies_data()
    {
        QTest::addColumn<bool>("socks");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("profile"); // %1: the proxy's port
        QTest::addColumn<bool>("goesThrough");
        QTest::newRow("none, whatever the system says")
            << false << QString() << s("'proxy': 'none'") << false;
        QTest::newRow("the system's, which is not for this machine")
            << false << QString() << s("'proxy': 'system'") << false;
        QTest::newRow("HTTP CONNECT") << false << QString() << s("'proxy': 'http://127.0.0.1:%1'") << true;
        QTest::newRow("HTTP CONNECT with a password")
            << false << s("ada") << s("'proxy': 'http://ada@127.0.0.1:%1', 'proxy_secret': '$PW_SECRET'")
            << true;
        QTest::newRow("SOCKS 5") << true << QString() << s("'proxy': 'socks5://127.0.0.1:%1'") << true;
        QTest::newRow("SOCKS 5 with a password")
            << true << s("ada") << s("'proxy': 'socks5://ada@127.0.0.1:%1', 'proxy_secret': '$PW_SECRET'")
            << true;
    }
    void proxies()
    {
        QFETCH(bool, socks);
        QFETCH(QString, user);
        QFETCH(QString, profile);
        QFETCH(bool, goesThrough);
        ProxyPeer proxy(socks ? ProxyPeer::Kind::Socks5 : ProxyPeer::Kind::Http, user, s("hunter2"));
        QCOMPARE(proxy.listen(), QString());
        PeerProcess server = PeerProcess::websocketsServer();
        QCOMPARE(server.listen(), QString());
        QCOMPARE(watch(url("ws", server.port()), profile.replace(s("%1"), QString::number(proxy.port())),
                       {{s("http_proxy"), s("http://127.0.0.1:%1").arg(proxy.port())}}),
                 0);
        QCOMPARE(events("open").size(), 1);
        QTRY_COMPARE(!proxy.targets().isEmpty(), goesThrough);
    }

    void theSystemsProxyIsAskedForOtherMachines()
    {
        const FaultyProxy proxy({"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"});
        QCOMPARE(watch(s("ws://elsewhere.example/"), s("'proxy': 'system'"),
                       {{s("http_proxy"), s("http://127.0.0.1:%1").arg(proxy.port())}}),
                 1);
        QVERIFY(proxy.heard().startsWith("CONNECT elsewhere.example:80 HTTP/1.1\r\n"));
        QCOMPARE(events("closed").first().value(s("cause")).toString(), s("proxy"));
    }

    void addressFamilies_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("family");
        QTest::addColumn<bool>("opens");
        const QString four = s("127.0.0.1");
        const QString six = s("::1");
        QTest::newRow("any") << four << s("localhost") << s("any") << true;
        QTest::newRow("IPv4 only") << four << s("localhost") << s("ipv4") << true;
        QTest::newRow("IPv6 only, of a server that has none") << four << s("localhost") << s("ipv6") << false;
        QTest::newRow("IPv6 only, of a server that has nothing else")
            << six << s("[::1]") << s("ipv6") << true;
        QTest::newRow("any, of a server with IPv6") << six << s("[::1]") << s("any") << true;
        QTest::newRow("IPv4 only, of a server with IPv6") << six << s("[::1]") << s("ipv4") << false;
    }
    void addressFamilies()
    {
        QFETCH(QString, server);
        QFETCH(QString, host);
        QFETCH(QString, family);
        QFETCH(bool, opens);
        PeerProcess process = PeerProcess::websocketsServer({s("--host"), server});
        QCOMPARE(process.listen(), QString());
        const QString where = s("ws://%1:%2/").arg(host).arg(process.port());
        QCOMPARE(watch(where, s("'address_family': '%1'").arg(family)), opens ? 0 : 1);
        if (opens)
            QVERIFY(events("open")
                        .first()
                        .value(s("address"))
                        .toString()
                        .startsWith(server == s("127.0.0.1") ? s("127.0.0.1:") : s("[::1]:")));
        else
            QVERIFY(events("open").isEmpty());
    }

    void aLargerMessageThanAllowedEndsIt()
    {
        QCOMPARE(watch(demo.url(s("/flood?rate=50")).toString(), s("'max_message_bytes': 1")), 1);
        const QJsonObject closed = events("closed").first();
        QCOMPARE(closed.value(s("cause")).toString(), s("message-too-big"));
        QCOMPARE(closed.value(s("sent")).toObject().value(s("code")).toInt(), 1009);
    }

    void aHeartbeatInTextIsMeasured()
    {
        PeerProcess server = PeerProcess::websocketsServer(); // sends back what it gets
        QCOMPARE(server.listen(), QString());
        QCOMPARE(watch(url("ws", server.port()), s("'ping_interval_s': 0.1, 'heartbeat': { 'send': 'are you "
                                                   "there? %id%', 'expect': '%id%' }")),
                 0);
        QVERIFY(events("pong").size() >= 2);
    }

    void heartbeatsOfServersWithQuirks_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("heartbeat");
        QTest::addColumn<double>("atLeastMs"); // the server's own delay
        QTest::newRow("answers among data, later")
            << s("op") << s("'send': '{~op~:~ping~}', 'expect': '~op~:\\\\s*~pong~'") << 50.0;
        QTest::newRow("answers with the number of the question, out of order")
            << s("id") << s("'send': '{~id~:~%id%~,~type~:~ping~}', 'expect': '~id~: ~%id%~'") << 0.0;
        QTest::newRow("asks first, and all the time")
            << s("first") << s("'send': 'ping', 'expect': '^pong$'") << 0.0;
        QTest::newRow("Engine.IO") << s("engine") << s("'send': '2', 'expect': '^3$'") << 0.0;
    }
    void heartbeatsOfServersWithQuirks()
    {
        QFETCH(QString, path);
        QFETCH(QString, heartbeat);
        QFETCH(double, atLeastMs);
        PeerProcess server = PeerProcess::heartbeatServer();
        QCOMPARE(server.listen(), QString());
        QCOMPARE(watch(url("ws", server.port()) + path,
                       s("'ping_interval_s': 0.15, 'ping_timeout_s': 5, 'heartbeat': { %1 }").arg(heartbeat)),
                 0);
        const QList<QJsonObject> pongs = events("pong");
        QVERIFY(pongs.size() >= 2);
        for (const QJsonObject &pong : pongs)
            QVERIFY2(pong.value(s("rtt_ms")).toDouble() >= atLeastMs, output.constData());
        QVERIFY(events("timeout").isEmpty());
    }

    void aHeartbeatThatIsNotAnsweredTimesOutHoweverMuchIsSaid()
    {
        PeerProcess server = PeerProcess::heartbeatServer();
        QCOMPARE(server.listen(), QString());
        QCOMPARE(watch(url("ws", server.port()) + s("ignore"),
                       s("'ping_interval_s': 0.1, 'ping_timeout_s': 0.2, 'reconnect': { 'enabled': false }, "
                         "'heartbeat': { 'send': '{~op~:~ping~}', 'expect': '~op~:~pong~' }")),
                 1);
        QCOMPARE(events("closed").first().value(s("cause")).toString(), s("keepalive-timeout"));
    }

    void aHeartbeatKeepsAStrictServerContent()
    {
        PeerProcess server = PeerProcess::heartbeatServer({s("--delay"), s("0.4")});
        QCOMPARE(server.listen(), QString());
        const QString where = url("ws", server.port()) + s("strict");
        QCOMPARE(watch(where, s("'ping_interval_s': 0.1, 'heartbeat': { 'send': 'are you there?' }")), 0);
        // Frames of the protocol don't count for it.
        QCOMPARE(watch(where, s("'ping_interval_s': 0.1, 'reconnect': { 'enabled': false }")), 1);
        QCOMPARE(events("closed").first().value(s("close_code")).toInt(), 4000);
    }

    void groupsAndTagsChoose_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QStringList>("peers");
        QTest::newRow("a group") << QStringList{s("--group"), s("prod")} << QStringList{s("a"), s("b")};
        QTest::newRow("a tag") << QStringList{s("--tag"), s("eu")} << QStringList{s("b"), s("c")};
        QTest::newRow("both") << QStringList{s("--group"), s("prod"), s("--tag"), s("eu")}
                              << QStringList{s("b")};
    }
    void groupsAndTagsChoose()
    {
        QFETCH(QStringList, options);
        QFETCH(QStringList, peers);
        const QString where = demo.url(s("/steady")).toString();
        const QString text =
            s("{ 'pongwatch': 1, 'groups': [ { 'name': 'prod', 'profiles': [ { 'name': 'a', 'url': '%1' }, "
              "{ 'name': 'b', 'url': '%1', 'tags': ['eu'] } ] } ], "
              "'profiles': [ { 'name': 'c', 'url': '%1', 'tags': ['eu'] }, { 'name': 'd', 'url': '%1' } ] }")
                .arg(where);
        QCOMPARE(run(text, options), 0);
        QStringList seen;
        for (const QJsonObject &summary : events("summary"))
            seen.append(summary.value(s("peer")).toString());
        QCOMPARE(seen, peers);
    }

private:
    static QString url(const char *scheme, quint16 port)
    {
        const QString host = QByteArray(scheme) == "wss" ? s("localhost") : s("127.0.0.1");
        return QStringLiteral("%1://%2:%3/").arg(s(scheme), host).arg(port);
    }

    /// Watches a profile with these settings for a moment; returns the exit status.
    int watch(const QString &where, const QString &settings, const QMap<QString, QString> &more = {})
    {
        // None of these tests uses the system's proxy, except the one about it.
        const QString proxy = settings.contains(s("'proxy'")) ? QString() : s("'proxy': 'none', ");
        return run(
            s("{ 'pongwatch': 1, 'defaults': { 'open_timeout_s': 10 }, 'profiles': [ { 'name': 'edge', "
              "'url': '%1', %2%3 } ] }")
                .arg(where, proxy, settings),
            {}, more);
    }

    int run(QString text, const QStringList &options, const QMap<QString, QString> &more = {})
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(s("test.pongwatch")));
        if (!file.open(QIODevice::WriteOnly))
            return -1;
        file.write(text.replace(u'\'', u'"').replace(u'~', s("\\\"")).toUtf8()); // ~: a quote inside a text
        file.close();
        QProcessEnvironment environment = ProgramRun::plainEnvironment();
        environment.insert(s("PW_SECRET"), s("hunter2"));
        for (auto one = more.cbegin(); one != more.cend(); ++one)
            environment.insert(one.key(), one.value());
        ProgramRun program(QStringList{s("monitor"), s("--workspace"), file.fileName(),
                                       s("--trust-workspace"), s("--duration"), s("0.8"), s("--output"),
                                       s("jsonl")} +
                               options,
                           environment);
        // A proxy in this process needs the event loop.
        if (!QTest::qWaitFor([&program] { return program.process().state() == QProcess::NotRunning; },
                             20'000))
            return -1;
        const int status = program.exitStatus();
        output = program.output();
        m_events = program.events();
        return status;
    }

    [[nodiscard]] QList<QJsonObject> events(const char *name) const
    {
        QList<QJsonObject> found;
        for (const QJsonObject &event : m_events)
            if (event.value(s("event")).toString() == s(name))
                found.append(event);
        return found;
    }

    TestCertificates certificates;
    DemoFleet demo;
    QByteArray output;
    QList<QJsonObject> m_events;
};

QTEST_GUILESS_MAIN(ProfileCapabilitiesTest)
#include "tst_profilecapabilities.moc"
