// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reportschedule.h"
#include "tests/support/honesttest.h"

#include <QDateTime>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

WallTime at(const char *text)
{
    return WallTime(
        milliseconds(QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch()));
}

} // namespace

/// When scheduled reports are due, their names, and which old ones must be deleted.
class ReportScheduleTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void nextIsDue_data();
    void nextIsDue();
    void names_data();
    void names();
    void limits_data();
    void limits();
};

void ReportScheduleTest::nextIsDue_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("due"); // empty: never
    using Kind = ReportSchedule::Kind;
    const auto row = [](const char *name, Kind kind, const char *after, const char *due) {
        QTest::newRow(name) << static_cast<int>(kind) << QByteArray(after) << QByteArray(due);
    };
    row("off", Kind::Off, "2026-11-22T12:00:00Z", "");
    row("incidents are not due by the clock", Kind::EachIncident, "2026-11-22T12:00:00Z", "");
    row("on the next quarter", Kind::EachInterval, "2026-11-22T12:03:00Z", "2026-11-22T12:15:00Z");
    row("not the same again", Kind::EachInterval, "2026-11-22T12:15:00Z", "2026-11-22T12:30:00Z");
    row("today still", Kind::Daily, "2026-11-22T06:00:00Z", "2026-11-22T07:00:00Z"); // 08:00 in Berlin
    row("tomorrow", Kind::Daily, "2026-11-22T07:00:00Z", "2026-11-23T07:00:00Z");
    row("in summer time", Kind::Daily, "2026-07-01T12:00:00Z", "2026-07-02T06:00:00Z");
    row("next Monday", Kind::Weekly, "2026-11-22T12:00:00Z", "2026-11-23T07:00:00Z");
    row("a week later", Kind::Weekly, "2026-11-23T07:00:00Z", "2026-11-30T07:00:00Z");
}

void ReportScheduleTest::nextIsDue()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, due);
    ReportSchedule schedule;
    schedule.kind = static_cast<ReportSchedule::Kind>(kind);
    schedule.interval = std::chrono::minutes(15);
    const auto next = nextReport(schedule, at(after.constData()), QTimeZone("Europe/Berlin"));
    QCOMPARE(next ? toRfc3339(*next).left(19) : QString(), QString::fromLatin1(due.left(19)));
}

void ReportScheduleTest::names_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QString>("name");
    QTest::newRow("all words") << "$workspace $peer $date $time"
                               << "edge-1"
                               << "prod edge-1 2026-11-22 13-00-05";
    QTest::newRow("no words") << "weekly"
                              << "x"
                              << "weekly";
    QTest::newRow("a word inside") << "a_$date.b"
                                   << "x"
                                   << "a_2026-11-22.b";
    QTest::newRow("a peer that climbs") << "$peer"
                                        << "../../etc/passwd"
                                        << "_.._etc_passwd";
    QTest::newRow("a pattern that climbs") << "../$date"
                                           << "x"
                                           << "_2026-11-22";
    QTest::newRow("a peer called like a word") << "$peer"
                                               << "$time"
                                               << "_time";
    QTest::newRow("control characters") << "a\tb\u202e"
                                        << "x"
                                        << "a b_";
    QTest::newRow("hidden") << ".x"
                            << "x"
                            << "x";
    QTest::newRow("empty") << ""
                           << "x"
                           << "pongwatch";
    QTest::newRow("Chinese") << "$peer"
                             << "上海 行情"
                             << "上海 行情";
}

void ReportScheduleTest::names()
{
    QFETCH(QString, pattern);
    QFETCH(QString, peer);
    QFETCH(QString, name);
    const PatternFacts facts{QStringLiteral("prod"), peer, at("2026-11-22T12:00:05Z"),
                             QTimeZone("Europe/Berlin")};
    QCOMPARE(expandPattern(pattern, facts), name);
}

void ReportScheduleTest::limits_data()
{
    QTest::addColumn<int>("mostFiles");
    QTest::addColumn<int>("mostMegabytes");
    QTest::addColumn<int>("gone"); // of four files of 1 MB
    QTest::newRow("no limit") << 0 << 0 << 0;
    QTest::newRow("within") << 4 << 4 << 0;
    QTest::newRow("too many") << 3 << 0 << 1;
    QTest::newRow("too large") << 0 << 2 << 2;
    QTest::newRow("the stricter one counts") << 3 << 2 << 2;
    QTest::newRow("the newest stays") << 1 << 1 << 3;
}

void ReportScheduleTest::limits()
{
    QFETCH(int, mostFiles);
    QFETCH(int, mostMegabytes);
    QFETCH(int, gone);
    ReportSchedule schedule;
    schedule.mostFiles = mostFiles;
    schedule.mostMegabytes = mostMegabytes;
    const std::vector<MadeReport> files(4, MadeReport{QStringLiteral("x"), 1'000'000});
    QCOMPARE(tooMany(files, schedule), static_cast<size_t>(gone));
}

QTEST_GUILESS_MAIN(ReportScheduleTest)
#include "tst_reportschedule.moc"
