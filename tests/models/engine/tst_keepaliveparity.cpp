// SPDX-License-Identifier: GPL-3.0-or-later
// One test per behaviour, for comparison with the documentation of python-websockets ("Keepalive and
// latency") and with docs/keepalive.md: first what is the same, then what is better on purpose. On real
// sockets, for both clients, but with a clock controlled by the tests.
#include "tests/models/engine/socketrig.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/honesttest.h"

#include <QTcpServer>
#include <QTest>

#include <algorithm>
#include <array>
#include <memory>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

namespace
{
QByteArray outcomes(const RecordingSink &sink)
{
    return sink.outcomes().join(QLatin1Char(' ')).toUtf8();
}

ConnectionSettings settingsFor(std::optional<nanoseconds> interval, std::optional<nanoseconds> timeout)
{
    return TimedConnection::settingsFor(interval, timeout);
}

ConnectionSettings keeping(nanoseconds interval, nanoseconds timeout)
{
    ConnectionSettings settings = settingsFor(interval, timeout);
    settings.keepalive.onTimeout = OnTimeout::Keep;
    return settings;
}

/// A server whose backlog is full: the kernel lets clients wait.
class FullServer
{
public:
    FullServer()
    {
        m_server.setListenBacklogSize(1);
        m_server.listen(QHostAddress::LocalHost);
        m_server.pauseAccepting();
        for (std::unique_ptr<QTcpSocket> &socket : m_crowd) {
            socket = std::make_unique<QTcpSocket>();
            socket->connectToHost(QHostAddress(QHostAddress::LocalHost), m_server.serverPort());
        }
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] bool isFull() const
    {
        return std::count_if(m_crowd.begin(), m_crowd.end(), [](const auto &socket) {
                   return socket->state() == QAbstractSocket::ConnectedState;
               }) >= 2;
    }

private:
    QTcpServer m_server;
    std::array<std::unique_ptr<QTcpSocket>, 6> m_crowd;
};
} // namespace

