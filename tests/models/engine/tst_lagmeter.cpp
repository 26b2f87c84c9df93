// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/lagmeter.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace std::chrono_literals;

class TestLagMeter : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void knowsNothingBeforeTheFirstWakeUp()
    {
        const LagMeter meter;
        QCOMPARE(meter.lagAt(SteadyTime(5s)), 0ns);
    }

    void whatIsServedLateInOneRoundHasWaitedForWhatCameBefore()
    {
        LagMeter meter;
        meter.loopAwake(SteadyTime(10s));
        QCOMPARE(meter.lagAt(SteadyTime(10s)), 0ns);
        QCOMPARE(meter.lagAt(SteadyTime(10s + 7ms)), nanoseconds(7ms));
        meter.loopAwake(SteadyTime(11s));
        QCOMPARE(meter.lagAt(SteadyTime(11s + 1ms)), nanoseconds(1ms));
    }

    void waitingForSomethingToHappenIsNoLag()
    {
        LagMeter meter;
        int woken = 0;
        meter.setWoken([&woken] { ++woken; });
        meter.loopAwake(SteadyTime(10s));
        meter.loopBlocks();
        meter.served(SteadyTime(10s + 500ms));
        QCOMPARE(woken, 1);
        QCOMPARE(meter.lagAt(SteadyTime(10s + 500ms)), 0ns);
        meter.served(SteadyTime(10s + 508ms));
        QCOMPARE(woken, 1);
        QCOMPARE(meter.lagAt(SteadyTime(10s + 508ms)), nanoseconds(8ms));
        QCOMPARE(meter.takeWorst(), nanoseconds(8ms));
    }

    void aTickThatComesLateTellsThatTheThreadWasKeptFromRunning()
    {
        LagMeter meter;
        meter.tick(SteadyTime(10s));
        meter.loopAwake(SteadyTime(10s + LagMeter::tickInterval + 800ms));
        QCOMPARE(meter.lagAt(SteadyTime(10s + LagMeter::tickInterval + 801ms)), nanoseconds(801ms));
        QCOMPARE(meter.takeWorst(), nanoseconds(800ms));
        QCOMPARE(meter.takeWorst(), 0ns);
    }

    void aTickInTimeIsNoLag()
    {
        LagMeter meter;
        meter.tick(SteadyTime(10s));
        meter.loopAwake(SteadyTime(10s + LagMeter::tickInterval + 1ms));
        QCOMPARE(meter.lagAt(SteadyTime(10s + LagMeter::tickInterval + 1ms)), 0ns);
    }

    void whatTheThreadMeantToDoTellsAsWell()
    {
        LagMeter meter;
        meter.meansToRunAt(SteadyTime(10s));
        meter.loopAwake(SteadyTime(10s + 1ms));
        QCOMPARE(meter.lagAt(SteadyTime(10s + 1ms)), 0ns);
        meter.loopAwake(SteadyTime(10s + 300ms));
        QCOMPARE(meter.lagAt(SteadyTime(10s + 300ms)), nanoseconds(300ms));
        meter.meansToRunAt({});
        meter.loopAwake(SteadyTime(11s));
        QCOMPARE(meter.lagAt(SteadyTime(11s)), 0ns);
    }

    void theTickIsWantedWhilePingsAreOut()
    {
        LagMeter meter;
        QList<bool> told;
        meter.setTickWanted([&told](bool wanted) { told << wanted; });
        meter.pingsOut(2);
        meter.pingsOut(-1);
        QCOMPARE(told, QList<bool>{true});
        meter.pingsOut(-1);
        QCOMPARE(told, (QList<bool>{true, false}));
        meter.pingsOut(1);
        QCOMPARE(told, (QList<bool>{true, false, true}));
    }

    void aStandstillIsToldOnce_data()
    {
        QTest::addColumn<nanoseconds>("kept");
        QTest::addColumn<bool>("whileWaiting");
        QTest::addColumn<bool>("isTold");
        QTest::newRow("stopped while it waited") << nanoseconds(12s) << true << true;
        QTest::newRow("stopped while it served") << nanoseconds(12s) << false << true;
        QTest::newRow("just long enough") << nanoseconds(LagMeter::standstillFrom) << true << true;
        QTest::newRow("a busy machine") << nanoseconds(900ms) << true << false;
        QTest::newRow("a busy thread") << nanoseconds(900ms) << false << false;
    }

    void aStandstillIsToldOnce()
    {
        QFETCH(const nanoseconds, kept);
        QFETCH(const bool, whileWaiting);
        QFETCH(const bool, isTold);
        LagMeter meter;
        QList<nanoseconds> told;
        meter.setStoodStill([&told](nanoseconds duration) { told << duration; });
        SteadyTime now{10s};
        meter.tick(now);
        meter.loopBlocks();
        now += LagMeter::tickInterval;
        if (!whileWaiting)
            meter.served(now);
        now += kept;
        meter.served(now);
        meter.served(now + 1ms);
        meter.loopBlocks();
        meter.served(now + 2ms);
        meter.tick(now + 3ms);
        meter.loopBlocks();
        meter.served(now + 3ms + LagMeter::tickInterval);
        QCOMPARE(told, isTold ? QList<nanoseconds>{kept} : QList<nanoseconds>());
    }

    void waitingForLongIsNoStandstill()
    {
        LagMeter meter;
        int told = 0;
        meter.setStoodStill([&told](nanoseconds) { ++told; });
        meter.loopBlocks();
        meter.served(SteadyTime(10s));
        meter.loopBlocks();
        meter.served(SteadyTime(10h));
        QCOMPARE(told, 0);
    }

    void aSleepOfTheMachineIsNotOurLag()
    {
        LagMeter meter;
        meter.tick(SteadyTime(10s));
        meter.meansToRunAt(SteadyTime(10s + 100ms));
        meter.loopAwake(SteadyTime(20s));
        meter.forget(SteadyTime(20s));
        QCOMPARE(meter.lagAt(SteadyTime(20s)), 0ns);
        meter.loopAwake(SteadyTime(20s + 10ms));
        QCOMPARE(meter.lagAt(SteadyTime(20s + 10ms)), 0ns);
    }
};

QTEST_GUILESS_MAIN(TestLagMeter)
#include "tst_lagmeter.moc"
