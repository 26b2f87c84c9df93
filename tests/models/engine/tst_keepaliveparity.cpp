// SPDX-License-Identifier: GPL-3.0-or-later
// One test a behaviour, to be held against the documentation of python-websockets ("Keepalive and latency")
// and against docs/keepalive.md: first what is the same, then what is better on purpose.
#include "tests/support/engine/connectionrig.h"
#include "tests/support/honesttest.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

namespace
{
QByteArray outcomes(const RecordingSink &sink)
{
    return sink.outcomes().join(QLatin1Char(' ')).toUtf8();
}

ConnectionSettings keeping(nanoseconds interval, nanoseconds timeout)
{
    ConnectionSettings settings = ConnectionRig::settingsFor(interval, timeout);
    settings.keepalive.onTimeout = OnTimeout::Keep;
    return settings;
}
} // namespace

class TestKeepaliveParity : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    // As python-websockets has it

    void defaultsAreThoseOfTheReference()
    {
        const ConnectionSettings settings;
        QCOMPARE(*settings.keepalive.interval, nanoseconds(20s));
        QCOMPARE(*settings.keepalive.timeout, nanoseconds(20s));
        QCOMPARE(settings.openTimeout, nanoseconds(10s));
        QCOMPARE(settings.closeTimeout, nanoseconds(10s));
        QCOMPARE(settings.maxMessageBytes, qint64(1024 * 1024));
    }

    void firstPingComesAfterOneInterval()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        rig.advance(19'999ms);
        QCOMPARE(wire.pings.size(), 0);
        rig.advance(1ms);
        QCOMPARE(wire.pings.size(), 1);
    }

    void thereIsNoLatencyBeforeTheFirstPong()
    {
        ConnectionRig rig;
        rig.open();
        rig.advance(20s);
        QVERIFY(rig.sink.samples.empty());
    }

    void everyPingHasItsOwnRtt()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        rig.advance(20s);
        rig.advance(30ms);
        wire.answerLast();
        rig.advance(19'970ms);
        rig.advance(7ms);
        wire.answerLast();
        QCOMPARE(outcomes(rig.sink), QByteArray("answered answered"));
        QCOMPARE(rig.sink.samples[0].rtt, nanoseconds(30ms));
        QCOMPARE(rig.sink.samples[1].rtt, nanoseconds(7ms));
        QCOMPARE(rig.sink.samples[1].seq, 2U);
    }

    void manualPingIsSentAtOnceAndMeasured()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        QVERIFY(rig.connection.pingNow().ok());
        QCOMPARE(wire.pings.size(), 1);
        rig.advance(3ms);
        wire.answerLast();
        QCOMPARE(rig.sink.samples[0].rtt, nanoseconds(3ms));
        QVERIFY(rig.sink.samples[0].marks.testFlag(SampleMark::Manual));
    }

    void explicitPayloadIsSentAsGiven()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        QVERIFY(rig.connection.pingNow("hello").ok());
        QCOMPARE(wire.pings.last(), QByteArray("hello"));
        const Result<quint32> again = rig.connection.pingNow("hello");
        QVERIFY(!again.ok());
        QVERIFY(again.error().answer.contains(QStringLiteral("same payload")));
        wire.answerLast();
        QVERIFY(rig.connection.pingNow("hello").ok());
        QVERIFY(!rig.connection.pingNow(QByteArray(126, 'x')).ok());
        QVERIFY(rig.connection.pingNow(QByteArray(125, 'x')).ok());
    }

    void manualPingNeedsAnOpenConnection()
    {
        ConnectionRig rig;
        QVERIFY(!rig.connection.pingNow().ok());
        rig.connection.start();
        QVERIFY(!rig.connection.pingNow().ok());
    }

    void pongOfALaterPingSettlesEarlierOnes()
    {
        ConnectionRig rig(ConnectionRig::settingsFor(1s, 20s));
        ScriptedWire &wire = rig.open();
        rig.advance(3s);
        wire.answerLast();
        QCOMPARE(outcomes(rig.sink), QByteArray("superseded superseded answered"));
    }

    void pongThatMatchesNothingIsIgnoredAndCounted()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        wire.pong("nobody asked");
        rig.advance(20s);
        wire.pong("something else");
        rig.advance(1s);
        QVERIFY(rig.sink.samples.empty());
        const StrayPongs counts = rig.sink.all<StrayPongs>().back();
        QCOMPARE(counts.unsolicited, quint64(2));
        QCOMPARE(counts.foreign, quint64(1));
        rig.advance(19s);
        QCOMPARE(rig.sink.all<PingTimedOut>().size(), std::size_t(1));
    }

    void secondPongOfOnePingIsADuplicate()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        rig.advance(20s);
        wire.answerLast();
        wire.answerLast();
        rig.advance(1s);
        QCOMPARE(rig.sink.samples.size(), std::size_t(1));
        QCOMPARE(rig.sink.all<StrayPongs>().back().duplicate, quint64(1));
    }

    void intervalOffSendsNoPingsWhateverTheTimeoutSays()
    {
        ConnectionRig rig(ConnectionRig::settingsFor(std::nullopt, 5s));
        ScriptedWire &wire = rig.open();
        rig.advance(24h);
        QCOMPARE(wire.pings.size(), 0);
        QCOMPARE(rig.connection.state(), ConnectionState::Open);
    }

    void timeoutOffMeasuresAndNeverCloses()
    {
        ConnectionRig rig(ConnectionRig::settingsFor(20s, std::nullopt));
        ScriptedWire &wire = rig.open();
        rig.advance(10min);
        QCOMPARE(rig.connection.state(), ConnectionState::Open);
        wire.answerLast();
        QCOMPARE(rig.sink.samples.back().outcome, PingOutcome::Answered);
    }

    void timeoutClosesWith1011AndIsReportedAs1006()
    {
        ConnectionRig rig(ConnectionRig::settingsFor(20s, 5s));
        ScriptedWire &wire = rig.open();
        rig.advance(24'999ms);
        QVERIFY(!wire.closeSent);
        rig.advance(1ms);
        QCOMPARE(*wire.closeSent, (CloseFrame{quint16(1011), QStringLiteral("keepalive ping timeout")}));
        QCOMPARE(rig.connection.state(), ConnectionState::Closing);
        rig.advance(10s);
        QVERIFY(wire.aborted);
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
        ConnectionRig rig(ConnectionRig::settingsFor(1s, 2s));
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
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        rig.advance(10s);
        rig.connection.close({quint16(1000), {}});
        QCOMPARE(*wire.closeSent->code, quint16(1000));
        rig.advance(5s);
        wire.closeFrame(quint16(1000));
        wire.end(Cause::Eof);
        QCOMPARE(rig.lastVerdict().cause, Cause::LocalClose);
        rig.advance(1h);
        QCOMPARE(wire.pings.size(), 0);
        QCOMPARE(rig.dials(), std::size_t(1));
    }

    void closingWhileWaitingForAPong()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        rig.advance(21s);
        rig.connection.close({quint16(1000), {}});
        wire.end(Cause::Eof);
        QCOMPARE(outcomes(rig.sink), QByteArray("lost"));
        QCOMPARE(rig.connection.state(), ConnectionState::Closed);
        QVERIFY(rig.sink.all<PingTimedOut>().empty());
    }

    void closingWhileConnecting()
    {
        ConnectionRig rig;
        rig.connection.start();
        rig.connection.close({quint16(1000), {}});
        QVERIFY(rig.wire().aborted);
        QCOMPARE(rig.connection.state(), ConnectionState::Closed);
        QCOMPARE(rig.lastVerdict().cause, Cause::LocalClose);
        rig.advance(1h);
        QCOMPARE(rig.dials(), std::size_t(1));
    }

    void closeTimeoutDropsAPeerThatDoesNotAnswerTheClose()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        rig.connection.close({quint16(1000), {}});
        rig.advance(9'999ms);
        QVERIFY(!wire.aborted);
        rig.advance(1ms);
        QVERIFY(wire.aborted);
        QVERIFY(rig.connection.isAtRest());
    }

    void openTimeoutCoversEveryPhase_data()
    {
        QTest::addColumn<DialPhase>("phase");
        QTest::newRow("DNS") << DialPhase::Dns;
        QTest::newRow("TCP") << DialPhase::Tcp;
        QTest::newRow("proxy") << DialPhase::Proxy;
        QTest::newRow("TLS") << DialPhase::Tls;
        QTest::newRow("upgrade") << DialPhase::Upgrade;
    }
    void openTimeoutCoversEveryPhase()
    {
        QFETCH(DialPhase, phase);
        ConnectionRig rig;
        rig.connection.start();
        rig.advance(4s);
        rig.wire().phase = phase;
        rig.advance(5'999ms);
        QVERIFY(!rig.wire().aborted);
        const auto dial = rig.factory.wires().front();
        rig.advance(1ms);
        QVERIFY(dial->aborted);
        const Verdict verdict = rig.lastVerdict();
        QCOMPARE(verdict.cause, Cause::OpenTimeout);
        QCOMPARE(verdict.phase, phase);
        QCOMPARE(*verdict.waited, nanoseconds(10s));
    }

    void latencyLongerThanTheIntervalIsMeasuredPingByPing()
    {
        ConnectionRig rig(ConnectionRig::settingsFor(1s, 20s));
        ScriptedWire &wire = rig.open();
        rig.advance(3500ms);
        QCOMPARE(wire.pings.size(), 3);
        for (int i = 0; i < 10; ++i) {
            wire.pong(wire.pings[i]);
            rig.advance(1s);
        }
        QCOMPARE(rig.sink.samples.size(), std::size_t(10));
        for (const PingSample &sample : rig.sink.samples) {
            QCOMPARE(sample.outcome, PingOutcome::Answered);
            QCOMPARE(sample.rtt, nanoseconds(2500ms));
        }
    }

    void detectionTakesAtMostIntervalAndTimeout()
    {
        ConnectionRig rig(ConnectionRig::settingsFor(20s, 5s));
        ScriptedWire &wire = rig.open();
        rig.advance(20s);
        wire.answerLast();
        rig.advance(20s);
        wire.answerLast();
        const SteadyTime silentFrom = rig.clock.now();
        while (!wire.closeSent)
            rig.advance(1ms);
        QVERIFY(rig.clock.now() - silentFrom <= 25s);
    }

    void otherTrafficNeitherPostponesAPingNorCountsAsAnAnswer()
    {
        ConnectionRig rig(ConnectionRig::settingsFor(20s, 5s));
        ScriptedWire &wire = rig.open();
        for (int i = 0; i < 2499; ++i) {
            rig.advance(10ms);
            wire.listener->messageReceived(false, {}, 100, FrameRead{rig.clock.now(), 0, {}});
        }
        QCOMPARE(wire.pings.size(), 1);
        rig.advance(10ms);
        QCOMPARE(*wire.closeSent->code, quint16(1011));
    }

    // Where Pongwatch is better

    void deadlineRunsFromTheMomentThePingWasDueEvenIfThePeerDoesNotRead()
    {
        ConnectionRig rig(ConnectionRig::settingsFor(20s, 5s));
        ScriptedWire &wire = rig.open();
        wire.backlogBytes = 1 << 20; // its receive window is full: nothing of ours goes out
        rig.advance(25s);
        QCOMPARE(*wire.closeSent->code, quint16(1011));
        QVERIFY(rig.sink.samples.front().marks.testFlag(SampleMark::BehindTraffic));
    }

    void pongReadBehindOtherTrafficIsMarked()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        rig.advance(20s);
        wire.pong(wire.pings.last(), 60'000);
        rig.advance(20s);
        wire.pong(wire.pings.last(), 10);
        QVERIFY(rig.sink.samples[0].marks.testFlag(SampleMark::BehindTraffic));
        QVERIFY(!rig.sink.samples[1].marks.testFlag(SampleMark::BehindTraffic));
    }

    void timeoutLongerThanTheIntervalStillSendsAPingEveryInterval()
    {
        ConnectionRig rig(keeping(1s, 10s));
        ScriptedWire &wire = rig.open();
        rig.advance(15s);
        QCOMPARE(wire.pings.size(), 15);
        QCOMPARE(rig.sink.all<PingTimedOut>().size(), std::size_t(5));
        QCOMPARE(rig.sink.all<PingTimedOut>()[4].seq, 5U);
    }

    void timeoutOffDoesNotFloodAPeerThatIsSilent()
    {
        ConnectionRig rig(ConnectionRig::settingsFor(1s, std::nullopt));
        ScriptedWire &wire = rig.open();
        rig.advance(1h);
        QCOMPARE(std::size_t(wire.pings.size()), PingLedger::maximumPending);
        wire.answerLast();
        rig.advance(10s);
        QCOMPARE(std::size_t(wire.pings.size()), PingLedger::maximumPending + 10);
    }

    void latePongTurnsTheTimeoutIntoLateAndThePeerRecovers()
    {
        ConnectionRig rig(keeping(20s, 5s));
        ScriptedWire &wire = rig.open();
        rig.advance(25s);
        rig.advance(2s);
        wire.answerLast();
        QCOMPARE(outcomes(rig.sink), QByteArray("timed-out late"));
        QCOMPARE(rig.sink.samples[0].seq, rig.sink.samples[1].seq);
        QCOMPARE(rig.sink.samples[1].rtt, nanoseconds(7s));
        QCOMPARE(rig.connection.state(), ConnectionState::Open);
        rig.advance(13s);
        wire.answerLast();
        QCOMPARE(outcomes(rig.sink), QByteArray("timed-out late answered"));
    }

    void cadenceDoesNotDrift()
    {
        ConnectionRig rig(ConnectionRig::settingsFor(1s, 20s));
        ScriptedWire &wire = rig.open();
        const WallTime start = rig.clock.wallNow();
        for (int k = 1; k <= 1000; ++k) {
            rig.advance(1s);
            rig.clock.advance(microseconds(300)); // the thread is served a little late each time
            wire.answerLast();
            rig.clock.advance(-microseconds(300));
        }
        QCOMPARE(wire.pings.size(), 1000);
        for (std::size_t k = 0; k < rig.sink.samples.size(); ++k)
            QCOMPARE(rig.sink.samples[k].sentAt, start + seconds(k + 1));
    }

    void pingsMissedByOurOwnFaultAreNotSentInABurst()
    {
        ConnectionRig rig(ConnectionRig::settingsFor(1s, 20s));
        ScriptedWire &wire = rig.open();
        rig.advance(2s);
        rig.clock.advance(10'500ms); // this program was stopped
        rig.lag.loopAwake(rig.clock.now());
        rig.scheduler.runDue();
        QCOMPARE(wire.pings.size(), 3);
        rig.advance(500ms);
        QCOMPARE(wire.pings.size(), 4);
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
        ConnectionRig rig(ConnectionRig::settingsFor(std::nullopt, 20s));
        rig.open();
        std::vector<nanoseconds> delays;
        for (int i = 0; i < 6; ++i) {
            rig.wire().end(Cause::Eof);
            delays.push_back(*rig.sink.all<StateChanged>().back().retryIn);
            rig.advance(delays.back());
            rig.wire().open();
        }
        for (std::size_t i = 1; i < delays.size(); ++i)
            QVERIFY(delays[i] > delays[i - 1]);
        rig.advance(30s); // stable at last
        rig.wire().end(Cause::Eof);
        QCOMPARE(*rig.sink.all<StateChanged>().back().retryIn, nanoseconds(2500ms));
    }

    void suspendIsNotBlamedOnThePeer()
    {
        ConnectionRig rig(ConnectionRig::settingsFor(20s, 5s));
        ScriptedWire &wire = rig.open();
        rig.advance(21s);
        rig.clock.suspend(8h);
        rig.connection.machineResumed(8h);
        QCOMPARE(outcomes(rig.sink), QByteArray("lost"));
        QCOMPARE(rig.sink.all<Suspended>().front().duration, nanoseconds(8h));
        rig.advance(10s);
        QVERIFY(rig.sink.all<PingTimedOut>().empty());
        QCOMPARE(rig.connection.state(), ConnectionState::Open);
        wire.end(Cause::Reset);
        QCOMPARE(*rig.lastVerdict().sinceResume, nanoseconds(10s));
    }

    void ourOwnLagIsMarkedAndNotCalledATimeout()
    {
        ConnectionRig rig(ConnectionRig::settingsFor(20s, 5s));
        ScriptedWire &wire = rig.open();
        rig.lag.tick(rig.clock.now() + 24'900ms - LagMeter::tickInterval);
        rig.advance(24'900ms);
        // The thread stands still for 300 ms across the deadline; the pong has come meanwhile and is read
        // after waking.
        rig.clock.advance(300ms);
        rig.lag.loopAwake(rig.clock.now());
        rig.scheduler.runDue();
        wire.answerLast();
        QCOMPARE(outcomes(rig.sink), QByteArray("answered"));
        QVERIFY(rig.sink.samples.front().marks.testFlag(SampleMark::ObserverLag));
        QVERIFY(!wire.closeSent);
    }
};

QTEST_GUILESS_MAIN(TestKeepaliveParity)
#include "tst_keepaliveparity.moc"
