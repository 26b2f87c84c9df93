// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rules/maintenance.h"
#include "tests/support/honesttest.h"

#include <QDateTime>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class MaintenanceTest : public HonestTest
{
    Q_OBJECT

private:
    static WallTime at(const QString &rfc3339)
    {
        const QDateTime moment = QDateTime::fromString(rfc3339, Qt::ISODate);
        return WallTime(milliseconds(moment.toMSecsSinceEpoch()));
    }

private Q_SLOTS:
    /// Empty: no silence then.
    void weekly_data()
    {
        QTest::addColumn<int>("day");
        QTest::addColumn<QTime>("from");
        QTest::addColumn<QTime>("to");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("until");
        const QTime two(2, 0);
        const QTime four(4, 0);
        const QByteArray utc("UTC");
        const QByteArray berlin("Europe/Berlin");
        const auto row = [](const char *name, int day, QTime from, QTime to, const QByteArray &zone,
                            const char *now, const char *until) {
            QTest::newRow(name) << day << from << to << zone << QString::fromLatin1(now)
                                << QString::fromLatin1(until);
        };
        // 2026-11-29 is a Sunday.
        row("within", 7, two, four, utc, "2026-11-29T03:00:00Z", "2026-11-29T04:00:00Z");
        row("at its beginning", 7, two, four, utc, "2026-11-29T02:00:00Z", "2026-11-29T04:00:00Z");
        row("at its end", 7, two, four, utc, "2026-11-29T04:00:00Z", "");
        row("before", 7, two, four, utc, "2026-11-29T01:59:59Z", "");
        row("another day", 7, two, four, utc, "2026-11-30T03:00:00Z", "");
        row("in its own zone", 7, two, four, berlin, "2026-11-29T01:30:00Z", "2026-11-29T03:00:00Z");
        row("over midnight, before it", 7, QTime(23, 0), QTime(1, 0), utc, "2026-11-29T23:30:00Z",
            "2026-11-30T01:00:00Z");
        row("over midnight, after it", 7, QTime(23, 0), QTime(1, 0), utc, "2026-11-30T00:30:00Z",
            "2026-11-30T01:00:00Z");
        row("over midnight, another night", 7, QTime(23, 0), QTime(1, 0), utc, "2026-11-29T00:30:00Z", "");
        row("a whole day", 7, QTime(0, 0), QTime(0, 0), utc, "2026-11-29T12:00:00Z", "2026-11-30T00:00:00Z");
        // 2026-10-25 the clock goes from 3:00 back to 2:00 in Berlin, 2026-03-29 from 2:00 on to 3:00.
        row("through both hours that are called two", 7, QTime(1, 0), QTime(3, 30), berlin,
            "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z");
        row("over the hour that there is not", 7, QTime(1, 0), QTime(4, 0), berlin, "2026-03-29T01:30:00Z",
            "2026-03-29T02:00:00Z");
        row("in a zone that nobody knows", 7, two, four, "Mars/Olympus", "2026-11-29T03:00:00Z", "");
    }

    void weekly()
    {
        QFETCH(int, day);
        QFETCH(QTime, from);
        QFETCH(QTime, to);
        QFETCH(QByteArray, zone);
        QFETCH(QString, now);
        QFETCH(QString, until);
        const auto end = silentUntil({{{}, WeeklyWindow{{day}, from, to, zone}}}, at(now));
        QCOMPARE(end.has_value(), !until.isEmpty());
        if (end)
            QCOMPARE(toRfc3339(*end), toRfc3339(at(until)));
    }

    void onceAndTheLastEndCounts()
    {
        const WallTime now = at(QStringLiteral("2026-11-29T03:00:00Z"));
        const MaintenanceWindow early{{}, OnceWindow{now - seconds(60), now + seconds(60)}};
        const MaintenanceWindow late{{}, OnceWindow{now - seconds(1), now + seconds(90)}};
        QCOMPARE(*silentUntil({early, late}, now), now + seconds(90));
        QVERIFY(!silentUntil({early, late}, now + seconds(90)));
        QVERIFY(!silentUntil({}, now));
    }
};

QTEST_APPLESS_MAIN(MaintenanceTest)
#include "tst_maintenance.moc"
