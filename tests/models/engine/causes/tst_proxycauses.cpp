// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "tests/models/engine/causes/causeprobe.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/faultyproxy.h"
#include "tests/support/honesttest.h"
#include "tests/support/proxypeer.h"

#include <QTest>

using namespace Pongwatch;
using TestSupport::CauseProbe;
using TestSupport::dialOnce;
using TestSupport::FaultyProxy;
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

    void proxyThatIsNotThere()
    {
        CauseProbe probe;
        probe.watch(through(ProxyKind::Http, freePort()));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        QCOMPARE(probe.verdicts().front().cause, Cause::Proxy);
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

    /// A port that nothing listens on: one that was just given back.
    static quint16 freePort()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        return server.serverPort();
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
