// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "tests/models/engine/causes/causeprobe.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/faultyproxy.h"
#include "tests/support/freeport.h"
#include "tests/support/honesttest.h"
#include "tests/support/peerprocess.h"
#include "tests/support/proxypeer.h"

#include <QTest>

#include <csignal>

using namespace Pongwatch;
using TestSupport::CauseProbe;
using TestSupport::dialOnce;
using TestSupport::FaultyProxy;
using TestSupport::freePort;
using TestSupport::PeerProcess;
using TestSupport::ProxyPeer;

/// Dials that end at the proxy.
class TestProxyCauses : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestSupport::runForBothClients(); }
    void proxyThatWantsCredentials_data() { bothKinds(); }
    void proxyThatWantsCredentials()
    {
        QFETCH(ProxyKind, kind);
        ProxyPeer proxy(peerKind(kind), QStringLiteral("ada"), QStringLiteral("hunter2"));
        QCOMPARE(proxy.listen(), QString());
        endsAtTheProxy(kind, proxy.port());
    }

    void proxyThatCantReachTheServer_data() { bothKinds(); }
    void proxyThatCantReachTheServer()
    {
        QFETCH(ProxyKind, kind);
        ProxyPeer proxy(peerKind(kind));
        QCOMPARE(proxy.listen(), QString());
        endsAtTheProxy(kind, proxy.port(), QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(freePort())));
    }

    void proxyThatRefuses_data()
    {
        QTest::addColumn<ProxyKind>("kind");
        QTest::addColumn<QList<QByteArray>>("answers");
        QTest::newRow("HTTP, forbids it")
            << ProxyKind::Http << QList<QByteArray>{"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"};
        QTest::newRow("HTTP, can't reach the server")
            << ProxyKind::Http << QList<QByteArray>{"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"};
        QTest::newRow("SOCKS, forbids it") << ProxyKind::Socks5 << FaultyProxy::socksRefusal(2);
        QTest::newRow("SOCKS, can't reach the server") << ProxyKind::Socks5 << FaultyProxy::socksRefusal(4);
    }
    void proxyThatRefuses()
    {
        QFETCH(ProxyKind, kind);
        QFETCH(QList<QByteArray>, answers);
        const FaultyProxy proxy(answers);
        endsAtTheProxy(kind, proxy.port());
    }

    void whatTheProxySays_data()
    {
        QTest::addColumn<ProxyKind>("kind");
        QTest::addColumn<QList<QByteArray>>("answers");
        QTest::addColumn<QString>("sentence"); // %1: the proxy, and where it was set
        QTest::addColumn<QString>("said");     // of the proxy's answer
        QTest::addColumn<Suspects>("likely");
        QTest::addColumn<Suspects>("possible");
        QTest::addColumn<bool>("lasting");
        const Suspects us = Suspect::ThisSide;
        const Suspects network = Suspect::Network;
        const Suspects proxy = Suspect::Proxy;
        const Suspects peer = Suspect::Peer;
        const auto refused = QStringLiteral("The server refused the connection of %1");
        const auto unresolved = QStringLiteral("%1 can't resolve the server's host name");
        const auto noRoute = QStringLiteral("%1 has no route to the server");
        const auto silent = QStringLiteral("The server did not answer %1 in time");
        const auto failed = QStringLiteral("%1 could not reach the server");
        const auto forbids = QStringLiteral("The rules of %1 forbid this connection");
        const auto login = QStringLiteral("%1 requires a user name and password");
        const auto noProxy =
            QStringLiteral("What answers is no proxy of this kind: check address and kind of %1");
        const auto ended = QStringLiteral("%1 ended the connection before it had reached the server");
        const auto http = [](const char *name, const QByteArray &head, const QByteArray &body,
                             const QString &sentence, const char *said, Suspects likely, Suspects possible,
                             bool lasting) {
            QTest::newRow(name) << ProxyKind::Http
                                << QList<QByteArray>{"HTTP/1.1 " + head + "\r\nContent-Length: " +
                                                     QByteArray::number(body.size()) + "\r\n\r\n" + body}
                                << sentence << QString::fromUtf8(said) << likely << possible << lasting;
        };
        http("502, refused by its body", "502 Bad Gateway", "connect: Connection refused", refused,
             "HTTP status 502, “connect: Connection refused”", peer, us, false);
        http("503, refused by Squid's number",
             "503 Service Unavailable\r\nX-Squid-Error: ERR_CONNECT_FAIL 111", "<html>Fehler</html>", refused,
             "“ERR_CONNECT_FAIL 111”", peer, us, false);
        http("502, refused by Proxy-Status", "502 Bad Gateway\r\nProxy-Status: p; error=connection_refused",
             "", refused, "HTTP status 502", peer, us, false);
        http("503, unresolved by Squid", "503 Service Unavailable\r\nX-Squid-Error: ERR_DNS_FAIL 0", "",
             unresolved, "“ERR_DNS_FAIL 0”", us | peer, {}, false);
        http("502, unresolved by Proxy-Status", "502 Bad Gateway\r\nProxy-Status: p; error=dns_error", "",
             unresolved, "HTTP status 502", us | peer, {}, false);
        http("500, unresolved by its phrase", "500 Unable to resolve host", "", unresolved,
             "“Unable to resolve host”", us | peer, {}, false);
        http("404, unresolved by its body", "404 Not Found", "unknown host: server.invalid", unresolved,
             "HTTP status 404", us | peer, {}, false);
        http("503, no route by Squid's number",
             "503 Service Unavailable\r\nX-Squid-Error: ERR_CONNECT_FAIL 113", "", noRoute,
             "“ERR_CONNECT_FAIL 113”", network | peer, proxy, false);
        http("504", "504 Gateway Timeout", "", silent, "HTTP status 504, “Gateway Timeout”", network | peer,
             proxy, false);
        http("502, timed out by its body", "502 Bad Gateway", "<h1>Connection timed out</h1>", silent,
             "“Connection timed out”", network | peer, proxy, false);
        http("502 without a reason", "502 Bad Gateway", "", failed, "“Bad Gateway”", peer, us | proxy, false);
        http("500 of tinyproxy", "500 Unable to connect", "", failed, "“Unable to connect”", peer, us | proxy,
             false);
        http("407", "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"corp\"", "",
             login, "", us, {}, true);
        http("407 by NTLM, which Qt could speak",
             "407 Proxy Authentication Required\r\nProxy-Authenticate: NTLM", "", login, "", us, {}, true);
        http("403 with a body", "403 Forbidden", "<b>CONNECT to port 8000 is not allowed</b>", forbids,
             "“CONNECT to port 8000 is not allowed”", proxy, us, true);
        http("451", "451 Unavailable For Legal Reasons", "", forbids, "HTTP status 451", proxy, us, true);
        http("429", "429 Too Many Requests", "", forbids, "HTTP status 429", proxy, us, true);
        http("a web server that knows no CONNECT", "405 Not Allowed", "<title>405</title>", noProxy,
             "HTTP status 405", us, proxy, true);
        http("400 of a web server", "400 Bad Request", "nginx", noProxy, "HTTP status 400", us, proxy, true);
        http("501", "501 Not Implemented", "", noProxy, "HTTP status 501", us, proxy, true);
        http("a redirect", "302 Found\r\nLocation: http://login.example/", "", noProxy, "HTTP status 302", us,
             proxy, true);
        const auto raw = [](const char *name, ProxyKind kind, const QList<QByteArray> &answers,
                            const QString &sentence, Suspects likely, Suspects possible, bool lasting) {
            QTest::newRow(name) << kind << answers << sentence << QString() << likely << possible << lasting;
        };
        raw("no HTTP", ProxyKind::Http, {"SSH-2.0-OpenSSH_9.2\r\n"}, noProxy, us, proxy, true);
        raw("it hangs up", ProxyKind::Http, {""}, ended, proxy, peer, false);
        const auto socks = [](const char *name, int reply, const QString &sentence, Suspects likely,
                              Suspects possible, bool lasting) {
            QTest::newRow(name) << ProxyKind::Socks5 << FaultyProxy::socksRefusal(reply) << sentence
                                << QStringLiteral("Its answer: %1 (RFC 1928)").arg(reply) << likely
                                << possible << lasting;
        };
        socks("SOCKS 1, general failure", 1, failed, peer, us | proxy, false);
        socks("SOCKS 2, not allowed", 2, forbids, proxy, us, true);
        socks("SOCKS 3, network unreachable", 3, noRoute, network | peer, proxy, false);
        socks("SOCKS 4, host unreachable", 4, noRoute, network | peer, proxy, false);
        socks("SOCKS 5, refused", 5, refused, peer, us, false);
        socks("SOCKS 6, TTL expired", 6, silent, network | peer, proxy, false);
        socks("SOCKS 7, no CONNECT", 7, noProxy, us, proxy, true);
        socks("SOCKS 8, no names", 8, noProxy, us, proxy, true);
        socks("SOCKS 9, which is none", 9, failed, peer, us | proxy, false);
        raw("SOCKS, no method that both know", ProxyKind::Socks5, {QByteArray::fromHex("05ff")}, login, us,
            {}, true);
        raw("SOCKS, wants a password", ProxyKind::Socks5,
            {QByteArray::fromHex("0502"), QByteArray::fromHex("0101")}, login, us, {}, true);
        raw("SOCKS, speaks HTTP", ProxyKind::Socks5, {"HTTP/1.0 400 Bad Request\r\n\r\n"}, noProxy, us, proxy,
            true);
        raw("SOCKS, hangs up", ProxyKind::Socks5, {""}, ended, proxy, peer, false);
    }

    void whatTheProxySays()
    {
        QFETCH(const ProxyKind, kind);
        QFETCH(const QList<QByteArray>, answers);
        QFETCH(const QString, sentence);
        QFETCH(const QString, said);
        QFETCH(const Suspects, likely);
        QFETCH(const Suspects, possible);
        QFETCH(const bool, lasting);
        const FaultyProxy proxy(answers);
        CauseProbe probe;
        probe.watch(through(kind, proxy.port()));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        const QString address =
            QStringLiteral("%1://127.0.0.1:%2")
                .arg(kind == ProxyKind::Http ? QStringLiteral("http") : QStringLiteral("socks5"))
                .arg(proxy.port());
        const QString text = explain(verdict);
        const QString name = QStringLiteral("the proxy %1 (from the profile)").arg(address);
        QVERIFY2(text.contains(sentence.arg(name), Qt::CaseInsensitive), qPrintable(text));
        QVERIFY2(text.contains(said), qPrintable(text));
        QCOMPARE(verdict.cause, Cause::Proxy);
        QCOMPARE(suspicionOf(verdict).likely, likely);
        QCOMPARE(suspicionOf(verdict).possible, possible);
        QCOMPARE(verdict.lasting, lasting);
    }

    void proxyOutOfReach_data()
    {
        QTest::addColumn<ProxyKind>("kind");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<Suspects>("likely");
        for (const ProxyKind kind : {ProxyKind::Http, ProxyKind::Socks5}) {
            const char *name = kind == ProxyKind::Http ? "HTTP" : "SOCKS";
            QTest::addRow("%s, refused", name)
                << kind << QStringLiteral("127.0.0.1")
                << QStringLiteral("No connection to %1: nothing listens") << Suspects(Suspect::Proxy);
            QTest::addRow("%s, no route", name)
                << kind << QStringLiteral("127.255.255.255") << QStringLiteral("No connection to %1")
                << Suspects(Suspect::Proxy);
            QTest::addRow("%s, no such name", name)
                << kind << QStringLiteral("proxy.invalid")
                << QStringLiteral("The name of %1 can't be resolved") << Suspects(Suspect::ThisSide);
        }
    }

    void proxyOutOfReach()
    {
        QFETCH(const ProxyKind, kind);
        QFETCH(const QString, host);
        QFETCH(const QString, sentence);
        QFETCH(const Suspects, likely);
        ConnectionSettings settings = through(kind, freePort());
        settings.proxy.host = host;
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE_WITH_TIMEOUT(probe.verdicts().size(), std::size_t(1), 15000);
        const Verdict &verdict = probe.verdicts().front();
        const QString text = explain(verdict);
        const QString name =
            QStringLiteral("the proxy %1://%2:%3 (from the profile)")
                .arg(kind == ProxyKind::Http ? QStringLiteral("http") : QStringLiteral("socks5"), host)
                .arg(settings.proxy.port);
        QVERIFY2(text.contains(sentence.arg(name), Qt::CaseInsensitive), qPrintable(text));
        QCOMPARE(suspicionOf(verdict).likely, likely);
        QCOMPARE(verdict.cause, Cause::Proxy);
    }

    void whereTheProxyWasSet_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QString>("scheme");
        QTest::newRow("http_proxy") << QByteArray("http_proxy") << QStringLiteral("ws");
        QTest::newRow("https_proxy") << QByteArray("https_proxy") << QStringLiteral("wss");
        QTest::newRow("all_proxy") << QByteArray("all_proxy") << QStringLiteral("ws");
        QTest::newRow("ALL_PROXY") << QByteArray("ALL_PROXY") << QStringLiteral("wss");
    }

    void whereTheProxyWasSet()
    {
        QFETCH(const QByteArray, variable);
        QFETCH(const QString, scheme);
        const FaultyProxy proxy({"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"});
        ConnectionSettings settings = through(ProxyKind::System, 0);
        settings.url.setScheme(scheme);
        qputenv(variable.constData(), "http://user:hunter2@127.0.0.1:" + QByteArray::number(proxy.port()));
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        qunsetenv(variable.constData());
        const QString text = explain(probe.verdicts().front());
        QVERIFY2(
            text.contains(QStringLiteral("the proxy http://127.0.0.1:%1 (from %2) could not reach the server")
                              .arg(proxy.port())
                              .arg(QString::fromLatin1(variable)),
                          Qt::CaseInsensitive),
            qPrintable(text));
        QVERIFY2(!text.contains(QLatin1String("hunter2")), qPrintable(text));
    }

    void proxyThatIsNotThere()
    {
        CauseProbe probe;
        probe.watch(through(ProxyKind::Http, freePort()));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        QCOMPARE(probe.verdicts().front().cause, Cause::Proxy);
    }

    void proxyThatHangsWithAnOpenConnection_data() { bothKinds(); }
    void proxyThatHangsWithAnOpenConnection()
    {
        // TCP ends at the proxy: its stack acknowledges, and nothing is known of what is behind it.
        QFETCH(const ProxyKind, kind);
        PeerProcess server = PeerProcess::websocketsServer();
        QCOMPARE(server.listen(), QString());
        ProxyPeer proxy(peerKind(kind));
        QCOMPARE(proxy.listen(), QString());
        ConnectionSettings settings =
            TestSupport::pingEvery(QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(server.port())),
                                   milliseconds(100), milliseconds(1500));
        settings.proxy = through(kind, proxy.port()).proxy;
        CauseProbe probe;
        probe.watch(settings);
        QTRY_VERIFY(probe.samples().size() >= 2);
        proxy.process().hang();
        QTRY_COMPARE_WITH_TIMEOUT(probe.verdicts().size(), std::size_t(1), 15000);
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::KeepaliveTimeout);
        QCOMPARE(verdict.evidence, Evidence::PeerSilent);
        QVERIFY2(explain(verdict).contains(QLatin1String("The proxy's TCP stack acknowledged")),
                 qPrintable(explain(verdict)));
        QVERIFY2(!explain(verdict).contains(QLatin1String("server's TCP stack")),
                 qPrintable(explain(verdict)));
        QCOMPARE(suspicionOf(verdict).likely, Suspects(Suspect::Proxy) | Suspect::Peer);
    }

    void proxyThatDiesWithAnOpenConnection_data() { bothKinds(); }
    void proxyThatDiesWithAnOpenConnection()
    {
        QFETCH(const ProxyKind, kind);
        PeerProcess server = PeerProcess::websocketsServer();
        QCOMPARE(server.listen(), QString());
        ProxyPeer proxy(peerKind(kind));
        QCOMPARE(proxy.listen(), QString());
        ConnectionSettings settings = dialOnce(QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(server.port())));
        settings.proxy = through(kind, proxy.port()).proxy;
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE(probe.opens(), 1);
        ::kill(static_cast<pid_t>(proxy.process().processId()), SIGKILL);
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QVERIFY(verdict.cause == Cause::Eof || verdict.cause == Cause::Reset);
        QVERIFY2(explain(verdict).contains(QLatin1String("proxy")), qPrintable(explain(verdict)));
        QCOMPARE(suspicionOf(verdict).likely, Suspects(Suspect::Proxy) | Suspect::Peer);
    }

    void proxyThatNeverAnswers()
    {
        const FaultyProxy proxy;
        ConnectionSettings settings = through(ProxyKind::Http, proxy.port());
        settings.openTimeout = milliseconds(300);
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        QCOMPARE(probe.verdicts().front().cause, Cause::OpenTimeout);
        QCOMPARE(probe.verdicts().front().phase, DialPhase::Proxy);
    }

