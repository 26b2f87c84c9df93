// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "tests/models/engine/causes/causeprobe.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/freeport.h"
#include "tests/support/honesttest.h"
#include "tests/support/nginxpeer.h"
#include "tests/support/peerprocess.h"
#include "tests/support/testcertificates.h"

#include <QRegularExpression>
#include <QTest>

using namespace Pongwatch;
using TestSupport::CauseProbe;
using TestSupport::dialOnce;
using TestSupport::freePort;
using TestSupport::NginxPeer;
using TestSupport::PeerProcess;
using TestSupport::pingEvery;

namespace
{

QUrl urlOf(quint16 port)
{
    return QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(port));
}

} // namespace

/// Verdicts about other projects' servers: python-websockets, alone and behind nginx.
class TestRealPeers : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestSupport::runForBothClients(); }
    void serverThatGoesAway()
    {
        PeerProcess server =
            PeerProcess::websocketsServer({QStringLiteral("--close-after"), QStringLiteral("0.2"),
                                           QStringLiteral("--code"), QStringLiteral("1001")});
        QCOMPARE(server.listen(), QString());
        CauseProbe probe;
        probe.watch(dialOnce(urlOf(server.port())));
        QTRY_COMPARE(probe.opens(), 1);
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::PeerClose);
        QCOMPARE(int(verdict.closeCode), 1001);
    }

    void closingOverTlsWaitsForNoTimeout()
    {
        // This server ends the connection only after this side has ended it.
        TestSupport::TestCertificates certificates;
        QCOMPARE(certificates.make(), QString());
        PeerProcess server = PeerProcess::websocketsServer(
            {QStringLiteral("--tls"), certificates.good().certificate, certificates.good().key});
        QCOMPARE(server.listen(), QString());
        ConnectionSettings settings =
            dialOnce(QUrl(QStringLiteral("wss://localhost:%1/").arg(server.port())));
        settings.tls.caFile = certificates.authority();
        settings.closeTimeout = seconds(60);
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE(probe.opens(), 1);
        probe.monitor().closePeer(probe.peer(), {1001, {}});
        QTRY_COMPARE_WITH_TIMEOUT(probe.verdicts().size(), std::size_t(1), 20'000);
        QCOMPARE(probe.verdicts().front().cause, Cause::LocalClose);
    }

    void proxyReadTimeoutIsAnEofAtThatAge()
    {
        PeerProcess server = PeerProcess::websocketsServer();
        QCOMPARE(server.listen(), QString());
        NginxPeer nginx(server.port(), seconds(2));
        QCOMPARE(nginx.listen(), QString());

        ConnectionSettings settings = dialOnce(urlOf(nginx.port()));
        settings.reconnect.enabled = true;
        settings.reconnect.initial = milliseconds(10);
        CauseProbe probe;
        probe.watch(settings);
        QTRY_VERIFY_WITH_TIMEOUT(probe.verdicts().size() >= 2, 20000);
        for (const Verdict &verdict : probe.verdicts()) {
            QCOMPARE(verdict.cause, Cause::Eof);
            QCOMPARE(verdict.initiator, Initiator::Peer);
            QCOMPARE(int(verdict.closeCode), 1006);
            const auto inSeconds = QByteArray::number(toSeconds(verdict.age));
            QVERIFY2(verdict.age >= milliseconds(1900) && verdict.age <= seconds(4), inSeconds.constData());
            QVERIFY(verdict.sinceLastReceived && *verdict.sinceLastReceived >= milliseconds(1900));
        }
        const Verdict &second = probe.verdicts().at(1);
        QCOMPARE(second.similarEnds, 2U);
        // The proxy's clock began before ours.
        static const QRegularExpression sentence(QStringLiteral("without a Close frame after (1\\.9|[23])"));
        QVERIFY2(explain(second).contains(sentence), qPrintable(explain(second)));
    }

    void pingsKeepTheProxyFromCutting()
    {
        PeerProcess server = PeerProcess::websocketsServer();
        QCOMPARE(server.listen(), QString());
        NginxPeer nginx(server.port(), seconds(2));
        QCOMPARE(nginx.listen(), QString());

        CauseProbe probe;
        probe.watch(pingEvery(urlOf(nginx.port()), milliseconds(500), seconds(10)));
        // Six pings take three seconds, longer than the proxy waits.
        QTRY_VERIFY_WITH_TIMEOUT(probe.samples().size() >= 6, 20000);
        QVERIFY(probe.verdicts().empty());
    }

    void proxyWithoutAServerBehindIt()
    {
        NginxPeer nginx(freePort(), seconds(2));
        QCOMPARE(nginx.listen(), QString());

        CauseProbe probe;
        probe.watch(dialOnce(urlOf(nginx.port())));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        QCOMPARE(probe.verdicts().front().cause, Cause::HandshakeRejected);
        QCOMPARE(probe.verdicts().front().httpStatus, std::optional<int>(502));
        QVERIFY(!probe.verdicts().front().final);
    }

    void serverKilledWithUnreadDataIsAReset()
    {
        PeerProcess server = PeerProcess::websocketsServer();
        QCOMPARE(server.listen(), QString());
        ConnectionSettings settings = pingEvery(urlOf(server.port()), milliseconds(100), milliseconds(300));
        settings.keepalive.onTimeout = OnTimeout::Keep;
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE(probe.opens(), 1);
        server.hang();
        // A missed pong means that our ping is in the server, unread.
        QTRY_VERIFY(!probe.timeouts().empty());
        QVERIFY(probe.verdicts().empty());
        server.kill();
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::Reset);
        QCOMPARE(int(verdict.closeCode), 1006);
        QVERIFY2(explain(verdict).contains(QLatin1String("was killed")), qPrintable(explain(verdict)));
    }

    void stoppedServerIsPeerSilent()
    {
        PeerProcess server = PeerProcess::websocketsServer();
        QCOMPARE(server.listen(), QString());
        CauseProbe probe;
        probe.watch(pingEvery(urlOf(server.port()), milliseconds(100), milliseconds(500)));
        QTRY_VERIFY(!probe.samples().empty());
        server.hang();
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::KeepaliveTimeout);
        QCOMPARE(verdict.initiator, Initiator::Local);
        QCOMPARE(verdict.evidence, Evidence::PeerSilent);
        QCOMPARE(verdict.tcp->unacked, 0U);
        QCOMPARE(verdict.tcp->retransmits, 0U);
        QVERIFY2(explain(verdict).contains(QLatin1String("the process or a proxy in front of it hangs")),
                 qPrintable(explain(verdict)));
    }

    void peerThatStopsReadingIsNoticedInIntervalAndTimeout()
    {
        constexpr milliseconds interval{200};
        constexpr milliseconds timeout{1000};
        PeerProcess server = PeerProcess::websocketsServer();
        QCOMPARE(server.listen(), QString());
        CauseProbe probe;
        probe.watch(pingEvery(urlOf(server.port()), interval, timeout));
        QTRY_VERIFY(!probe.samples().empty());
        server.hang();
        // Far more than its receive window and our send buffer together: the pings wait behind it.
        constexpr qsizetype plenty = 16 * 1024 * 1024;
        const SteadyTime stoppedAt = std::chrono::steady_clock::now();
        probe.monitor().sendText(probe.peer(), QString(plenty, u'x'));
        QTRY_VERIFY_WITH_TIMEOUT(!probe.timeouts().empty(), 15000);
        const nanoseconds noticedAfter = std::chrono::steady_clock::now() - stoppedAt;
        // The rest is for a busy machine, which has 16 MiB to mask. A deadline counted from when the ping is
        // written would never come.
        QVERIFY2(noticedAfter <= interval + timeout + seconds(8),
                 QByteArray::number(toSeconds(noticedAfter)).constData());
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::KeepaliveTimeout);
        QCOMPARE(verdict.evidence, Evidence::PeerSilent);
        QVERIFY(verdict.tcp->unsentBytes > 0);
        QVERIFY2(explain(verdict).contains(QLatin1String("stopped reading")), qPrintable(explain(verdict)));
    }

    void serverThatAnswersNoPingsTimesOut()
    {
        PeerProcess server = PeerProcess::nodeServer({QStringLiteral("--exchange")});
        QCOMPARE(server.listen(), QString());
        CauseProbe probe;
        probe.watch(pingEvery(urlOf(server.port()), milliseconds(100), milliseconds(300)));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        QCOMPARE(probe.verdicts().front().cause, Cause::KeepaliveTimeout);
    }

    void heartbeatMeasuresAServerThatAnswersNoPings()
    {
        PeerProcess server = PeerProcess::nodeServer({QStringLiteral("--exchange")});
        QCOMPARE(server.listen(), QString());
        ConnectionSettings settings = pingEvery(urlOf(server.port()), milliseconds(50), seconds(5));
        settings.keepalive.heartbeat = HeartbeatSettings{QStringLiteral(R"({"op":"ping","id":"%id%"})"),
                                                         QStringLiteral(R"("op":"pong","id":"%id%")")};
        CauseProbe probe;
        probe.watch(settings);
        QTRY_VERIFY(probe.samples().size() >= 5);
        for (const PingSample &sample : probe.samples()) {
            QCOMPARE(sample.outcome, PingOutcome::Answered);
            QVERIFY(sample.marks.testFlag(SampleMark::Heartbeat));
            QVERIFY(sample.rtt > nanoseconds(0) && sample.rtt < seconds(5));
        }
        QVERIFY(probe.verdicts().empty());
        server.hang(); // and a hung one is still noticed
        QTRY_VERIFY_WITH_TIMEOUT(!probe.timeouts().empty(), 20000);
    }
};

QTEST_GUILESS_MAIN(TestRealPeers)
#include "tst_realpeers.moc"
