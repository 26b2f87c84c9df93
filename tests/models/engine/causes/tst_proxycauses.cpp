// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "tests/models/engine/causes/causeprobe.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/honesttest.h"
#include "tests/support/testproxy.h"

#include <QTest>

using namespace Pongwatch;
using TestSupport::CauseProbe;
using TestSupport::dialOnce;
using TestSupport::TestProxy;

/// Dials that end at the proxy.
class TestProxyCauses : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestSupport::runForBothClients(); }
    void proxyThatRefuses_data()
    {
        QTest::addColumn<bool>("socks");
        QTest::addColumn<bool>("wantsPassword");
        QTest::addColumn<int>("refusal");
        QTest::newRow("HTTP, wants credentials") << false << true << 0;
        QTest::newRow("HTTP, forbids it") << false << false << 403;
        QTest::newRow("HTTP, can't reach the server") << false << false << 502;
        QTest::newRow("SOCKS, wants credentials") << true << true << 0;
        QTest::newRow("SOCKS, forbids it") << true << false << 2;
        QTest::newRow("SOCKS, can't reach the server") << true << false << 4;
    }

    void proxyThatRefuses()
    {
        QFETCH(bool, socks);
        QFETCH(bool, wantsPassword);
        QFETCH(int, refusal);
        const QString secret = wantsPassword ? QStringLiteral("ada") : QString();
        TestProxy proxy(socks ? TestProxy::Kind::Socks5 : TestProxy::Kind::Http, secret, secret);
        if (refusal != 0)
            proxy.refuseWith(refusal);

        CauseProbe probe;
        probe.watch(through(socks ? ProxyKind::Socks5 : ProxyKind::Http, proxy.port()));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QVERIFY2(verdict.cause == Cause::Proxy, qPrintable(toWord(verdict.cause) + u' ' + verdict.detail));
        QCOMPARE(verdict.initiator, Initiator::Network);
        QCOMPARE(verdict.phase, DialPhase::Proxy);
        QCOMPARE(probe.opens(), 0);
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
        TestProxy proxy(TestProxy::Kind::Http);
        proxy.fallSilent();
        ConnectionSettings settings = through(ProxyKind::Http, proxy.port());
        settings.openTimeout = milliseconds(300);
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        QCOMPARE(probe.verdicts().front().cause, Cause::OpenTimeout);
        QCOMPARE(probe.verdicts().front().phase, DialPhase::Proxy);
    }

private:
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
