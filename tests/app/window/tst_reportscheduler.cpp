// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/reporting/reportarchive.h"
#include "app/window/reporting/reportscheduler.h"
#include "tests/support/honesttest.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

using std::chrono::hours;
using std::chrono::minutes;

const WallTime midnight{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)}; // a Monday

void write(const QString &path, int bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(bytes, 'x'));
}

} // namespace

/// Scheduled reports: when they are due by the test's own clock, and which files they may delete.
class ReportSchedulerTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void eachInterval();
    void afterASleepOnlyOne();
    void daily();
    void incidentsTogether();
    void clockSetBack();
    void off();
    void archiveRemovesItsOldest();
    void archiveLeavesOthersAlone();
    void archiveIsKept();
    void unreadableArchiveRemovesNothing();

private:
    void lookAt(nanoseconds sinceMidnight);
    void schedule(ReportSchedule::Kind kind);

    WallTime m_now{};
    std::unique_ptr<ReportScheduler> m_scheduler;
    std::unique_ptr<QSignalSpy> m_due;
};

void ReportSchedulerTest::init()
{
    HonestTest::init();
    m_now = midnight;
    m_scheduler = std::make_unique<ReportScheduler>([this] { return m_now; }, QTimeZone::utc());
    m_due = std::make_unique<QSignalSpy>(m_scheduler.get(), &ReportScheduler::due);
}

void ReportSchedulerTest::lookAt(nanoseconds sinceMidnight)
{
    m_now = midnight + std::chrono::floor<microseconds>(sinceMidnight);
    m_scheduler->check();
}

void ReportSchedulerTest::schedule(ReportSchedule::Kind kind)
{
    ReportSchedule schedule;
    schedule.kind = kind;
    schedule.interval = minutes(15);
    m_scheduler->setSchedule(schedule);
}

void ReportSchedulerTest::eachInterval()
{
    schedule(ReportSchedule::Kind::EachInterval);
    lookAt(minutes(14));
    QCOMPARE(m_due->size(), 0);
    lookAt(minutes(15) + seconds(10));
    QCOMPARE(m_due->size(), 1);
    QCOMPARE(m_due->at(0).at(0).value<WallTime>(), midnight);
    QCOMPARE(m_due->at(0).at(1).value<WallTime>(), midnight + minutes(15));
    lookAt(minutes(16));
    QCOMPARE(m_due->size(), 1);
    lookAt(minutes(30));
    QCOMPARE(m_due->size(), 2);
}

void ReportSchedulerTest::afterASleepOnlyOne()
{
    schedule(ReportSchedule::Kind::EachInterval);
    lookAt(hours(5) + minutes(1));
    QCOMPARE(m_due->size(), 1);
    QCOMPARE(*m_scheduler->next(), midnight + hours(5) + minutes(15));
}

void ReportSchedulerTest::daily()
{
    schedule(ReportSchedule::Kind::Daily);
    lookAt(hours(7));
    QCOMPARE(m_due->size(), 0);
    lookAt(hours(8));
    QCOMPARE(m_due->size(), 1);
    QCOMPARE(m_due->at(0).at(0).value<WallTime>(), midnight - hours(16));
}

void ReportSchedulerTest::incidentsTogether()
{
    m_scheduler->noteIncident(QStringLiteral("edge-1")); // nobody asked
    schedule(ReportSchedule::Kind::EachIncident);
    lookAt(minutes(5));
    QCOMPARE(m_due->size(), 0);
    m_scheduler->noteIncident(QStringLiteral("edge-1"));
    m_scheduler->noteIncident(QStringLiteral("edge-1"));
    lookAt(minutes(5) + seconds(10));
    QCOMPARE(m_due->size(), 0);
    lookAt(minutes(5) + seconds(30));
    QCOMPARE(m_due->size(), 1);
    QCOMPARE(m_due->at(0).at(2).toString(), QStringLiteral("edge-1"));
    m_scheduler->noteIncident(QStringLiteral("edge-1"));
    m_scheduler->noteIncident(QStringLiteral("edge-2"));
    lookAt(minutes(7));
    QCOMPARE(m_due->size(), 2);
    QVERIFY(m_due->at(1).at(2).toString().isEmpty());
}

void ReportSchedulerTest::clockSetBack()
{
    schedule(ReportSchedule::Kind::EachInterval);
    lookAt(-hours(3));
    QCOMPARE(*m_scheduler->next(), midnight - hours(3) + minutes(15));
    lookAt(-hours(3) + minutes(15));
    QCOMPARE(m_due->size(), 1);
}

void ReportSchedulerTest::off()
{
    schedule(ReportSchedule::Kind::Off);
    lookAt(hours(100));
    m_scheduler->noteIncident(QStringLiteral("edge-1"));
    lookAt(hours(101));
    QCOMPARE(m_due->size(), 0);
}

void ReportSchedulerTest::archiveRemovesItsOldest()
{
    const QTemporaryDir folder;
    ReportArchive archive(folder.filePath(QStringLiteral("reports.json")));
    ReportSchedule schedule;
    schedule.mostFiles = 2;
    for (const char *name : {"a.pdf", "b.pdf", "c.pdf"}) {
        const QString path = folder.filePath(QString::fromLatin1(name));
        write(path, 10);
        QVERIFY(archive.add({path}, schedule).ok());
    }
    QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*.pdf")}),
             (QStringList{QStringLiteral("b.pdf"), QStringLiteral("c.pdf")}));
}

void ReportSchedulerTest::archiveLeavesOthersAlone()
{
    const QTemporaryDir folder;
    ReportArchive archive(folder.filePath(QStringLiteral("reports.json")));
    ReportSchedule schedule;
    schedule.mostFiles = 1;
    const QString others = folder.filePath(QStringLiteral("0.pdf"));
    const QString replaced = folder.filePath(QStringLiteral("a.pdf"));
    const QString newest = folder.filePath(QStringLiteral("b.pdf"));
    write(others, 10);
    write(replaced, 10);
    QVERIFY(archive.add({replaced}, schedule).ok());
    write(replaced, 11); // by the user: now it is theirs
    write(newest, 10);
    QVERIFY(archive.add({newest}, schedule).ok());
    QVERIFY(QFile::exists(others));
    QVERIFY(QFile::exists(replaced));
    QVERIFY(QFile::exists(newest));
}

void ReportSchedulerTest::archiveIsKept()
{
    const QTemporaryDir folder;
    const QString list = folder.filePath(QStringLiteral("reports.json"));
    ReportSchedule schedule;
    schedule.mostFiles = 1;
    for (const char *name : {"a.pdf", "b.pdf"}) {
        ReportArchive archive(list); // a new run of the program
        const QString path = folder.filePath(QString::fromLatin1(name));
        write(path, 10);
        QVERIFY(archive.add({path}, schedule).ok());
    }
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("a.pdf"))));
}

void ReportSchedulerTest::unreadableArchiveRemovesNothing()
{
    const QTemporaryDir folder;
    const QString list = folder.filePath(QStringLiteral("reports.json"));
    write(list, 5);
    ReportArchive archive(list);
    QVERIFY(!archive.add({folder.filePath(QStringLiteral("a.pdf"))}, {}).ok());
    QCOMPARE(QFile(list).size(), 5);
}

QTEST_GUILESS_MAIN(ReportSchedulerTest)
#include "tst_reportscheduler.moc"