private:
    static void bothKinds()
    {
        QTest::addColumn<ProxyKind>("kind");
        QTest::newRow("HTTP") << ProxyKind::Http;
        QTest::newRow("SOCKS") << ProxyKind::Socks5;
    }

    static ProxyPeer::Kind peerKind(ProxyKind kind)
    {
        return kind == ProxyKind::Http ? ProxyPeer::Kind::Http : ProxyPeer::Kind::Socks5;
    }

    static void endsAtTheProxy(ProxyKind kind, quint16 port,
                               const QUrl &server = QUrl(QStringLiteral("ws://server.invalid:8000/")))
    {
        CauseProbe probe;
        ConnectionSettings settings = through(kind, port);
        settings.url = server;
        probe.watch(settings);
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QVERIFY2(verdict.cause == Cause::Proxy, qPrintable(toWord(verdict.cause) + u' ' + verdict.detail));
        QCOMPARE(verdict.initiator, Initiator::Network);
        QCOMPARE(verdict.phase, DialPhase::Proxy);
        QCOMPARE(probe.opens(), 0);
    }

    /// Settings for a server that only a proxy could know.
    static ConnectionSettings through(ProxyKind kind, quint16 port)
    {
        ConnectionSettings settings = dialOnce(QUrl(QStringLiteral("ws://server.invalid:8000/")));
        settings.proxy.kind = kind;
        settings.proxy.host = QStringLiteral("127.0.0.1");
        settings.proxy.port = port;
        return settings;
    }
};

QTEST_GUILESS_MAIN(TestProxyCauses)
#include "tst_proxycauses.moc"
