// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/usualroundtrip.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace std::chrono_literals;

class TestUsualRoundTrip : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void limit_data()
    {
        QTest::addColumn<qint64>("usualUs");
        QTest::addColumn<int>("oneInSo");
        QTest::addColumn<qint64>("rareUs");
        QTest::addColumn<qint64>("limitMs");
        const auto row = [](const char *name, nanoseconds usual, int oneIn, nanoseconds rare,
                            milliseconds limit) {
            QTest::newRow(name) << qint64(usual / 1us) << oneIn << qint64(rare / 1us)
                                << qint64(limit.count());
        };
        row("on this machine", 200us, 0, 0ns, 100ms);
        row("across a continent", 40ms, 0, 0ns, 100ms);
        row("across the world", 200ms, 0, 0ns, 400ms);
        row("one in 200 takes long: not usual", 200ms, 200, 2s, 400ms);
        row("one in 20 takes long: usual", 200ms, 20, 2s, 4000ms);
    }

    void limit()
    {
        QFETCH(qint64, usualUs);
        QFETCH(int, oneInSo);
        QFETCH(qint64, rareUs);
        QFETCH(qint64, limitMs);
        UsualRoundTrip usual;
        SteadyTime now{1000s};
        for (int i = 1; i <= 1000; ++i)
            usual.add(oneInSo > 0 && i % oneInSo == 0 ? microseconds(rareUs) : microseconds(usualUs),
                      now += 20s);
        QVERIFY(usual.slowLimit());
        // The histogram's steps are a fifth wide.
        QVERIFY2(*usual.slowLimit() >= milliseconds(limitMs) &&
                     *usual.slowLimit() <= milliseconds(limitMs * 6 / 5),
                 qPrintable(QString::number(toMilliseconds(*usual.slowLimit()))));
    }

    void whatWasBeforeThisRunIsRecalled()
    {
        UsualRoundTrip usual;
        usual.recall(200ms);
        QVERIFY(usual.slowLimit() && *usual.slowLimit() >= 400ms && *usual.slowLimit() <= 480ms);
        const nanoseconds recalled = *usual.slowLimit();
        usual.recall(1s); // once is enough
        QCOMPARE(*usual.slowLimit(), recalled);
        // A few answers in this run say less than a whole day did; many say more.
        SteadyTime now{1000s};
        for (quint64 i = 1; i < UsualRoundTrip::enoughToForget; ++i)
            usual.add(900ms, now += 20s);
        QCOMPARE(*usual.slowLimit(), recalled);
        usual.add(900ms, now += 20s);
        QVERIFY(*usual.slowLimit() >= 1800ms);
    }

    void whatThisRunKnowsIsNotOverruled()
    {
        UsualRoundTrip usual;
        SteadyTime now{1000s};
        for (quint64 i = 1; i <= UsualRoundTrip::enough; ++i)
            usual.add(30ms, now += 1s);
        const nanoseconds learned = *usual.slowLimit();
        usual.recall(2s);
        QCOMPARE(*usual.slowLimit(), learned);
    }

    void fewAnswersSayNothing()
    {
        UsualRoundTrip usual;
        SteadyTime now{1000s};
        for (quint64 i = 1; i < UsualRoundTrip::enough; ++i)
            usual.add(30ms, now += 1s);
        QVERIFY(!usual.slowLimit());
        usual.add(30ms, now += 1s);
        QVERIFY(usual.slowLimit());
    }

    void dayBeforeYesterdayIsForgotten()
    {
        UsualRoundTrip usual;
        SteadyTime now{1000s};
        for (int i = 0; i < 2000; ++i)
            usual.add(1s, now += 20s);
        QVERIFY(*usual.slowLimit() >= 2s);
        for (int i = 0; i < 3 * 12 * 180; ++i) // a day and a half, with one every 20 s
            usual.add(10ms, now += 20s);
        QCOMPARE(*usual.slowLimit(), nanoseconds(100ms));
        usual.add(10ms, now += 100h); // nothing was measured in the meantime
        QCOMPARE(*usual.slowLimit(), nanoseconds(100ms));
    }

    void limitDoesNotFlicker()
    {
        UsualRoundTrip usual;
        SteadyTime now{1000s};
        int changes = 0;
        std::optional<nanoseconds> last;
        for (int i = 0; i < 5000; ++i) {
            usual.add(190ms + (i * 37 % 20) * 1ms, now += 1s);
            changes += usual.slowLimit() != last ? 1 : 0;
            last = usual.slowLimit();
        }
        QVERIFY2(changes <= 2, qPrintable(QString::number(changes)));
    }

    void noCountIsTooLarge()
    {
        // Two in a hundred take long, with more answers than a counter can hold.
        UsualRoundTrip usual;
        SteadyTime now{1000s};
        for (int i = 0; i < 300'000; ++i)
            usual.add(i % 50 == 0 ? 2s : 10ms, now += 10ms);
        QVERIFY2(*usual.slowLimit() >= 4s && *usual.slowLimit() <= 4800ms,
                 qPrintable(QString::number(toMilliseconds(*usual.slowLimit()))));
        for (int i = 0; i < 400'000; ++i)
            usual.add(10ms, now += 10ms);
        QCOMPARE(*usual.slowLimit(), nanoseconds(100ms));
    }

    void orderOfAnswersDoesNotMatter()
    {
        // Stored are the steps from the shortest to the longest, whichever came first.
        UsualRoundTrip up;
        UsualRoundTrip down;
        SteadyTime now{1000s};
        for (int i = 1; i <= 100; ++i) {
            now += 1s;
            up.add(i * 7ms, now);
            down.add((101 - i) * 7ms, now);
        }
        for (const UsualRoundTrip *usual :
             {&up, &down}) { // within one step: it moves by more than one at a time
            QVERIFY(*usual->slowLimit() >= 2 * 693ms * 5 / 6);
            QVERIFY(*usual->slowLimit() <= 2 * 693ms * 6 / 5);
        }
    }

    void extremesAreBounded()
    {
        UsualRoundTrip usual;
        SteadyTime now{1000s};
        for (int i = 0; i < 100; ++i)
            usual.add(i % 2 == 0 ? nanoseconds(0) : nanoseconds(24h), now += 1s);
        QVERIFY(*usual.slowLimit() > 1min);
    }
};

QTEST_GUILESS_MAIN(TestUsualRoundTrip)
#include "tst_usualroundtrip.moc"