class TestKeepaliveParity : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { runForBothClients(); }

    // As in python-websockets

    void defaultsAreThoseOfTheReference()
    {
        const ConnectionSettings settings;
        QCOMPARE(*settings.keepalive.interval, nanoseconds(20s));
        QCOMPARE(*settings.keepalive.timeout, nanoseconds(20s));
        QCOMPARE(settings.openTimeout, nanoseconds(10s));
        QCOMPARE(settings.closeTimeout, nanoseconds(10s));
        QCOMPARE(settings.maxMessageBytes, qint64(1024 * 1024));
    }

    void carriedByTheClientOfTheRow()
    {
        SocketRig rig;
        rig.open();
        QCOMPARE(rig.sink.all<Opened>().front().client, clientOfRow());
    }

    void firstPingComesAfterOneInterval()
    {
        SocketRig rig;
        SocketPeer &peer = rig.open();
        rig.advance(19'999ms);
        QCOMPARE(peer.pings.size(), 0);
        rig.advance(1ms);
        QTRY_COMPARE(peer.pings.size(), 1);
    }

    void thereIsNoLatencyBeforeTheFirstPong()
    {
        SocketRig rig;
        SocketPeer &peer = rig.open();
        rig.advance(20s);
        QTRY_COMPARE(peer.pings.size(), 1);
        QVERIFY(rig.sink.samples.empty());
    }

    void everyPingHasItsOwnRtt()
    {
        SocketRig rig;
        SocketPeer &peer = rig.open();
        rig.advance(20s);
        QTRY_COMPARE(peer.pings.size(), 1);
        rig.advance(30ms);
        peer.answerLast();
        QTRY_COMPARE(rig.sink.samples.size(), std::size_t(1));
        rig.advance(19'970ms);
        QTRY_COMPARE(peer.pings.size(), 2);
        rig.advance(7ms);
        peer.answerLast();
        QTRY_COMPARE(outcomes(rig.sink), QByteArray("answered answered"));
        QCOMPARE(rig.sink.samples[0].rtt, nanoseconds(30ms));
        QCOMPARE(rig.sink.samples[1].rtt, nanoseconds(7ms));
        QCOMPARE(rig.sink.samples[1].seq, 2U);
    }

    void manualPingIsSentAtOnceAndMeasured()
    {
        SocketRig rig;
        SocketPeer &peer = rig.open();
        QVERIFY(rig.connection.pingNow().ok());
        QTRY_COMPARE(peer.pings.size(), 1);
        rig.advance(3ms);
        peer.answerLast();
        QTRY_COMPARE(rig.sink.samples.size(), std::size_t(1));
        QCOMPARE(rig.sink.samples[0].rtt, nanoseconds(3ms));
        QVERIFY(rig.sink.samples[0].marks.testFlag(SampleMark::Manual));
    }

    void explicitPayloadIsSentAsGiven()
    {
        SocketRig rig;
        SocketPeer &peer = rig.open();
        QVERIFY(rig.connection.pingNow("hello").ok());
        QTRY_COMPARE(peer.pings, QList<QByteArray>{"hello"});
        const Result<quint32> again = rig.connection.pingNow("hello");
        QVERIFY(!again.ok());
        QVERIFY(again.error().answer.contains(QStringLiteral("same payload")));
        peer.answerLast();
        QTRY_COMPARE(rig.sink.samples.size(), std::size_t(1));
        QVERIFY(rig.connection.pingNow("hello").ok());
        QVERIFY(!rig.connection.pingNow(QByteArray(126, 'x')).ok());
        QVERIFY(rig.connection.pingNow(QByteArray(125, 'x')).ok());
        QTRY_COMPARE(peer.pings.size(), 3);
        QCOMPARE(peer.pings.last(), QByteArray(125, 'x'));
    }

    void manualPingNeedsAnOpenConnection()
    {
        SocketRig rig(settingsFor(20s, 20s), SocketPeer::Manner::Silent);
        QVERIFY(!rig.connection.pingNow().ok());
        rig.connection.start();
        QVERIFY(!rig.connection.pingNow().ok());
    }

    void pongOfALaterPingSettlesEarlierOnes()
    {
        SocketRig rig(settingsFor(1s, 20s));
        SocketPeer &peer = rig.open();
        rig.advance(3s);
        QTRY_COMPARE(peer.pings.size(), 3);
        peer.answerLast();
        QTRY_COMPARE(outcomes(rig.sink), QByteArray("superseded superseded answered"));
    }

    void pongThatMatchesNothingIsIgnoredAndCounted()
    {
        SocketRig rig;
        SocketPeer &peer = rig.open();
        peer.pong("nobody asked");
        QTRY_COMPARE(rig.sink.all<StrayPongs>().size(), std::size_t(1));
        rig.advance(20s);
        QTRY_COMPARE(peer.pings.size(), 1);
        peer.pong("something else");
        QTRY_COMPARE(rig.sink.all<StrayPongs>().size(), std::size_t(2));
        QVERIFY(rig.sink.samples.empty());
        const StrayPongs counts = rig.sink.all<StrayPongs>().back();
        QCOMPARE(counts.unsolicited, quint64(2));
        QCOMPARE(counts.foreign, quint64(1));
        rig.advance(20s);
        QCOMPARE(rig.sink.all<PingTimedOut>().size(), std::size_t(1));
    }

    void secondPongOfOnePingIsADuplicate()
    {
        SocketRig rig;
        SocketPeer &peer = rig.open();
        rig.advance(20s);
        QTRY_COMPARE(peer.pings.size(), 1);
        peer.answerLast();
        peer.answerLast();
        QTRY_COMPARE(rig.sink.all<StrayPongs>().size(), std::size_t(1));
        QCOMPARE(rig.sink.samples.size(), std::size_t(1));
        QCOMPARE(rig.sink.all<StrayPongs>().back().duplicate, quint64(1));
    }

    void intervalOffSendsNoPingsWhateverTheTimeoutSays()
    {
        SocketRig rig(settingsFor(std::nullopt, 5s));
        SocketPeer &peer = rig.open();
        rig.advance(24h);
        QCOMPARE(peer.pings.size(), 0);
        QCOMPARE(rig.connection.state(), ConnectionState::Open);
    }

    void timeoutOffMeasuresAndNeverCloses()
    {
        SocketRig rig(settingsFor(20s, std::nullopt));
        SocketPeer &peer = rig.open();
        rig.advance(10min);
        QCOMPARE(rig.connection.state(), ConnectionState::Open);
        QTRY_COMPARE(peer.pings.size(), 30);
        peer.answerLast();
        QTRY_COMPARE(rig.sink.samples.size(), std::size_t(30));
        QCOMPARE(rig.sink.samples.back().outcome, PingOutcome::Answered);
    }

    void timeoutClosesWith1011AndIsReportedAs1006()
    {
        SocketRig rig(settingsFor(20s, 5s));
        SocketPeer &peer = rig.open();
        rig.advance(24'999ms);
        QVERIFY(!peer.closeReceived);
        rig.advance(1ms);
        QCOMPARE(rig.connection.state(), ConnectionState::Closing);
        QTRY_VERIFY(peer.closeReceived);
        QCOMPARE(*peer.closeReceived, (CloseFrame{quint16(1011), QStringLiteral("keepalive ping timeout")}));
        rig.advance(10s);
        QTRY_VERIFY(peer.gone());
        const Verdict verdict = rig.lastVerdict();
        QCOMPARE(verdict.cause, Cause::KeepaliveTimeout);
        QCOMPARE(verdict.initiator, Initiator::Local);
        QCOMPARE(*verdict.sent->code, quint16(1011));
        QVERIFY(!verdict.received);
        QCOMPARE(verdict.closeCode, quint16(1006));
        QCOMPARE(rig.connection.state(), ConnectionState::Waiting);
    }

    void oneDeadConnectionIsOneTimeout()
    {
        SocketRig rig(settingsFor(1s, 2s));
        rig.open();
        rig.advance(14s);
        const auto missed = rig.sink.all<PingTimedOut>();
        const auto ends = rig.sink.all<Closed>();
        QCOMPARE(missed.size(), std::size_t(1));
        QCOMPARE(ends.size(), std::size_t(1));
        QCOMPARE(outcomes(rig.sink), QByteArray("timed-out lost"));
        QCOMPARE(ends.front().verdict.pingsUnanswered, 2U);
    }

    void closingWhileAsleepBetweenPings()
    {
        SocketRig rig;
        SocketPeer &peer = rig.open();
        rig.advance(10s);
        rig.connection.close({quint16(1000), {}});
        QTRY_VERIFY(peer.closeReceived);
        QCOMPARE(*peer.closeReceived->code, quint16(1000));
        rig.advance(5s);
        peer.closeFrame(1000);
        peer.fin();
        QTRY_COMPARE(rig.connection.state(), ConnectionState::Closed);
        QCOMPARE(rig.lastVerdict().cause, Cause::LocalClose);
        QCOMPARE(rig.lastVerdict().closeCode, quint16(1000));
        rig.advance(1h);
        QCOMPARE(peer.pings.size(), 0);
        QCOMPARE(peer.connections, 1);
    }

    void closingWhileWaitingForAPong()
    {
        SocketRig rig;
        SocketPeer &peer = rig.open();
        rig.advance(21s);
        rig.connection.close({quint16(1000), {}});
        QTRY_VERIFY(peer.closeReceived);
        peer.fin();
        QTRY_COMPARE(rig.connection.state(), ConnectionState::Closed);
        QCOMPARE(outcomes(rig.sink), QByteArray("lost"));
        QVERIFY(rig.sink.all<PingTimedOut>().empty());
    }

    void closingWhileConnecting()
    {
        SocketRig rig(settingsFor(20s, 20s), SocketPeer::Manner::Silent);
        rig.connection.start();
        QTRY_COMPARE(rig.peer().connections, 1);
        rig.connection.close({quint16(1000), {}});
        QTRY_VERIFY(rig.peer().gone());
        QCOMPARE(rig.connection.state(), ConnectionState::Closed);
        QCOMPARE(rig.lastVerdict().cause, Cause::LocalClose);
        rig.advance(1h);
        QCOMPARE(rig.peer().connections, 1);
    }

    void closeTimeoutDropsAPeerThatDoesNotAnswerTheClose()
    {
        SocketRig rig;
        SocketPeer &peer = rig.open();
        rig.connection.close({quint16(1000), {}});
        QTRY_VERIFY(peer.closeReceived);
        rig.advance(9'999ms);
        QVERIFY(!rig.connection.isAtRest());
        rig.advance(1ms);
        QVERIFY(rig.connection.isAtRest());
        QTRY_VERIFY(peer.gone());
    }

    void openTimeoutCoversEveryPhase_data()
    {
        QTest::addColumn<DialPhase>("phase");
        QTest::newRow("TCP") << DialPhase::Tcp;
        QTest::newRow("proxy") << DialPhase::Proxy;
        QTest::newRow("TLS") << DialPhase::Tls;
        QTest::newRow("upgrade") << DialPhase::Upgrade;
    }
    void openTimeoutCoversEveryPhase()
    {
        QFETCH(const DialPhase, phase);
        const FullServer full;
        QTRY_VERIFY(full.isFull());
        SocketRig rig(settingsFor(20s, 20s), SocketPeer::Manner::Silent,
                      [&](ConnectionSettings &settings, const SocketPeer &peer) {
                          if (phase == DialPhase::Tcp)
                              settings.url.setPort(full.port());
                          if (phase == DialPhase::Tls)
                              settings.url.setScheme(QStringLiteral("wss"));
                          if (phase != DialPhase::Proxy)
                              return;
                          settings.proxy.kind = ProxyKind::Http;
                          settings.proxy.host = QStringLiteral("127.0.0.1");
                          settings.proxy.port = static_cast<quint16>(peer.url().port());
                      });
        rig.connection.start();
        if (phase != DialPhase::Tcp)
            QTRY_VERIFY(rig.peer().wasSpokenTo());
        rig.settle();
        rig.advance(9'999ms);
        QVERIFY(rig.sink.all<Closed>().empty());
        rig.advance(1ms);
        QCOMPARE(rig.sink.all<Closed>().size(), std::size_t(1));
        const Verdict verdict = rig.lastVerdict();
        QCOMPARE(verdict.cause, Cause::OpenTimeout);
        QCOMPARE(verdict.phase, phase);
        QCOMPARE(*verdict.waited, nanoseconds(10s));
        if (phase != DialPhase::Tcp)
            QTRY_VERIFY(rig.peer().gone());
    }

    void latencyLongerThanTheIntervalIsMeasuredPingByPing()
    {
        SocketRig rig(settingsFor(1s, 20s));
        SocketPeer &peer = rig.open();
        rig.advance(3500ms);
        for (int i = 0; i < 10; ++i) {
            QTRY_COMPARE(peer.pings.size(), i + 3);
            peer.pong(peer.pings[i]);
            QTRY_COMPARE(rig.sink.samples.size(), static_cast<std::size_t>(i) + 1);
            rig.advance(1s);
        }
        for (const PingSample &sample : rig.sink.samples) {
            QCOMPARE(sample.outcome, PingOutcome::Answered);
            QCOMPARE(sample.rtt, nanoseconds(2500ms));
        }
    }

    void detectionTakesAtMostIntervalAndTimeout()
    {
        SocketRig rig(settingsFor(20s, 5s));
        SocketPeer &peer = rig.open();
        for (int i = 1; i <= 2; ++i) {
            rig.advance(20s);
            QTRY_COMPARE(peer.pings.size(), i);
            peer.answerLast();
            QTRY_COMPARE(rig.sink.samples.size(), static_cast<std::size_t>(i));
        }
        rig.advance(24'999ms); // it has been silent since then
        QCOMPARE(rig.connection.state(), ConnectionState::Open);
        rig.advance(1ms);
        QTRY_VERIFY(peer.closeReceived);
    }

    void otherTrafficNeitherPostponesAPingNorCountsAsAnAnswer()
    {
        SocketRig rig(settingsFor(20s, 5s));
        rig.connection.setMessagesWanted(10);
        SocketPeer &peer = rig.open();
        for (std::size_t i = 1; i <= 249; ++i) {
            rig.advance(100ms);
            peer.text("a message");
            QTRY_COMPARE(rig.sink.all<MessageReceived>().size(), i);
        }
        QTRY_COMPARE(peer.pings.size(), 1);
        QCOMPARE(rig.connection.state(), ConnectionState::Open);
        rig.advance(100ms);
        QTRY_VERIFY(peer.closeReceived);
        QCOMPARE(*peer.closeReceived->code, quint16(1011));
    }

    // Where Pongwatch is better

    void deadlineRunsFromTheMomentThePingWasDueEvenIfThePeerDoesNotRead()
    {
        SocketRig rig(settingsFor(20s, 5s));
        SocketPeer &peer = rig.open();
        peer.stopReading();
        const QByteArray piece(64 * 1024, 'x');
        while (rig.connection.sendBinary(piece).ok()) // its receive window is full: nothing of ours gets out
            rig.settle();
        rig.advance(25s);
        QCOMPARE(rig.connection.state(), ConnectionState::Closing);
        QVERIFY(rig.sink.samples.front().marks.testFlag(SampleMark::BehindTraffic));
        rig.advance(10s);
        QCOMPARE(rig.lastVerdict().cause, Cause::KeepaliveTimeout);
        QCOMPARE(*rig.lastVerdict().sent->code, quint16(1011));
    }

    void pongReadBehindOtherTrafficIsMarked()
    {
        SocketRig rig;
        SocketPeer &peer = rig.open();
        rig.advance(20s);
        QTRY_COMPARE(peer.pings.size(), 1);
        peer.send(demoFrame(DemoOpcode::Binary, QByteArray(6000, 'x')) +
                  demoFrame(DemoOpcode::Pong, peer.pings.last()));
        QTRY_COMPARE(rig.sink.samples.size(), std::size_t(1));
        rig.advance(20s);
        QTRY_COMPARE(peer.pings.size(), 2);
        peer.answerLast();
        QTRY_COMPARE(rig.sink.samples.size(), std::size_t(2));
        QVERIFY(rig.sink.samples[0].marks.testFlag(SampleMark::BehindTraffic));
        QVERIFY(!rig.sink.samples[1].marks.testFlag(SampleMark::BehindTraffic));
    }

    void timeoutLongerThanTheIntervalStillSendsAPingEveryInterval()
    {
        SocketRig rig(keeping(1s, 10s));
        SocketPeer &peer = rig.open();
        rig.advance(15s);
        QTRY_COMPARE(peer.pings.size(), 15);
        QCOMPARE(rig.sink.all<PingTimedOut>().size(), std::size_t(5));
        QCOMPARE(rig.sink.all<PingTimedOut>()[4].seq, 5U);
    }

    void timeoutOffDoesNotFloodAPeerThatIsSilent()
    {
        SocketRig rig(settingsFor(1s, std::nullopt));
        SocketPeer &peer = rig.open();
        rig.advance(1h);
        QTRY_COMPARE(std::size_t(peer.pings.size()), PingLedger::maximumPending);
        peer.answerLast();
        QTRY_COMPARE(rig.sink.samples.size(), PingLedger::maximumPending);
        rig.advance(10s);
        QTRY_COMPARE(std::size_t(peer.pings.size()), PingLedger::maximumPending + 10);
    }

    void latePongTurnsTheTimeoutIntoLateAndThePeerRecovers()
    {
        SocketRig rig(keeping(20s, 5s));
        SocketPeer &peer = rig.open();
        rig.advance(25s);
        rig.advance(2s);
        peer.answerLast();
        QTRY_COMPARE(outcomes(rig.sink), QByteArray("timed-out late"));
        QCOMPARE(rig.sink.samples[0].seq, rig.sink.samples[1].seq);
        QCOMPARE(rig.sink.samples[1].rtt, nanoseconds(7s));
        QCOMPARE(rig.connection.state(), ConnectionState::Open);
        rig.advance(13s);
        QTRY_COMPARE(peer.pings.size(), 2);
        peer.answerLast();
        QTRY_COMPARE(outcomes(rig.sink), QByteArray("timed-out late answered"));
    }

    void cadenceDoesNotDrift()
    {
        SocketRig rig(settingsFor(1s, 20s));
        SocketPeer &peer = rig.open();
        const WallTime start = rig.clock.wallNow();
        for (int k = 1; k <= 200; ++k) {
            rig.advance(1s);
            QTRY_COMPARE(peer.pings.size(), k);
            rig.clock.advance(microseconds(300)); // the thread is served a little late each time
            peer.answerLast();
            QTRY_COMPARE(rig.sink.samples.size(), static_cast<std::size_t>(k));
            rig.clock.advance(-microseconds(300));
        }
        for (std::size_t k = 0; k < rig.sink.samples.size(); ++k)
            QCOMPARE(rig.sink.samples[k].sentAt, start + seconds(k + 1));
    }

    void pingsMissedByOurOwnFaultAreNotSentInABurst()
    {
        SocketRig rig(settingsFor(1s, 20s));
        SocketPeer &peer = rig.open();
        rig.advance(2s);
        rig.clock.advance(10'500ms); // this program was stopped
        rig.lag.loopAwake(rig.clock.now());
        rig.scheduler.runDue();
        QTRY_COMPARE(peer.pings.size(), 3);
        rig.advance(500ms);
        QTRY_COMPARE(peer.pings.size(), 4);
    }

    void firstPingsOfConnectionsOpenedTogetherAreSpread()
    {
        FakeClock clock;
        PingScheduler scheduler(clock);
        std::vector<double> phases;
        for (int i = 0; i < 20; ++i)
            phases.push_back(scheduler.nextPhase());
        std::sort(phases.begin(), phases.end());
        for (std::size_t i = 1; i < phases.size(); ++i)
            QVERIFY(phases[i] - phases[i - 1] < 0.15);
        QVERIFY(phases.back() <= 1.0);
    }

    void peerThatAcceptsAndDropsIsNotRedialledWithoutAPause()
    {
        SocketRig rig(settingsFor(std::nullopt, 20s));
        SocketPeer &peer = rig.open();
        std::vector<nanoseconds> delays;
        for (int i = 0; i < 6; ++i) {
            peer.fin();
            QTRY_COMPARE(rig.connection.state(), ConnectionState::Waiting);
            delays.push_back(*rig.sink.all<StateChanged>().back().retryIn);
            rig.advance(delays.back());
            QTRY_COMPARE(rig.connection.state(), ConnectionState::Open);
        }
        for (std::size_t i = 1; i < delays.size(); ++i)
            QVERIFY(delays[i] > delays[i - 1]);
        rig.advance(30s); // stable at last
        peer.fin();
        QTRY_COMPARE(rig.connection.state(), ConnectionState::Waiting);
        QCOMPARE(*rig.sink.all<StateChanged>().back().retryIn, nanoseconds(2500ms));
    }

    void suspendIsNotBlamedOnThePeer()
    {
        SocketRig rig(settingsFor(20s, 5s));
        SocketPeer &peer = rig.open();
        rig.advance(21s);
        QTRY_COMPARE(peer.pings.size(), 1);
        rig.clock.suspend(8h);
        rig.connection.wentOn({8h, false});
        QCOMPARE(outcomes(rig.sink), QByteArray("lost"));
        QCOMPARE(rig.sink.all<Suspended>().front().duration, nanoseconds(8h));
        rig.advance(10s);
        QVERIFY(rig.sink.all<PingTimedOut>().empty());
        QCOMPARE(rig.connection.state(), ConnectionState::Open);
        peer.reset();
        QTRY_COMPARE(rig.connection.state(), ConnectionState::Waiting);
        QCOMPARE(rig.lastVerdict().cause, Cause::Reset);
        QCOMPARE(*rig.lastVerdict().sinceResume, nanoseconds(10s));
    }

    void aStoppedProgramDoesNotBlameThePeer()
    {
        SocketRig rig(settingsFor(20s, 5s));
        SocketPeer &peer = rig.open();
        rig.advance(21s);
        QTRY_COMPARE(peer.pings.size(), 1);
        // The pong comes in time, but is read 12 s later.
        peer.answerLast();
        rig.clock.advance(12s);
        rig.connection.wentOn({12s, true});
        rig.scheduler.runDue();
        QTRY_VERIFY(peer.isHeard());
        rig.advance(2s);
        QCOMPARE(outcomes(rig.sink), QByteArray("lost"));
        QVERIFY(rig.sink.all<Suspended>().front().programOnly);
        QVERIFY(rig.sink.all<PingTimedOut>().empty());
        QVERIFY(rig.sink.all<StrayPongs>().empty()); // the peer answered once
        QCOMPARE(rig.connection.state(), ConnectionState::Open);
        // From then on, everything is as before.
        rig.advance(6s);
        QTRY_COMPARE(peer.pings.size(), 2);
        peer.answerLast();
        QTRY_COMPARE(outcomes(rig.sink), QByteArray("lost answered"));
        peer.reset();
        QTRY_COMPARE(rig.connection.state(), ConnectionState::Waiting);
        QVERIFY(rig.lastVerdict().programStood);
    }

    void ourOwnLagIsMarkedAndNotCalledATimeout()
    {
        SocketRig rig(settingsFor(20s, 5s));
        SocketPeer &peer = rig.open();
        rig.lag.tick(rig.clock.now() + 24'900ms - LagMeter::tickInterval);
        rig.advance(24'900ms);
        QTRY_COMPARE(peer.pings.size(), 1);
        // The thread stands still for 300 ms across the deadline; the pong comes during that time and is read
        // afterwards.
        peer.answerLast();
        rig.clock.advance(300ms);
        rig.lag.loopAwake(rig.clock.now());
        rig.scheduler.runDue();
        QTRY_COMPARE(outcomes(rig.sink), QByteArray("answered"));
        QVERIFY(rig.sink.samples.front().marks.testFlag(SampleMark::ObserverLag));
        QCOMPARE(rig.connection.state(), ConnectionState::Open);
        QVERIFY(!peer.closeReceived);
    }
};

QTEST_GUILESS_MAIN(TestKeepaliveParity)
#include "tst_keepaliveparity.moc"
