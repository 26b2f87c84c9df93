// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "text/wording.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(std::chrono::nanoseconds)

class WordingTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void latencies_data()
    {
        QTest::addColumn<nanoseconds>("rtt");
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("text");
        const QLocale english(QLocale::English, QLocale::UnitedStates);
        const QLocale german(QLocale::German);
        QTest::newRow("under a millisecond")
            << nanoseconds(213us) << english << QStringLiteral("0.213\u00a0ms");
        QTest::newRow("a few milliseconds")
            << nanoseconds(2130us) << english << QStringLiteral("2.13\u00a0ms");
        QTest::newRow("tens of milliseconds")
            << nanoseconds(21300us) << english << QStringLiteral("21.3\u00a0ms");
        QTest::newRow("over a second") << nanoseconds(1204ms) << english << QStringLiteral("1,204\u00a0ms");
        QTest::newRow("in German") << nanoseconds(2130us) << german << QStringLiteral("2,13\u00a0ms");
    }
    void latencies()
    {
        QFETCH(nanoseconds, rtt);
        QFETCH(QLocale, locale);
        QFETCH(QString, text);
        QCOMPARE(Wording::latency(rtt, locale), text);
    }

    void durations_data()
    {
        QTest::addColumn<nanoseconds>("duration");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << nanoseconds(0) << QStringLiteral("0\u00a0s");
        QTest::newRow("a clock that went back") << nanoseconds(-5s) << QStringLiteral("0\u00a0s");
        QTest::newRow("seconds") << nanoseconds(59900ms) << QStringLiteral("59\u00a0s");
        QTest::newRow("minutes") << nanoseconds(125s) << QStringLiteral("2\u00a0min 05\u00a0s");
        QTest::newRow("hours") << nanoseconds(3h + 20min) << QStringLiteral("3\u00a0h 20\u00a0min");
        QTest::newRow("days") << nanoseconds(52h) << QStringLiteral("2\u00a0d 04\u00a0h");
    }
    void durations()
    {
        QFETCH(nanoseconds, duration);
        QFETCH(QString, text);
        QCOMPARE(Wording::duration(duration, QLocale::c()), text);
    }

    void percentages_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0.0 << QStringLiteral("0\u00a0%");
        QTest::newRow("under one per cent") << 0.0025 << QStringLiteral("0.25\u00a0%");
        QTest::newRow("some") << 0.125 << QStringLiteral("12.5\u00a0%");
        QTest::newRow("all") << 1.0 << QStringLiteral("100\u00a0%");
    }
    void percentages()
    {
        QFETCH(double, ratio);
        QFETCH(QString, text);
        QCOMPARE(Wording::percentage(ratio, QLocale::c()), text);
    }

    void availabilityIsNeverRoundedUp_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<QString>("text");
        QTest::newRow("never up") << 0.0 << QStringLiteral("0.0\u00a0%");
        QTest::newRow("59 of 145 s") << 59.0 / 145 << QStringLiteral("40.6\u00a0%");
        QTest::newRow("a second of a day is missing") << 86399.0 / 86400 << QStringLiteral("99.99\u00a0%");
        QTest::newRow("two nines") << 0.99 << QStringLiteral("99.00\u00a0%");
        QTest::newRow("all the time") << 1.0 << QStringLiteral("100\u00a0%");
    }
    void availabilityIsNeverRoundedUp()
    {
        QFETCH(double, share);
        QFETCH(QString, text);
        QCOMPARE(Wording::availability(share, QLocale::c()), text);
    }

    void textFromAPeerIsMadeHarmless_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QStringLiteral("deploy") << QStringLiteral("deploy");
        QTest::newRow("line breaks") << QStringLiteral("a\r\nb") << QStringLiteral("a  b");
        QTest::newRow("escape") << QStringLiteral("\u001b[31mred") << QStringLiteral("\ufffd[31mred");
        QTest::newRow("direction override") << QStringLiteral("a\u202eb") << QStringLiteral("a\ufffdb");
        QTest::newRow("beyond the basic plane")
            << QStringLiteral("\U0001F600") << QStringLiteral("\U0001F600");
        QTest::newRow("half of a pair") << QString(QChar(0xd83d)) << QStringLiteral("\ufffd");
        QTest::newRow("too long") << QString(20, QLatin1Char('x'))
                                  << QString(QString(9, QLatin1Char('x')) + QChar(0x2026));
    }
    void textFromAPeerIsMadeHarmless()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(Wording::harmless(text, 10), shown);
    }

    void closeFrames_data()
    {
        QTest::addColumn<bool>("present");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << false << 0 << QStringLiteral("none");
        QTest::newRow("empty") << true << 0 << QStringLiteral("without a code");
        QTest::newRow("with a code") << true << 1012 << QStringLiteral("1012 why");
    }
    void closeFrames()
    {
        QFETCH(bool, present);
        QFETCH(int, code);
        QFETCH(QString, text);
        std::optional<CloseFrame> frame;
        if (present) {
            frame = CloseFrame{};
        }
        if (code != 0) {
            frame = CloseFrame{static_cast<quint16>(code), QStringLiteral("why")};
        }
        QCOMPARE(Wording::closeFrame(frame), text);
    }
};

QTEST_GUILESS_MAIN(WordingTest)
#include "tst_wording.moc"
