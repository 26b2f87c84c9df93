// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/moments.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// Moments as people type them.
class MomentsTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void understood_data();
    void understood();
    void refused_data();
    void refused();
    void ranges();
};

void MomentsTest::understood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("moment"); // now is 2026-11-25T15:30:00Z, 16:30 in Berlin
    const auto row = [](const char *text, const char *moment) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(moment);
    };
    row("now", "2026-11-25T15:30:00");
    row("today", "2026-11-24T23:00:00");
    row("yesterday", "2026-11-23T23:00:00");
    row("-90s", "2026-11-25T15:28:30");
    row("-30m", "2026-11-25T15:00:00");
    row("-24h", "2026-11-24T15:30:00");
    row("-7d", "2026-11-18T15:30:00");
    row("-2w", "2026-11-11T15:30:00");
    row("2026-11-01", "2026-10-31T23:00:00");
    row("2026-07-01", "2026-06-30T22:00:00"); // summer time
    row("2026-11-01T08:00:00Z", "2026-11-01T08:00:00");
    row("2026-11-01t08:00:00z", "2026-11-01T08:00:00");
    row("2026-11-01T08:00:00+02:00", "2026-11-01T06:00:00");
    row("2026-11-01T08:00:00.250Z", "2026-11-01T08:00:00");
    row("2026-11-01T08:00", "2026-11-01T07:00:00");
    row("2026-11-01 08:00:30", "2026-11-01T07:00:30");
}

void MomentsTest::understood()
{
    QFETCH(QString, text);
    QFETCH(QString, moment);
    const WallTime now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 25) + std::chrono::minutes(930)};
    const auto parsed = parseMoment(QStringLiteral("--from"), text, now, QTimeZone("Europe/Berlin"));
    QVERIFY2(parsed.ok(), parsed ? "" : qPrintable(parsed.error().sentence()));
    QCOMPARE(toRfc3339(parsed.value()).left(19), moment);
}

void MomentsTest::refused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "tomorrow", "24h", "-24", "-1y", "-h", "2026-13-01", "2026-02-30",
                             "26-11-01", "2026-11-01T25:00:00Z", "2026-11-01T08", "-999999w", "1e9"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void MomentsTest::refused()
{
    QFETCH(QString, text);
    const auto parsed = parseMoment(QStringLiteral("--from"), text, WallTime{}, QTimeZone::utc());
    QVERIFY(!parsed.ok());
    QVERIFY(parsed.error().sentence().contains(QStringLiteral("--from")));
}

void MomentsTest::ranges()
{
    const WallTime now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 25)};
    const MomentRange whole{now - std::chrono::hours(24), now};
    const auto read = [&](const char *from, const char *to) {
        MomentRange range = whole;
        const Outcome outcome =
            readMomentRange(range, QString::fromLatin1(from), QString::fromLatin1(to), now, QTimeZone::utc());
        return outcome ? toRfc3339(range.from) + QStringLiteral(" ") + toRfc3339(range.to)
                       : outcome.error().sentence();
    };
    QCOMPARE(read("", ""), read("-24h", "now"));
    QCOMPARE(read("-2h", ""), read("2026-11-24T22:00:00Z", "2026-11-25"));
    QCOMPARE(read("", "-2h"), read("yesterday", "2026-11-24T22:00:00Z"));
    QVERIFY(read("soon", "").contains(QStringLiteral("--from")));
    QVERIFY(read("", "soon").contains(QStringLiteral("--to")));
    for (const QString &sentence : {read("now", ""), read("", "-2d"), read("now", "-1h")})
        QVERIFY2(sentence.contains(QStringLiteral("is not after the beginning")), qPrintable(sentence));
}

QTEST_GUILESS_MAIN(MomentsTest)
#include "tst_moments.moc"
