// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/peerstatistics.h"
#include "tests/models/history/seriesmaker.h"
#include "tests/support/honesttest.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using Window = PeerStatistics::Window;

namespace
{

/// The figures by definition, from nothing but a list of pings: slow, but obviously right.
StatisticsSummary byTheBook(const std::vector<PingSample> &arrived, WallTime from, WallTime to)
{
    std::map<quint32, PingSample> pings; // the newest report of each
    for (const PingSample &sample : arrived)
        if (sample.sentAt > from && sample.sentAt <= to)
            pings[sample.seq] = sample;
    StatisticsSummary result;
    std::vector<double> all;
    std::vector<double> inTime;
    for (const auto &[seq, sample] : pings) {
        ++result.pings;
        result.answered += sample.outcome == PingOutcome::Answered;
        result.slow += sample.outcome == PingOutcome::Slow;
        result.late += sample.outcome == PingOutcome::Late;
        result.superseded += sample.outcome == PingOutcome::Superseded;
        result.timedOut += sample.outcome == PingOutcome::TimedOut;
        result.lost += sample.outcome == PingOutcome::Lost;
        result.lagged += sample.marks.testFlag(SampleMark::ObserverLag);
        if (hasRoundTrip(sample.outcome)) {
            all.push_back(static_cast<double>(sample.rtt.count()));
            result.last = sample.rtt;
            if (sample.outcome != PingOutcome::Late)
                inTime.push_back(static_cast<double>(sample.rtt.count()));
        }
    }
    const auto tellTale = result.answered + result.slow + result.late + result.timedOut;
    result.loss = tellTale == 0 ? 0 : static_cast<double>(result.timedOut) / static_cast<double>(tellTale);
    const auto time = [](double ns) { return nanoseconds(std::llround(ns)); };
    if (!all.empty()) {
        const auto count = static_cast<double>(all.size());
        double sum = 0;
        for (const double value : all)
            sum += value;
        double squares = 0;
        for (const double value : all)
            squares += (value - sum / count) * (value - sum / count);
        result.mean = time(sum / count);
        result.stddev = time(std::sqrt(squares / count));
        std::sort(all.begin(), all.end());
        const auto rank = [&all, count, time](double q) {
            return time(all[static_cast<size_t>(std::max(std::ceil(q * count), 1.0)) - 1]);
        };
        result.min = rank(0);
        result.p50 = rank(0.5);
        result.p95 = rank(0.95);
        result.p99 = rank(0.99);
        result.max = rank(1);
    }
    if (inTime.size() > 1) {
        double sum = 0;
        double smoothed = 0;
        for (size_t i = 1; i < inTime.size(); ++i) {
            const double difference = std::abs(inTime[i] - inTime[i - 1]);
            sum += difference;
            smoothed += (difference - smoothed) / 16;
        }
        result.jitter = time(sum / static_cast<double>(inTime.size() - 1));
        result.smoothedJitter = time(smoothed);
    }
    return result;
}

bool isNear(std::optional<nanoseconds> found, std::optional<nanoseconds> right, double relative)
{
    if (!found || !right)
        return found.has_value() == right.has_value();
    const auto error = std::abs(static_cast<double>((*found - *right).count()));
    return error <= 2 + relative * static_cast<double>(right->count());
}

#define COMPARE_FIGURES(found, right)                                                                        \
    do {                                                                                                     \
        QCOMPARE(found.pings, right.pings);                                                                  \
        QCOMPARE(found.answered, right.answered);                                                            \
        QCOMPARE(found.slow, right.slow);                                                                    \
        QCOMPARE(found.late, right.late);                                                                    \
        QCOMPARE(found.superseded, right.superseded);                                                        \
        QCOMPARE(found.timedOut, right.timedOut);                                                            \
        QCOMPARE(found.lost, right.lost);                                                                    \
        QCOMPARE(found.lagged, right.lagged);                                                                \
        QCOMPARE(found.loss, right.loss);                                                                    \
        QVERIFY(found.last == right.last);                                                                   \
        QVERIFY(found.min == right.min);                                                                     \
        QVERIFY(found.max == right.max);                                                                     \
        QVERIFY(isNear(found.mean, right.mean, 1e-9));                                                       \
        QVERIFY(isNear(found.stddev, right.stddev, 1e-6));                                                   \
        QVERIFY(isNear(found.jitter, right.jitter, 1e-9));                                                   \
        QVERIFY(isNear(found.smoothedJitter, right.smoothedJitter, 1e-6));                                   \
        QVERIFY(isNear(found.p50, right.p50, 0.01));                                                         \
        QVERIFY(isNear(found.p95, right.p95, 0.01));                                                         \
        QVERIFY(isNear(found.p99, right.p99, 0.01));                                                         \
    } while (false)

std::vector<PingSample> equalSeries(int count, nanoseconds rtt)
{
    std::vector<PingSample> samples;
    for (int i = 0; i < count; ++i)
        samples.push_back(ping(static_cast<quint32>(i + 1), epoch + seconds(i), rtt));
    return samples;
}

/// Round trips that jump between nanoseconds and hours: the worst case for sums of squares.
std::vector<PingSample> extremeSeries(int count)
{
    std::vector<PingSample> samples;
    for (int i = 0; i < count; ++i) {
        const nanoseconds rtt = i % 2 == 0 ? nanoseconds(1) : std::chrono::hours(1) + nanoseconds(i);
        samples.push_back(ping(static_cast<quint32>(i + 1), epoch + seconds(7 * i), rtt));
    }
    return samples;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<Pongwatch::PingSample>)

class TestPeerStatistics : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void nothingMeasuredIsNotZero()
    {
        const PeerStatistics statistics;
        const StatisticsSummary summary = statistics.summary(Window::Minute, epoch);
        QCOMPARE(summary.pings, quint64(0));
        QCOMPARE(summary.loss, 0.0);
        QVERIFY(!summary.mean && !summary.p50 && !summary.jitter && !summary.timeToRecover);
    }

