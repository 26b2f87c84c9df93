// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reporttext.h"
#include "reports/reportwriter.h"
#include "tests/support/engine/fakeclock.h"
#include "tests/support/honesttest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString c(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// The wall clock is set while peers are watched: records remain in order, and durations are those that
/// passed.
class ClockStepsTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void recordedTimeGoesOn_data();
    void recordedTimeGoesOn();
    void smallCorrectionsAreFollowed();
    void aSleepIsNoStep();
    void threadsAgree();
    void aReportLastsAsLongAsItTook_data();
    void aReportLastsAsLongAsItTook();
};

void ClockStepsTest::recordedTimeGoesOn_data()
{
    QTest::addColumn<int>("by"); // s
    QTest::newRow("forward") << 600;
    QTest::newRow("back") << -600;
    QTest::newRow("by two seconds") << 2;
    QTest::newRow("by years") << 3600 * 24 * 365 * 20;
}

void ClockStepsTest::recordedTimeGoesOn()
{
    QFETCH(int, by);
    FakeClock clock;
    const WallTime first = clock.wallNow();
    clock.advance(seconds(35));
    clock.setWall(seconds(by));
    clock.advance(milliseconds(1));
    QCOMPARE(clock.wallNow() - first, microseconds(35'001'000));
    const std::vector<ClockStep> steps = clock.stepsAfter(0);
    QCOMPARE(steps.size(), size_t(1));
    QCOMPARE(steps[0].by, nanoseconds(seconds(by)));
    QCOMPARE(steps[0].at, clock.wallNow());
    // And back where it was.
    clock.setWall(seconds(-by));
    clock.advance(seconds(1));
    QCOMPARE(clock.wallNow() - first, microseconds(36'001'000));
    QCOMPARE(clock.stepsAfter(1).size(), size_t(1));
    QVERIFY(clock.stepsAfter(2).empty());
}

void ClockStepsTest::smallCorrectionsAreFollowed()
{
    FakeClock clock;
    const WallTime first = clock.wallNow();
    for (int i = 0; i < 100; ++i) {
        clock.advance(seconds(10));
        clock.setWall(milliseconds(100)); // far more than NTP slews
        QCOMPARE(clock.wallNow() - first, microseconds((i + 1) * 10'100'000LL));
    }
    // Also after a long pause: 40 s in a day.
    clock.advance(std::chrono::hours(24));
    clock.setWall(seconds(40));
    QCOMPARE(clock.wallNow() - first, microseconds(100 * 10'100'000LL + 86'440'000'000LL));
    QVERIFY(clock.stepsAfter(0).empty());
}

void ClockStepsTest::aSleepIsNoStep()
{
    FakeClock clock;
    const WallTime first = clock.wallNow();
    clock.suspend(std::chrono::hours(8));
    QCOMPARE(clock.wallNow() - first, microseconds(std::chrono::hours(8)));
    QVERIFY(clock.stepsAfter(0).empty());
}

/// A reading from before a step, reported after another thread has seen the step, is not a second step.
void ClockStepsTest::threadsAgree()
{
    RecordedClock clock;
    const WallTime start{seconds(1'790'000'000)};
    QCOMPARE(clock.at(seconds(100), start), start);
    QCOMPARE(clock.at(seconds(102), start + seconds(602)), start + seconds(2));
    QCOMPARE(clock.at(seconds(101), start + seconds(1)), start + seconds(1));
    QCOMPARE(clock.at(seconds(103), start + seconds(603)), start + seconds(3));
    QCOMPARE(clock.stepsAfter(0).size(), size_t(1));

    // The real one, by many at the same time.
    std::atomic<bool> isOrdered = true;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&isOrdered] {
                WallTime last = currentWallTime();
                for (int n = 0; n < 20'000; ++n) {
                    const WallTime now = currentWallTime();
                    isOrdered = isOrdered && now + milliseconds(100) >= last;
                    last = now;
                }
            });
        }
    }
    QVERIFY(isOrdered);
}

void ClockStepsTest::aReportLastsAsLongAsItTook_data()
{
    QTest::addColumn<int>("by");
    QTest::newRow("not set") << 0;
    QTest::newRow("forward") << 600;
    QTest::newRow("back") << -600;
}

/// 70 s of a peer that answers every second and is away for ten, with the clock set in the middle.
void ClockStepsTest::aReportLastsAsLongAsItTook()
{
    QFETCH(int, by);
    FakeClock clock;
    const PeerId id{1};
    PeerRecord record(id, c("edge"), QUrl(c("wss://h/")));
    const auto tell = [&](auto what) {
        record.apply(ConnectionEvent{id, 1, clock.wallNow(), std::move(what)});
    };
    Report report;
    report.from = clock.wallNow();
    tell(StateChanged{ConnectionState::Connecting, 1, {}});
    tell(StateChanged{ConnectionState::Open, 1, {}});
    tell(Opened{});
    for (int second = 1; second <= 70; ++second) {
        clock.advance(seconds(1));
        if (second == 35)
            clock.setWall(seconds(by));
        if (second == 50) {
            Verdict verdict;
            verdict.cause = Cause::Eof;
            verdict.age = seconds(50);
            tell(Closed{verdict});
            tell(StateChanged{ConnectionState::Waiting, 1, seconds(10)});
        }
        if (second == 60) {
            tell(StateChanged{ConnectionState::Open, 1, {}});
            tell(Opened{});
        }
        if (second < 50 || second > 60)
            record.apply(PingSample{
                id, 1, quint32(second), clock.wallNow(), microseconds(300), {}, PingOutcome::Answered, {}});
    }
    report.to = clock.wallNow();
    report.madeAt = report.to;
    report.peers.push_back(reportPeer(record, ConnectionSettings{}, report.from, report.to));
    for (const ClockStep &step : clock.stepsAfter(0))
        report.notes.push_back(noteOf(step, QTimeZone::utc()));
    finishReport(report);

    const QJsonObject json = QJsonDocument::fromJson(formatReport(report, ReportFormat::Json)).object();
    const QJsonObject peer = json[c("peers")].toArray().first().toObject();
    QCOMPARE(peer[c("watched_s")].toDouble(), 70.0);
    QCOMPARE(peer[c("open_s")].toDouble(), 60.0);
    QCOMPARE(peer[c("outages")].toArray().size(), 1);
    double watchedOfDays = 0;
    for (const QJsonValue &day : peer[c("days")].toArray())
        watchedOfDays += day.toObject()[c("watched_s")].toDouble();
    QCOMPARE(watchedOfDays, 70.0);
    const QJsonArray buckets = peer[c("buckets")].toArray();
    QVERIFY(buckets.size() > 10);
    QString last;
    qint64 pongs = 0;
    for (const QJsonValue &bucket : buckets) {
        const QString from = bucket.toObject()[c("from")].toString();
        QVERIFY2(from > last, qPrintable(from));
        last = from;
        pongs += bucket.toObject()[c("pongs")].toInteger();
    }
    QCOMPARE(pongs, 58); // the last one is at the end of the range
    const QJsonArray notes = json[c("notes")].toArray();
    QCOMPARE(notes.size(), by == 0 ? 0 : 1);
    if (by != 0)
        QVERIFY2(notes.first().toObject()[c("text")].toString().contains(by > 0 ? c("was set forward by 10")
                                                                                : c("was set back by 10")),
                 qPrintable(notes.first().toObject()[c("text")].toString()));
}

QTEST_GUILESS_MAIN(ClockStepsTest)
#include "tst_clocksteps.moc"
