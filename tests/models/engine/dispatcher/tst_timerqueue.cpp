// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dispatcher/timerqueue.h"
#include "tests/support/honesttest.h"

#include <QTest>
#include <QTimerEvent>

using namespace Pongwatch;

/// The timers of a thread, at moments chosen by the test.
class TestTimerQueue : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void moments_data();
    void moments();
    void coarseTimersMeet();
    void missedTurnsAreNotMadeUpFor();
    void keepsItsPhase();
    void equalDueTimesKeepTheirOrder();
    void nestedTurnPassesTheOneBeingServed();
    void survivesAnyMixOfStartsAndStops();
};

namespace
{

const SteadyTime start(seconds(1000));

/// Remembers which timers fired.
class Listener : public QObject
{
public:
    void timerEvent(QTimerEvent *event) override
    {
        fired.append(event->timerId());
        if (const auto what = then)
            what(event->timerId());
    }
    QList<int> fired;
    std::function<void(int)> then;
};

} // namespace

void TestTimerQueue::moments_data()
{
    QTest::addColumn<qint64>("nominalMs");
    QTest::addColumn<qint64>("intervalMs");
    QTest::addColumn<Qt::TimerType>("type");
    QTest::addColumn<qint64>("expectedMs");
    QTest::newRow("precise: as it is") << qint64(1003) << qint64(1003) << Qt::PreciseTimer << qint64(1003);
    QTest::newRow("zero: as it is") << qint64(1003) << qint64(0) << Qt::CoarseTimer << qint64(1003);
    QTest::newRow("coarse, 20 ms: as it is") << qint64(1003) << qint64(20) << Qt::CoarseTimer << qint64(1003);
    QTest::newRow("coarse, 30 ms: the nearest ten")
        << qint64(1031) << qint64(30) << Qt::CoarseTimer << qint64(1030);
    QTest::newRow("coarse, a second: the whole second")
        << qint64(1960) << qint64(1000) << Qt::CoarseTimer << qint64(2000);
    QTest::newRow("coarse, a second: the half second")
        << qint64(1480) << qint64(1000) << Qt::CoarseTimer << qint64(1500);
    QTest::newRow("coarse, a second: no further than 50 ms")
        << qint64(1640) << qint64(1000) << Qt::CoarseTimer << qint64(1600);
    QTest::newRow("coarse, 30 s: the whole second")
        << qint64(30400) << qint64(30000) << Qt::CoarseTimer << qint64(30000);
    QTest::newRow("very coarse: the whole second")
        << qint64(3600) << qint64(3000) << Qt::VeryCoarseTimer << qint64(4000);
}

void TestTimerQueue::moments()
{
    QFETCH(const qint64, nominalMs);
    QFETCH(const qint64, intervalMs);
    QFETCH(const Qt::TimerType, type);
    QFETCH(const qint64, expectedMs);
    const SteadyTime moment =
        timerMoment(SteadyTime(milliseconds(nominalMs)), milliseconds(intervalMs), type);
    QCOMPARE(std::chrono::duration_cast<milliseconds>(moment.time_since_epoch()).count(), expectedMs);
}

void TestTimerQueue::coarseTimersMeet()
{
    // Started at odd moments, 40 timers of about a second need only a few wake-ups.
    std::vector<SteadyTime> moments;
    for (int i = 0; i < 40; ++i) {
        const milliseconds interval(1000 + i);
        const SteadyTime nominal = start + milliseconds(i * 7) + interval;
        const SteadyTime moment = timerMoment(nominal, interval, Qt::CoarseTimer);
        QVERIFY(std::chrono::abs(moment - nominal) <= interval / 20);
        moments.push_back(moment);
    }
    std::sort(moments.begin(), moments.end());
    QVERIFY(std::unique(moments.begin(), moments.end()) - moments.begin() <= 6);
}

void TestTimerQueue::missedTurnsAreNotMadeUpFor()
{
    TimerQueue queue;
    Listener listener;
    queue.add(1, milliseconds(10), Qt::PreciseTimer, &listener, start);
    QCOMPARE(queue.activate(start + milliseconds(9)), 0);
    QCOMPARE(queue.activate(start + milliseconds(55)), 1);
    QCOMPARE(queue.activate(start + milliseconds(55)), 0);
    QCOMPARE(queue.remaining(1, start + milliseconds(55)), nanoseconds(milliseconds(10)));
    QCOMPARE(listener.fired, QList<int>({1}));
}

void TestTimerQueue::keepsItsPhase()
{
    TimerQueue queue;
    Listener listener;
    queue.add(1, milliseconds(10), Qt::PreciseTimer, &listener, start);
    for (int k = 1; k <= 100; ++k)
        QCOMPARE(queue.activate(start + milliseconds(10 * k) + microseconds(700)), 1);
    QCOMPARE(queue.nextDue(), start + milliseconds(1010));
}

void TestTimerQueue::equalDueTimesKeepTheirOrder()
{
    TimerQueue queue;
    Listener listener;
    for (const int id : {5, 3, 9, 1})
        queue.add(id, milliseconds(10), Qt::PreciseTimer, &listener, start);
    QCOMPARE(queue.activate(start + milliseconds(10)), 4);
    QCOMPARE(queue.activate(start + milliseconds(20)), 4);
    QCOMPARE(listener.fired, QList<int>({5, 3, 9, 1, 5, 3, 9, 1}));
}

void TestTimerQueue::nestedTurnPassesTheOneBeingServed()
{
    TimerQueue queue;
    Listener listener;
    queue.add(1, milliseconds(10), Qt::PreciseTimer, &listener, start);
    queue.add(2, milliseconds(15), Qt::PreciseTimer, &listener, start);
    listener.then = [&](int) {
        listener.then = nullptr;
        QCOMPARE(queue.nextDue(), start + milliseconds(15));
        QCOMPARE(queue.activate(start + milliseconds(25)), 1);
    };
    QCOMPARE(queue.activate(start + milliseconds(10)), 1);
    QCOMPARE(listener.fired, QList<int>({1, 2}));
    // The turns at 20 ms, or just after, passed while it was being served.
    QCOMPARE(queue.remaining(1, start + milliseconds(25)), nanoseconds(milliseconds(5)));
}

void TestTimerQueue::survivesAnyMixOfStartsAndStops()
{
    TimerQueue queue;
    Listener listener;
    QMap<int, SteadyTime> due;
    quint32 random = 1;
    SteadyTime now = start;
    for (int step = 0; step < 20000; ++step) {
        random = random * 1664525U + 1013904223U;
        const int id = static_cast<int>((random >> 8U) % 200U) + 1;
        const milliseconds interval((random >> 20U) % 1000U + 1);
        if (random % 3U == 0) {
            QCOMPARE(queue.remove(id), due.remove(id) > 0);
        } else {
            queue.add(id, interval, Qt::PreciseTimer, &listener, now);
            due.insert(id, now + interval);
        }
        if (step % 50 == 0) {
            now += milliseconds(100);
            listener.fired.clear();
            queue.activate(now);
            QList<int> expected;
            for (auto it = due.cbegin(); it != due.cend(); ++it)
                if (it.value() <= now)
                    expected.append(it.key());
            for (qsizetype i = 1; i < listener.fired.size(); ++i)
                QVERIFY(due.value(listener.fired[i - 1]) <= due.value(listener.fired[i]));
            QList<int> fired = listener.fired;
            std::sort(fired.begin(), fired.end());
            QCOMPARE(fired, expected);
            for (const int gone : std::as_const(expected)) {
                QVERIFY(queue.remove(gone));
                due.remove(gone);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestTimerQueue)
#include "tst_timerqueue.moc"