    void agreesWithTheBook_data()
    {
        QTest::addColumn<std::vector<PingSample>>("arrived");
        QTest::newRow("one a second for 40 minutes") << mixedSeries(1, 2400, seconds(1));
        QTest::newRow("one in 20 s for 30 hours") << mixedSeries(2, 5400, seconds(20));
        QTest::newRow("fifty a second") << mixedSeries(3, 4000, milliseconds(20));
        QTest::newRow("one in 7 minutes") << mixedSeries(4, 300, std::chrono::minutes(7));
        QTest::newRow("all equal") << equalSeries(300, milliseconds(3));
        QTest::newRow("nanoseconds and hours by turns") << extremeSeries(900);
        QTest::newRow("a single ping") << mixedSeries(5, 1, seconds(1));
    }
    void agreesWithTheBook()
    {
        QFETCH(std::vector<PingSample>, arrived);
        PeerStatistics statistics;
        std::vector<PingSample> sofar;
        const size_t checks = std::max<size_t>(arrived.size() / 25, 1);
        for (size_t i = 0; i < arrived.size(); ++i) {
            statistics.add(arrived[i]);
            sofar.push_back(arrived[i]);
            if (i % checks != 0 && i + 1 != arrived.size())
                continue;
            const WallTime now = arrived[i].sentAt + milliseconds(300);
            for (const Window window : {Window::Minute, Window::Hour, Window::Day, Window::SinceStart}) {
                const StatisticsSummary found = statistics.summary(window, now);
                const StatisticsSummary right =
                    byTheBook(sofar, PeerStatistics::windowStart(window, now), now);
                COMPARE_FIGURES(found, right);
            }
        }
    }

