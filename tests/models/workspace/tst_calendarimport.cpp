// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "workspace/calendarimport.h"

#include <QDateTime>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

namespace
{

WallTime moment(const char *text)
{
    return WallTime(
        milliseconds(QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch()));
}

QByteArray calendar(const QByteArray &event)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Update\r\n" + event +
           "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}

} // namespace

/// Times of maintenance from calendar files.
class CalendarImportTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWeekly_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QList<int>>("days");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QByteArray>("zone");
        const auto row = [](const char *name, const QByteArray &event, const QList<int> &days,
                            const char *from, const char *to, const char *zone) {
            QTest::newRow(name) << event << days << QString::fromLatin1(from) << QString::fromLatin1(to)
                                << QByteArray(zone);
        };
        row("weekly, on its own day",
            "DTSTART;TZID=Europe/Berlin:20261206T020000\r\nDTEND;TZID=Europe/Berlin:20261206T040000\r\n"
            "RRULE:FREQ=WEEKLY",
            {7}, "02:00", "04:00", "Europe/Berlin");
        row("on some days, over midnight",
            "DTSTART:20261207T230000Z\r\nDURATION:PT2H30M\r\nRRULE:FREQ=WEEKLY;BYDAY=FR,MO;WKST=MO", {1, 5},
            "23:00", "01:30", "UTC");
        row("daily, as Outlook names its time zone",
            "DTSTART;TZID=\"W. Europe Standard Time\":20261206T030000\r\n"
            "DTEND;TZID=\"W. Europe Standard Time\":20261206T031500\r\nRRULE:FREQ=DAILY",
            {1, 2, 3, 4, 5, 6, 7}, "03:00", "03:15", "Europe/Berlin");
        row("in whole minutes around it, since the workspace has no seconds",
            "DTSTART:20261207T020015Z\r\nDTEND:20261207T040030Z\r\nRRULE:FREQ=WEEKLY", {1}, "02:00", "04:01",
            "UTC");
        row("all day from a moment with seconds",
            "DTSTART:20261207T020015Z\r\nDURATION:PT24H\r\nRRULE:FREQ=WEEKLY", {1}, "02:00", "02:00", "UTC");
        row("each, in so many words",
            "DTSTART:20261207T020000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;INTERVAL=1", {1}, "02:00",
            "03:00", "UTC");
        row("without a time zone, folded",
            "DTSTART:2026120\r\n 6T020000\r\nDTEND:20261206T040000\r\nRRULE:FREQ=\r\n\tWEEKLY", {7}, "02:00",
            "04:00", "");
    }

    void whatIsWeekly()
    {
        QFETCH(QByteArray, event);
        QFETCH(QList<int>, days);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QByteArray, zone);
        const auto read = importCalendar(calendar(event), {}, moment("2026-12-01T00:00:00Z"));
        QVERIFY(read);
        QCOMPARE(read.value().notes, QStringList());
        QCOMPARE(read.value().windows.size(), 1);
        QCOMPARE(read.value().windows[0].name, QStringLiteral("Update"));
        const auto *weekly = std::get_if<WeeklyWindow>(&read.value().windows[0].when);
        QVERIFY(weekly);
        QCOMPARE(weekly->days, days);
        QCOMPARE(weekly->from.toString(QStringLiteral("HH:mm")), from);
        QCOMPARE(weekly->to.toString(QStringLiteral("HH:mm")), to);
        QCOMPARE(weekly->zone, zone);
    }

    void aSingleEventIsOnce()
    {
        const auto read =
            importCalendar(calendar("DTSTART:20261224T220000Z\nDTEND:20261225T020000Z\nBEGIN:VALARM\n"
                                    "DTSTART:19990101T000000Z\nEND:VALARM"),
                           {}, moment("2026-12-01T00:00:00Z"));
        QCOMPARE(read.value().windows.size(), 1);
        QCOMPARE(std::get<OnceWindow>(read.value().windows[0].when),
                 (OnceWindow{moment("2026-12-24T22:00:00Z"), moment("2026-12-25T02:00:00Z")}));
    }

    void whatEndsBecomesSingleTimes_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<int>("times");
        QTest::addColumn<QByteArray>("last");
        QTest::newRow("so often") << QByteArray("FREQ=WEEKLY;COUNT=3") << 3
                                  << QByteArray("2026-12-21T02:00:00Z");
        QTest::newRow("until a day") << QByteArray("FREQ=DAILY;UNTIL=20261210") << 4
                                     << QByteArray("2026-12-10T02:00:00Z");
        QTest::newRow("every second week")
            << QByteArray("FREQ=WEEKLY;INTERVAL=2;COUNT=2") << 2 << QByteArray("2026-12-21T02:00:00Z");
        QTest::newRow("for ever, every third day")
            << QByteArray("FREQ=DAILY;INTERVAL=3") << 60 << QByteArray("2027-06-02T02:00:00Z");
    }

    void whatEndsBecomesSingleTimes()
    {
        QFETCH(QByteArray, rule);
        QFETCH(int, times);
        QFETCH(QByteArray, last);
        const auto read =
            importCalendar(calendar("DTSTART:20261207T020000Z\r\nDURATION:PT1H\r\nRRULE:" + rule), {},
                           moment("2026-12-01T00:00:00Z"));
        QCOMPARE(read.value().windows.size(), times);
        QCOMPARE(std::get<OnceWindow>(read.value().windows.last().when).from, moment(last.constData()));
    }

    void aNameCannotForgeItsNote()
    {
        const auto read = importCalendar("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Up\x1a"
                                         "date\xe2\x80\xae\r\nDTSTART:20261207T020000Z\r\n"
                                         "END:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:a\\n\x01"
                                         "b\r\nDTSTART:20261207T020000Z\r\nDURATION:PT1H\r\n"
                                         "END:VEVENT\r\nEND:VCALENDAR\r\n",
                                         {}, moment("2026-12-01T00:00:00Z"));
        QVERIFY(read);
        QVERIFY2(read.value().notes.value(0).contains(QStringLiteral("“Up\uFFFDdate\uFFFD” was left out")),
                 qPrintable(read.value().notes.value(0)));
        QCOMPARE(read.value().windows.value(0).name, QStringLiteral("a \uFFFDb"));
    }

    void whatIsNotUnderstoodIsToldWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QString>("start");
        QTest::newRow("monthly")
            << QByteArray("DTSTART:20261207T020000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=MONTHLY;BYDAY=2MO")
            << QStringLiteral("line 7: “Update” was left out: it does not repeat");
        for (const char *part : {"INTERVAL=30000Z", "INTERVAL=0", "INTERVAL=-2",
                                 "INTERVAL=", "INTERVAL=9999999999", "COUNT=x", "COUNT=0", "UNTIL=soon"})
            QTest::newRow(part) << QByteArray(
                                       "DTSTART:20261207T020000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;") +
                                       part
                                << QStringLiteral("line 7: “Update” was left out: how often it repeats");
        QTest::newRow("a zone that nobody knows")
            << QByteArray("DTSTART;TZID=Mars/Olympus:20261207T020000\r\nDURATION:PT1H")
            << QStringLiteral("line 5: “Update” was left out: its beginning");
        QTest::newRow("no end") << QByteArray("DTSTART:20261207T020000Z")
                                << QStringLiteral("line 5: “Update” was left out: it has no end");
        QTest::newRow("no beginning") << QByteArray("DTEND:20261207T020000Z")
                                      << QStringLiteral("line 6: “Update” was left out: its beginning");
        QTest::newRow("over") << QByteArray(
                                     "DTSTART:20201207T020000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=2")
                              << QStringLiteral("line 7: “Update” was left out: it is over");
    }

    void whatIsNotUnderstoodIsToldWithItsLine()
    {
        QFETCH(QByteArray, event);
        QFETCH(QString, start);
        const auto read = importCalendar(calendar(event), {}, moment("2026-12-01T00:00:00Z"));
        QVERIFY(read);
        QVERIFY(read.value().windows.isEmpty());
        QCOMPARE(read.value().notes.size(), 1);
        QVERIFY2(read.value().notes[0].startsWith(start), qPrintable(read.value().notes[0]));
    }

    void whatIsNoCalendarIsSaid()
    {
        for (const QByteArray &text : {QByteArray("<html>"), QByteArray(), QByteArray(2 * 1024 * 1024, 'a')})
            QVERIFY(!importCalendar(text, QStringLiteral("a.ics"), WallTime()));
        QByteArray many = "BEGIN:VCALENDAR\r\n";
        for (int i = 0; i < 500; ++i)
            many +=
                "BEGIN:VEVENT\r\nSUMMARY:x\r\nDTSTART:20261207T020000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n";
        const auto read = importCalendar(many, {}, moment("2026-12-01T00:00:00Z"));
        QCOMPARE(read.value().windows.size(), 100);
        QVERIFY(!read.value().notes.isEmpty());
    }
};

QTEST_APPLESS_MAIN(CalendarImportTest)
#include "tst_calendarimport.moc"
