// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/seriespyramid.h"
#include "tests/models/history/seriesmaker.h"
#include "tests/support/honesttest.h"

#include <QTest>

#include <numeric>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

SeriesPyramid filled(const std::vector<PingSample> &samples)
{
    SeriesPyramid pyramid;
    for (const PingSample &sample : samples)
        pyramid.add(sample);
    return pyramid;
}

quint32 roundTrips(const std::vector<SeriesBucket> &buckets)
{
    return std::accumulate(buckets.begin(), buckets.end(), 0U,
                           [](quint32 sum, const SeriesBucket &bucket) { return sum + bucket.count; });
}

quint32 timeouts(const std::vector<SeriesBucket> &buckets)
{
    return std::accumulate(buckets.begin(), buckets.end(), 0U,
                           [](quint32 sum, const SeriesBucket &bucket) { return sum + bucket.timeouts; });
}

} // namespace

class TestSeriesPyramid : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyOneAnswersNothing()
    {
        const SeriesPyramid pyramid;
        QVERIFY(pyramid.buckets(epoch, epoch + seconds(60), 100).empty());
        QVERIFY(pyramid.samples(epoch, epoch + seconds(60)).empty());
        QVERIFY(pyramid.states(epoch, epoch + seconds(60)).empty());
        QVERIFY(pyramid.memoryBytes() < 2048);
    }

    void everyRangeAtEveryZoomIsWholeAndSmall_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("stepInMs");
        QTest::newRow("ten minutes, one a second") << 600 << 1000;
        QTest::newRow("one hour, one a second") << 3600 << 1000;
        QTest::newRow("a day, one in two seconds") << 43200 << 2000;
        QTest::newRow("three weeks, one in 20 s") << 90720 << 20000;
        QTest::newRow("ten seconds, a hundred a second") << 1000 << 10;
    }
    void everyRangeAtEveryZoomIsWholeAndSmall()
    {
        QFETCH(int, count);
        QFETCH(int, stepInMs);
        const auto step = milliseconds(stepInMs);
        std::vector<PingSample> samples;
        for (int i = 0; i < count; ++i)
            samples.push_back(ping(static_cast<quint32>(i + 1), epoch + step * i, milliseconds(1 + i % 100),
                                   i % 10 == 9 ? PingOutcome::TimedOut : PingOutcome::Answered));
        const SeriesPyramid pyramid = filled(samples);
        const WallTime end = epoch + step * count;
        for (const int most : {1, 2, 7, 100, 1000, 4000}) {
            const auto buckets = pyramid.buckets(epoch, end, most);
            QVERIFY(buckets.size() <= static_cast<size_t>(most));
            QCOMPARE(roundTrips(buckets) + timeouts(buckets), static_cast<quint32>(count));
            for (size_t i = 1; i < buckets.size(); ++i)
                QVERIFY(buckets[i - 1].from + std::chrono::floor<microseconds>(buckets[i - 1].width) <=
                        buckets[i].from);
            for (const SeriesBucket &bucket : buckets) {
                if (bucket.count > 0) {
                    QVERIFY(*bucket.min <= *bucket.p5 && *bucket.p5 <= *bucket.p95 &&
                            *bucket.p95 <= *bucket.max);
                    QVERIFY(*bucket.min <= *bucket.mean && *bucket.mean <= *bucket.max);
                }
            }
        }
        // And half of it, wherever it is, has no more than requested.
        for (int i = 0; i < 20; ++i) {
            const WallTime from = epoch + step * (count * i / 40);
            QVERIFY(pyramid.buckets(from, from + step * (count / 2), 500).size() <= 500U);
        }
    }

    void bucketsAgreeWithTheSamplesInThem()
    {
        const auto samples = mixedSeries(11, 1500, seconds(1));
        const SeriesPyramid pyramid = filled(samples);
        const auto buckets = pyramid.buckets(epoch, epoch + seconds(1500), 60);
        QVERIFY(buckets.size() > 20);
        for (const SeriesBucket &bucket : buckets) {
            std::vector<nanoseconds> inside;
            quint32 late = 0;
            for (const PingSample &sample : samples) {
                const bool isIn = sample.sentAt >= bucket.from && sample.sentAt < bucket.from + bucket.width;
                if (isIn && hasRoundTrip(sample.outcome)) {
                    inside.push_back(sample.rtt);
                    late += sample.outcome == PingOutcome::Late;
                }
            }
            QCOMPARE(bucket.count, static_cast<quint32>(inside.size()));
            QCOMPARE(bucket.late, late);
            if (inside.empty())
                continue;
            QCOMPARE(*bucket.min, *std::min_element(inside.begin(), inside.end()));
            QCOMPARE(*bucket.max, *std::max_element(inside.begin(), inside.end()));
        }
    }

    void edgesHoldStillWhileTheRangeMoves()
    {
        SeriesPyramid pyramid;
        pyramid.add(stateIs(epoch, ConnectionState::Open));
        for (const PingSample &sample : mixedSeries(12, 1500, seconds(1)))
            pyramid.add(sample);
        const auto before = pyramid.buckets(epoch + seconds(100), epoch + seconds(1100), 100);
        const auto after = pyramid.buckets(epoch + seconds(103), epoch + seconds(1103), 100);
        for (const SeriesBucket &bucket : after) {
            const auto same =
                std::find_if(before.begin(), before.end(),
                             [&bucket](const SeriesBucket &other) { return other.from == bucket.from; });
            if (same != before.end())
                QVERIFY(*same == bucket);
        }
    }

    void aLatePongTurnsItsTimeoutEverywhere()
    {
        SeriesPyramid pyramid;
        pyramid.add(ping(1, epoch, seconds(2), PingOutcome::TimedOut));
        QCOMPARE(timeouts(pyramid.buckets(epoch, epoch + seconds(1), 10)), 1U);
        pyramid.add(ping(1, epoch, seconds(3), PingOutcome::Late));
        const auto fine = pyramid.buckets(epoch, epoch + seconds(1), 10);
        QCOMPARE(timeouts(fine), 0U);
        QCOMPARE(fine.front().late, 1U);
        const auto raw = pyramid.samples(epoch, epoch + seconds(1));
        QCOMPARE(raw.size(), size_t(1));
        QCOMPARE(raw.front().outcome, PingOutcome::Late);
    }

    void aLatePongTurnsItsTimeoutInTheCoarseBuckets()
    {
        auto samples = mixedSeries(13, 0, seconds(1));
        samples.push_back(ping(1, epoch, seconds(2), PingOutcome::TimedOut));
        for (quint32 i = 2; i < 2500; ++i)
            samples.push_back(ping(i, epoch + seconds(i), milliseconds(5)));
        samples.push_back(ping(1, epoch, std::chrono::minutes(50), PingOutcome::Late));
        const SeriesPyramid pyramid = filled(samples);
        QVERIFY(pyramid.samplesCompleteFrom() > epoch + seconds(10));
        const auto buckets = pyramid.buckets(epoch, epoch + seconds(10), 10);
        QCOMPARE(timeouts(buckets), 0U);
        QCOMPARE(buckets.front().late, 1U);
    }

    void samplesAreTheNewestOnes()
    {
        const SeriesPyramid pyramid = filled(mixedSeries(14, 5000, seconds(1)));
        const WallTime from = pyramid.samplesCompleteFrom();
        const auto raw = pyramid.samples(from, epoch + seconds(5000));
        QVERIFY(raw.size() >= 1600 && raw.size() <= 1800);
        QCOMPARE(raw.back().seq, 5000U);
        QVERIFY(std::is_sorted(raw.begin(), raw.end(),
                               [](const PingSample &a, const PingSample &b) { return a.sentAt < b.sentAt; }));
    }

    void statesHaveNoHoles()
    {
        SeriesPyramid pyramid;
        pyramid.add(stateIs(epoch, ConnectionState::Connecting));
        pyramid.add(stateIs(epoch + seconds(1), ConnectionState::Open));
        pyramid.add(ping(1, epoch + seconds(5), seconds(2), PingOutcome::TimedOut));
        pyramid.add(stateIs(epoch + seconds(7), ConnectionState::Waiting));
        pyramid.add(stateIs(epoch + seconds(10), ConnectionState::Open));
        const auto spans = pyramid.states(epoch - seconds(5), epoch + seconds(20));
        QCOMPARE(spans.size(), size_t(5 - 1));
        QCOMPARE(spans.front().from, epoch);
        QCOMPARE(spans.back().to, epoch + seconds(20));
        for (size_t i = 1; i < spans.size(); ++i)
            QCOMPARE(spans[i].from, spans[i - 1].to);
        QCOMPARE(spans.at(2).health, Health::TimedOut);
        QCOMPARE(spans.at(2).state, ConnectionState::Waiting);
    }

    void timeWithoutConnectionIsInTheBuckets()
    {
        SeriesPyramid pyramid;
        pyramid.add(stateIs(epoch, ConnectionState::Open));
        pyramid.add(ping(1, epoch + seconds(1), milliseconds(5)));
        pyramid.add(stateIs(epoch + seconds(20), ConnectionState::Waiting));
        pyramid.add(stateIs(epoch + seconds(65), ConnectionState::Open));
        pyramid.add(ping(2, epoch + seconds(66), milliseconds(5)));
        const auto one = pyramid.buckets(epoch, epoch + seconds(90), 1);
        QCOMPARE(one.size(), size_t(1));
        QCOMPARE(one.front().withoutConnection, nanoseconds(seconds(45)));
    }

    void suspendIsAGap()
    {
        SeriesPyramid pyramid;
        pyramid.add(ping(1, epoch, milliseconds(5)));
        pyramid.add(happened(epoch + std::chrono::hours(2), Suspended{std::chrono::hours(1)}));
        pyramid.add(ping(2, epoch + std::chrono::hours(2) + seconds(1), milliseconds(5)));
        const auto buckets = pyramid.buckets(epoch, epoch + std::chrono::hours(3), 1000);
        QCOMPARE(buckets.size(), size_t(2));
        QVERIFY(!buckets.front().gap);
        QVERIFY(buckets.back().gap);
    }

    void clockSetBackAnHour()
    {
        SeriesPyramid pyramid;
        quint32 seq = 0;
        pyramid.add(stateIs(epoch, ConnectionState::Open));
        for (int i = 0; i < 3600; ++i)
            pyramid.add(ping(++seq, epoch + seconds(i), milliseconds(1)));
        const WallTime back = epoch - seconds(10);
        pyramid.add(stateIs(back, ConnectionState::Waiting));
        pyramid.add(stateIs(back + seconds(1), ConnectionState::Open));
        for (int i = 0; i < 600; ++i)
            pyramid.add(ping(++seq, back + seconds(1 + i), milliseconds(2)));
        const auto raw = pyramid.samples(back, back + seconds(700));
        QCOMPARE(raw.size(), size_t(600));
        QCOMPARE(raw.back().seq, seq);
        QVERIFY(roundTrips(pyramid.buckets(back, back + seconds(700), 100)) >= 600);
        const auto spans = pyramid.states(back, back + seconds(700));
        QCOMPARE(spans.back().state, ConnectionState::Open);
        QCOMPARE(spans.back().from, back + seconds(1));
        for (size_t i = 1; i < spans.size(); ++i)
            QCOMPARE(spans[i].from, spans[i - 1].to);
    }

    void memoryIsBounded_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("stepInMs");
        QTest::addColumn<double>("spread");
        QTest::newRow("five days, one a second") << 432'000 << 1000 << 0.5;
        QTest::newRow("two months, one in 20 s") << 259'200 << 20000 << 0.5;
        QTest::newRow("seven hours, ten a second, values all over the place") << 252'000 << 100 << 12.0;
        QTest::newRow("one a minute for half a year") << 262'800 << 60000 << 1.0;
        QTest::newRow("one in half an hour for eight years") << 140'000 << 1'800'000 << 1.0;
    }
    void memoryIsBounded()
    {
        QFETCH(int, count);
        QFETCH(int, stepInMs);
        QFETCH(double, spread);
        std::mt19937 random(1);
        std::lognormal_distribution<double> rtts(17, spread);
        SeriesPyramid pyramid;
        for (int i = 0; i < count; ++i) {
            const WallTime at = epoch + milliseconds(stepInMs) * i;
            const nanoseconds rtt(static_cast<nanoseconds::rep>(std::min(rtts(random), 1e15)));
            pyramid.add(ping(static_cast<quint32>(i + 1), at, rtt,
                             i % 97 == 0 ? PingOutcome::TimedOut : PingOutcome::Answered));
            if (i % 5 == 0) {
                pyramid.add(stateIs(at, ConnectionState::Waiting));
                pyramid.add(stateIs(at + milliseconds(1), ConnectionState::Open));
            }
            if (i % 1000 == 0)
                pyramid.add(happened(at, Suspended{milliseconds(1)}));
        }
        QVERIFY2(pyramid.memoryBytes() <= SeriesPyramid::memoryLimit,
                 qPrintable(QString::number(pyramid.memoryBytes())));
    }
};

QTEST_APPLESS_MAIN(TestSeriesPyramid)
#include "tst_seriespyramid.moc"