    void windowsForgetExactly_data()
    {
        QTest::addColumn<Window>("window");
        QTest::newRow("minute") << Window::Minute;
        QTest::newRow("hour") << Window::Hour;
        QTest::newRow("day") << Window::Day;
    }
    void windowsForgetExactly()
    {
        QFETCH(Window, window);
        PeerStatistics statistics;
        statistics.add(ping(1, epoch, milliseconds(900)));
        statistics.add(ping(2, epoch + seconds(50), milliseconds(1)));
        // The last moment at which the first ping is inside, derived from the window's own definition.
        WallTime last = epoch;
        for (microseconds step = std::chrono::hours(30); step >= microseconds(1); step /= 2)
            while (PeerStatistics::windowStart(window, last + step) < epoch)
                last += step;
        // Within one step after the span in the name, and never earlier.
        QVERIFY(PeerStatistics::windowStart(window, last + microseconds(1)) >= epoch);
        QCOMPARE(statistics.summary(window, last).pings, quint64(2));
        QCOMPARE(*statistics.summary(window, last).max, nanoseconds(milliseconds(900)));
        const StatisticsSummary after = statistics.summary(window, last + microseconds(1));
        QVERIFY(after.pings <= 1);
        if (after.pings == 1)
            QCOMPARE(*after.max, nanoseconds(milliseconds(1)));
        QVERIFY(!after.jitter);
    }

    void windowsReachAtMostOneStepFurtherThanTheirName()
    {
        for (int i = 0; i < 5000; ++i) {
            const WallTime now = epoch + seconds(37 * i) + microseconds(i);
            QCOMPARE(now - PeerStatistics::windowStart(Window::Minute, now), microseconds(seconds(60)));
            const auto hour = now - PeerStatistics::windowStart(Window::Hour, now);
            QVERIFY(hour > std::chrono::hours(1) && hour <= std::chrono::minutes(61));
            const auto day = now - PeerStatistics::windowStart(Window::Day, now);
            QVERIFY(day > std::chrono::hours(24) && day <= std::chrono::hours(24) + std::chrono::minutes(30));
        }
    }

    void aLatePongMovesTheCounts()
    {
        PeerStatistics statistics;
        statistics.add(ping(1, epoch, milliseconds(10)));
        statistics.add(ping(2, epoch + seconds(1), seconds(2), PingOutcome::TimedOut));
        QCOMPARE(statistics.summary(Window::Minute, epoch + seconds(4)).loss, 0.5);
        statistics.add(ping(2, epoch + seconds(1), seconds(3), PingOutcome::Late));
        for (const Window window : {Window::Minute, Window::Hour, Window::Day, Window::SinceStart}) {
            const StatisticsSummary summary = statistics.summary(window, epoch + seconds(4));
            QCOMPARE(summary.pings, quint64(2));
            QCOMPARE(summary.timedOut, quint64(0));
            QCOMPARE(summary.late, quint64(1));
            QCOMPARE(summary.loss, 0.0);
            QCOMPARE(*summary.max, nanoseconds(seconds(3)));
        }
    }

    void aLatePongWithoutATimeoutBeforeItIsAPing()
    {
        PeerStatistics statistics;
        statistics.add(ping(1, epoch, seconds(3), PingOutcome::Late));
        const StatisticsSummary summary = statistics.summary(Window::Minute, epoch + seconds(4));
        QCOMPARE(summary.pings, quint64(1));
        QCOMPARE(summary.late, quint64(1));
    }

    void clockSetBackAnHour()
    {
        PeerStatistics statistics;
        std::vector<PingSample> arrived;
        quint32 seq = 0;
        const auto run = [&](WallTime from, int count) {
            for (int i = 0; i < count; ++i) {
                const PingSample sample = ping(++seq, from + seconds(i), milliseconds(1 + i % 7));
                statistics.add(sample);
                arrived.push_back(sample);
            }
        };
        run(epoch, 5400);
        const WallTime back = epoch + seconds(5400) - std::chrono::hours(1);
        run(back, 600);
        const WallTime now = back + seconds(600);
        for (const Window window : {Window::Hour, Window::Day, Window::SinceStart}) {
            const StatisticsSummary found = statistics.summary(window, now);
            // Both runs through that time are in the window, and count, except for what had been forgotten
            // when the clock was set.
            if (window == Window::SinceStart) {
                QCOMPARE(found.pings, quint64(6000));
            } else {
                const WallTime endOfStep = now + std::chrono::minutes(30);
                const auto most =
                    byTheBook(arrived, PeerStatistics::windowStart(window, now), endOfStep).pings;
                QVERIFY(found.pings >= 600 && found.pings <= most);
            }
            QCOMPARE(*found.min, nanoseconds(milliseconds(1)));
            QCOMPARE(*found.max, nanoseconds(milliseconds(7)));
        }
        QCOMPARE(*statistics.summary(Window::Minute, now).last, nanoseconds(milliseconds(1 + 599 % 7)));
        // And two hours later, there is no trace of it.
        run(now + std::chrono::hours(2), 100);
        QCOMPARE(statistics.summary(Window::Minute, now + std::chrono::hours(2) + seconds(100)).pings,
                 quint64(59));
        QCOMPARE(statistics.summary(Window::Hour, now + std::chrono::hours(2) + seconds(100)).pings,
                 quint64(100));
    }

