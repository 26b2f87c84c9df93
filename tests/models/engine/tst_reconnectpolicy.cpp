// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reconnectpolicy.h"
#include "tests/support/honesttest.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace Pongwatch;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(std::optional<Pongwatch::nanoseconds>)

class TestReconnectPolicy : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void firstDelayIsARandomPartOfTheInitialOne_data()
    {
        QTest::addColumn<double>("random");
        QTest::addColumn<double>("delay");
        QTest::newRow("lowest") << 0.0 << 0.0;
        QTest::newRow("middle") << 0.5 << 2.5;
        QTest::newRow("almost one") << 0.999 << 4.995;
    }
    void firstDelayIsARandomPartOfTheInitialOne()
    {
        QFETCH(double, random);
        QFETCH(double, delay);
        ReconnectPolicy policy({}, [random] { return random; });
        QCOMPARE(toSeconds(policy.nextDelay()), delay);
    }

    void delaysGrowToTheMaximum()
    {
        ReconnectPolicy policy({}, [] { return 0.0; });
        (void)policy.nextDelay();
        double expected = 3.1;
        for (int i = 0; i < 8; ++i) {
            QVERIFY(std::abs(toSeconds(policy.nextDelay()) - expected) < 1e-6);
            expected *= 1.618;
        }
        QCOMPARE(policy.nextDelay(), nanoseconds(90s));
        QCOMPARE(policy.nextDelay(), nanoseconds(90s));
        QCOMPARE(policy.attempts(), 11U);
    }

    void startsOverOnlyAfterAStableConnection()
    {
        ReconnectPolicy policy({}, [] { return 0.5; });
        (void)policy.nextDelay();
        (void)policy.nextDelay();
        policy.connectionEnded(29'999ms);
        QVERIFY(policy.nextDelay() > 5s);
        policy.connectionEnded(30s);
        QCOMPARE(policy.nextDelay(), nanoseconds(2500ms));
        QCOMPARE(policy.attempts(), 1U);
    }

    void longDelaysGrowToAQuarterOfAnHour()
    {
        ReconnectPolicy policy({}, [] { return 0.0; });
        for (const int delay : {30, 60, 120, 240, 480, 900, 900})
            QCOMPARE(policy.nextLongDelay(), nanoseconds(seconds(delay)));
        // A temporary fault after that is not a fresh start either.
        QCOMPARE(policy.nextDelay(), nanoseconds(90s));
        policy.connectionEnded(30s);
        QCOMPARE(policy.nextLongDelay(), nanoseconds(30s));
        ReconnectPolicy jittered({}, [] { return 0.5; });
        QCOMPARE(jittered.nextLongDelay(), nanoseconds(28'500ms));
    }

    void retryAfterIsObeyed_data()
    {
        QTest::addColumn<std::optional<nanoseconds>>("asked");
        QTest::addColumn<double>("random");
        QTest::addColumn<double>("delay");
        const auto asks = [](nanoseconds wait) { return std::optional<nanoseconds>(wait); };
        QTest::newRow("nothing asked") << std::optional<nanoseconds>() << 0.5 << 4.0;
        QTest::newRow("never before") << asks(120s) << 0.0 << 120.0;
        QTest::newRow("not all at once") << asks(120s) << 0.5 << 126.0;
        QTest::newRow("less than the delay anyway") << asks(2s) << 0.5 << 4.0;
        QTest::newRow("zero") << asks(0s) << 0.5 << 4.0;
        QTest::newRow("an hour at most") << asks(std::chrono::hours(48)) << 0.0 << 3600.0;
    }

    void retryAfterIsObeyed()
    {
        QFETCH(std::optional<nanoseconds>, asked);
        QFETCH(double, random);
        QFETCH(double, delay);
        ReconnectPolicy policy({}, [random] { return random; });
        QCOMPARE(toSeconds(policy.obeying(4s, asked)), delay);
    }

    void hugeFactorsDoNotOverflow()
    {
        ReconnectSettings settings;
        settings.factor = 1e300;
        ReconnectPolicy policy(settings, [] { return 0.0; });
        (void)policy.nextDelay();
        QCOMPARE(policy.nextDelay(), nanoseconds(3100ms));
        QCOMPARE(policy.nextDelay(), nanoseconds(90s));
    }

    void aThousandPeersDoNotComeBackInOneInstant()
    {
        QRandomGenerator generator(7);
        std::vector<nanoseconds> delays;
        for (int i = 0; i < 1000; ++i) {
            ReconnectPolicy policy({}, [&generator] { return generator.generateDouble(); });
            delays.push_back(policy.nextDelay());
        }
        std::sort(delays.begin(), delays.end());
        QVERIFY(delays.front() >= 0s && delays.back() <= 5s);
        // Any 100 ms of the 5 s contain about 20 of the 1,000; by far not all.
        for (std::size_t i = 0; i + 60 < delays.size(); ++i)
            QVERIFY(delays[i + 60] - delays[i] > 100ms);
    }
};

QTEST_GUILESS_MAIN(TestReconnectPolicy)
#include "tst_reconnectpolicy.moc"
