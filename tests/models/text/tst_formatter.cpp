// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "text/formatter.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(std::chrono::nanoseconds)

/// How figures and moments are written: the whole table, as it is the same everywhere.
class FormatterTest : public HonestTest
{
    Q_OBJECT

    // Ordinary spaces are easier to read here.
    const QLocale english{QLocale::English, QLocale::UnitedStates};
    const Formatter plain{english, QTimeZone("Europe/Berlin"), FormatPreferences::plain()};

private Q_SLOTS:
    void latencies_data()
    {
        QTest::addColumn<nanoseconds>("rtt");
        QTest::addColumn<QString>("inMilliseconds");
        QTest::addColumn<QString>("bySize");
        const auto row = [](const char *name, nanoseconds rtt, const char *ms, const char *bySize) {
            QTest::newRow(name) << rtt << QString::fromUtf8(ms) << QString::fromUtf8(bySize);
        };
        row("some microseconds", 5'300ns, "0.005 ms", "5.3 µs");
        row("under a millisecond", 213us, "0.213 ms", "213 µs");
        row("a few milliseconds", 2130us, "2.13 ms", "2.13 ms");
        row("tens of milliseconds", 21300us, "21.3 ms", "21.3 ms");
        row("hundreds of milliseconds", 213ms, "213 ms", "213 ms");
        row("over a second", 1340ms, "1,340 ms", "1.34 s");
        row("over ten seconds", 12'340ms, "12.3 s", "12.3 s");
        row("over a hundred seconds", 123'400ms, "123 s", "123 s");
    }
    void latencies()
    {
        QFETCH(nanoseconds, rtt);
        QTEST(plain.latency(rtt), "inMilliseconds");
        QTEST(Formatter(english, {}, {LatencyUnit::BySize, ClockFormat::System, u' '}).latency(rtt),
              "bySize");
    }

    void estimatesHaveTwoDigits_data()
    {
        QTest::addColumn<nanoseconds>("rtt");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, nanoseconds rtt, const char *text) {
            QTest::newRow(name) << rtt << QString::fromUtf8(text);
        };
        row("nothing", 0ns, "≈ 0 ms");
        row("some microseconds", 5'340ns, "≈ 0.0053 ms");
        row("under a millisecond", 213us, "≈ 0.21 ms");
        row("rounded up to the next power of ten", 9'970us, "≈ 10 ms");
        row("tens of milliseconds", 21'300us, "≈ 21 ms");
        row("hundreds of milliseconds", 217ms, "≈ 220 ms");
        row("over a second", 1'340ms, "≈ 1.3 s");
        row("over ten seconds", 12'340ms, "≈ 12 s");
    }
    void estimatesHaveTwoDigits()
    {
        QFETCH(nanoseconds, rtt);
        QTEST(plain.estimatedLatency(rtt), "text");
        QCOMPARE(plain.latencyOrEstimate({}, rtt), plain.estimatedLatency(rtt));
        QCOMPARE(plain.latencyOrEstimate(rtt, rtt + 1ms), plain.latency(rtt));
        QCOMPARE(plain.latencyOrEstimate({}, {}), plain.latencyOrDash({}));
    }

    void ticksAreRound_data()
    {
        QTest::addColumn<double>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << QStringLiteral("0 ms");
        QTest::newRow("half") << 0.5 << QStringLiteral("0.5 ms");
        QTest::newRow("a little more than binary knows") << 0.30000000000000004 << QStringLiteral("0.3 ms");
        QTest::newRow("a hundred") << 100.0 << QStringLiteral("100 ms");
        QTest::newRow("over a second") << 1500.0 << QStringLiteral("1,500 ms");
        QTest::newRow("many seconds") << 20'000.0 << QStringLiteral("20 s");
    }
    void ticksAreRound()
    {
        QFETCH(double, ms);
        QTEST(plain.axisLatency(ms), "text");
    }

    void durations_data()
    {
        QTest::addColumn<nanoseconds>("duration");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("age");
        QTest::addColumn<QString>("brief");
        const auto row = [](const char *name, nanoseconds duration, const char *text, const char *age,
                            const char *brief) {
            QTest::newRow(name) << duration << QString::fromUtf8(text) << QString::fromUtf8(age)
                                << QString::fromUtf8(brief);
        };
        row("nothing", 0s, "0 s", "0 s", "0 s");
        row("a clock that went back", -5s, "0 s", "0 s", "0 s");
        row("under a millisecond", 213us, "0.213 ms", "0 s", "0 s");
        row("a quarter of a second", 250ms, "250 ms", "0 s", "0 s");
        row("almost a second", 999'800us, "1 s", "0 s", "0 s");
        row("over a second", 1340ms, "1.34 s", "1 s", "1 s");
        row("a wait", 3100ms, "3.1 s", "3 s", "3 s");
        row("many seconds", 59'900ms, "59.9 s", "59 s", "59 s");
        row("a timeout of a server", 60s, "60 s", "60 s", "1.0 min");
        row("over a minute", 63'200ms, "63 s", "63 s", "1.0 min");
        row("two minutes", 120s, "120 s", "120 s", "2.0 min");
        row("minutes and seconds", 125s, "2 min 5 s", "2 min 5 s", "2.0 min");
        row("whole minutes", 300s, "5 min", "5 min", "5.0 min");
        row("almost an hour", 3599s, "59 min 59 s", "59 min 59 s", "59 min");
        row("hours", 3h + 20min, "3 h 20 min", "3 h 20 min", "3.3 h");
        row("days", 52h, "2 d 4 h", "2 d 4 h", "2.1 d");
    }
    void durations()
    {
        QFETCH(nanoseconds, duration);
        QTEST(plain.duration(duration), "text");
        QTEST(plain.age(duration), "age");
        QTEST(plain.briefDuration(duration), "brief");
    }

    void spansOfMenus_data()
    {
        QTest::addColumn<nanoseconds>("span");
        QTest::addColumn<QString>("text");
        QTest::newRow("seconds") << nanoseconds(30s) << QStringLiteral("30 s");
        QTest::newRow("a minute") << nanoseconds(1min) << QStringLiteral("1 min");
        QTest::newRow("an hour") << nanoseconds(1h) << QStringLiteral("1 h");
        QTest::newRow("a week") << nanoseconds(168h) << QStringLiteral("7 d");
        QTest::newRow("neither") << nanoseconds(200s) << QStringLiteral("3 min 20 s");
    }
    void spansOfMenus()
    {
        QFETCH(nanoseconds, span);
        QTEST(plain.roundDuration(span), "text");
    }

    void percentages_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0.0 << QStringLiteral("0 %");
        QTest::newRow("almost none") << 0.00001 << QStringLiteral("< 0.01 %");
        QTest::newRow("under one per cent") << 0.0025 << QStringLiteral("0.25 %");
        QTest::newRow("some") << 0.125 << QStringLiteral("12.5 %");
        QTest::newRow("almost all") << 0.99936 << QStringLiteral("99.93 %");
        QTest::newRow("all but one in a million") << 0.999999 << QStringLiteral("99.99 %");
        QTest::newRow("all") << 1.0 << QStringLiteral("100 %");
    }
    void percentages()
    {
        QFETCH(double, ratio);
        QTEST(plain.percentage(ratio), "text");
    }

    void momentsAreOfTheTimeZone()
    {
        const WallTime noon(seconds(1'764'158'400)); // 2025-11-26 12:00:00 UTC
        QCOMPARE(plain.moment(noon, noon), QStringLiteral("13:00:00"));
        QCOMPARE(plain.moment(noon, noon + 24h), QStringLiteral("2025-11-26 13:00:00"));
        QCOMPARE(plain.moment(noon, ClockPrecision::Minutes), QStringLiteral("2025-11-26 13:00"));
        QCOMPARE(Formatter(english, QTimeZone::utc()).moment(noon, noon).left(5), QStringLiteral("12:00"));
    }

    void anHourThatIsThereTwiceIsTold()
    {
        const WallTime first(
            seconds(1'761'438'600)); // 2025-10-26 00:30 UTC: 02:30 in Berlin, for the first time
        QCOMPARE(plain.moment(first, first), QStringLiteral("02:30:00 CEST"));
        QCOMPARE(plain.moment(first + 1h, first), QStringLiteral("02:30:00 CET"));
    }

    void certificatesRunOut()
    {
        const WallTime now(seconds(1'764'158'400));
        const auto in = [](qint64 s) { return QDateTime::fromSecsSinceEpoch(1'764'158'400 + s); };
        QCOMPARE(plain.expiry(in(0), now), QStringLiteral("expired"));
        QCOMPARE(plain.expiry(in(9 * 86400 + 4 * 3600), now), QStringLiteral("in 9 d 4 h"));
        QCOMPARE(plain.expiry(in(200 * 86400), now), QStringLiteral("2026-06-14"));
    }

    void numbersFollowTheLocaleAndUnitsTheirSpace()
    {
        const Formatter german(QLocale(QLocale::German), {});
        QCOMPARE(german.latency(nanoseconds(2130us)), QStringLiteral("2,13\u00a0ms"));
        QCOMPARE(german.latencyOrDash(std::nullopt), QStringLiteral("–"));
        QCOMPARE(german.duration(1340ms), QStringLiteral("1,34\u00a0s"));
        QCOMPARE(german.percentage(0.125), QStringLiteral("12,5\u00a0%"));
    }
};

QTEST_GUILESS_MAIN(FormatterTest)
#include "tst_formatter.moc"