    void openTimeAndConnects()
    {
        PeerStatistics statistics;
        statistics.add(happened(epoch, Opened{}));
        statistics.add(closedBy(epoch + seconds(100), Cause::Eof, seconds(100)));
        statistics.add(closedBy(epoch + seconds(105), Cause::Refused, seconds(0)));
        statistics.add(happened(epoch + seconds(130), Opened{}));
        const WallTime now = epoch + seconds(150);
        const StatisticsSummary minute = statistics.summary(Window::Minute, now);
        QCOMPARE(minute.openTime, nanoseconds(seconds(10 + 20)));
        QCOMPARE(minute.connects, 1U);
        QCOMPARE(*minute.timeToRecover, nanoseconds(seconds(30)));
        const StatisticsSummary all = statistics.summary(Window::SinceStart, now);
        QCOMPARE(all.openTime, nanoseconds(seconds(120)));
        QCOMPARE(all.connects, 2U);
        QCOMPARE(statistics.summary(Window::Hour, now).openTime, nanoseconds(seconds(120)));
        QVERIFY(!statistics.summary(Window::Minute, now + seconds(90)).timeToRecover);
    }

    void recoveryCountsFromTheFirstSign()
    {
        PeerStatistics statistics;
        statistics.add(happened(epoch, Opened{}));
        statistics.add(happened(epoch + seconds(40), PingTimedOut{1, seconds(20), Evidence::Unknown, {}}));
        statistics.add(ping(1, epoch + seconds(20), seconds(20), PingOutcome::TimedOut));
        statistics.add(closedBy(epoch + seconds(50), Cause::KeepaliveTimeout, seconds(50)));
        statistics.add(happened(epoch + seconds(57), Opened{}));
        QCOMPARE(*statistics.summary(Window::Hour, epoch + seconds(60)).timeToRecover,
                 nanoseconds(seconds(17)));
    }

    void whatTheUserEndsIsNoTrouble()
    {
        PeerStatistics statistics;
        statistics.add(happened(epoch, Opened{}));
        statistics.add(closedBy(epoch + seconds(50), Cause::LocalClose, seconds(50)));
        statistics.add(happened(epoch + seconds(80), Opened{}));
        QVERIFY(!statistics.summary(Window::SinceStart, epoch + seconds(90)).timeToRecover);
    }

    void memoryIsBounded()
    {
        PeerStatistics statistics;
        QVERIFY(statistics.memoryBytes() < 1024);
        for (const PingSample &sample : mixedSeries(9, 3 * 86400, seconds(1)))
            statistics.add(sample);
        QVERIFY2(statistics.memoryBytes() < 256U * 1024,
                 qPrintable(QString::number(statistics.memoryBytes())));
    }

    void aBusyMinuteIsBounded()
    {
        PeerStatistics statistics;
        for (int i = 0; i < 60000; ++i)
            statistics.add(ping(static_cast<quint32>(i + 1), epoch + milliseconds(i), milliseconds(1)));
        QVERIFY(statistics.summary(Window::Minute, epoch + seconds(60)).pings <= 12001);
        QCOMPARE(statistics.summary(Window::Hour, epoch + seconds(60)).pings, quint64(60000));
    }
};

QTEST_APPLESS_MAIN(TestPeerStatistics)
#include "tst_peerstatistics.moc"
