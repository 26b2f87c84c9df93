// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/watch/fleetpictures.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const WallTime begin{seconds(1'700'000'000 / 60 * 60)};

QueriedSeries partOf(const char *part, const std::vector<double> &values, const char *le = nullptr)
{
    QueriedSeries series;
    series.labels = {{s("peer"), s("p")}, {s("group"), s("g")}, {s("part"), s(part)}};
    if (le)
        series.labels.insert(s("le"), s(le));
    for (size_t i = 0; i < values.size(); ++i)
        if (values[i] >= 0)
            series.points.append({begin + seconds(60) * (i + 1), values[i]});
    return series;
}

PictureWish wishOf(int steps)
{
    PictureWish wish;
    wish.peers = {{s("g"), s("p")}};
    wish.span = {begin, begin + seconds(60) * steps};
    wish.step = seconds(60);
    wish.window = seconds(60);
    return wish;
}

} // namespace

/// What a Prometheus answers about a stretch of time, as a picture for the chart.
class FleetPicturesTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void theStepFitsThePixels_data();
    void theStepFitsThePixels();
    void theQuestionQuotesNames();
    void valuesBecomeBuckets();
    void silenceIsAGap();
    void aWindowLongerThanTheStepCountsInPart();
    void theDistributionGivesQuantiles();
    void eachVantageHasAPictureOfItsOwn();
    void theDistributionFillsTheColumnsOfAHeatMap();
};

void FleetPicturesTest::theStepFitsThePixels_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("buckets");
    QTest::addColumn<int>("step");
    QTest::newRow("five minutes") << 5 << 500 << 15;
    QTest::newRow("an hour") << 60 << 500 << 15;
    QTest::newRow("three hours") << 180 << 500 << 30;
    QTest::newRow("a day") << 1440 << 500 << 300;
    QTest::newRow("a week") << 10'080 << 500 << 1800;
    QTest::newRow("a year in few") << 525'600 << 10 << 86'400 * 37;
}

void FleetPicturesTest::theStepFitsThePixels()
{
    QFETCH(int, minutes);
    QFETCH(int, buckets);
    const auto length = std::chrono::minutes(minutes);
    const seconds step = stepFor(length, buckets);
    QTEST(static_cast<int>(step.count()), "step");
    QVERIFY(length / step <= buckets);
}

void FleetPicturesTest::theQuestionQuotesNames()
{
    PictureWish wish = wishOf(1);
    wish.peers = {{s("g"), s("edge-1")}, {{}, s("a.b|c")}, {{}, s("say \"hi\"\\")}};
    const QString expression = wish.expression();
    // What is special in an expression is escaped there, and that in the string.
    const QString dot = s("a\\\\.b\\\\|c");
    const QString quote = s("say \\\\\\\"hi\\\\\\\"\\\\\\\\");
    QVERIFY2(expression.contains(QString(s("peer=~\"edge-1|") + dot + u'|' + quote + u'"')),
             qPrintable(expression));
    QVERIFY(expression.contains(s("[60s]")));
    QVERIFY(!expression.contains(s("_bucket")));
    wish.wantsDistribution = true;
    QVERIFY(wish.expression().contains(s("pongwatch_ping_rtt_seconds_bucket")));
}

void FleetPicturesTest::valuesBecomeBuckets()
{
    const FleetPictures pictures =
        picturesOf({partOf("sum", {0.5, 1, 0}), partOf("count", {10, 5, 0}), partOf("lost", {0, 2, 0.2}),
                    partOf("least", {1, 0, 0}), partOf("best", {1, 1, 0}), partOf("share", {1, 0.5, 0})},
                   wishOf(3));
    const OutsidePicture &picture = pictures.value({s("g"), s("p")});
    QCOMPARE(picture.steps.size(), size_t(3));
    QCOMPARE(picture.steps[0].bucket.from, begin);
    QCOMPARE(picture.steps[0].bucket.width, nanoseconds(seconds(60)));
    QCOMPARE(picture.steps[0].bucket.mean, std::optional<nanoseconds>(milliseconds(50)));
    QCOMPARE(picture.steps[0].bucket.count, 10U);
    QCOMPARE(picture.steps[1].bucket.mean, std::optional<nanoseconds>(milliseconds(200)));
    QCOMPARE(picture.steps[1].bucket.timeouts, 2U);
    QVERIFY(!picture.steps[2].bucket.mean);
    QCOMPARE(picture.steps[2].bucket.timeouts, 0U); // a fifth of a timeout is extrapolation
    QCOMPARE(picture.states.size(), size_t(3));
    QCOMPARE(picture.states[0], (StateSpan{begin, begin + seconds(60), Health::Ok, ConnectionState::Open}));
    QCOMPARE(picture.states[1].health, Health::Partly);
    QCOMPARE(picture.states[2].state, ConnectionState::Waiting);
    QVERIFY(picture.gaps.empty());
    const StatisticsSummary sum = picture.summary(begin, begin + seconds(180));
    QCOMPARE(sum.answered, 15ULL);
    QCOMPARE(sum.timedOut, 2ULL);
    QCOMPARE(sum.mean, std::optional<nanoseconds>(milliseconds(100)));
    QCOMPARE(sum.watched, nanoseconds(seconds(180)));
    QCOMPARE(sum.openTime, nanoseconds(seconds(90)));
}

void FleetPicturesTest::silenceIsAGap()
{
    const FleetPictures pictures =
        picturesOf({partOf("best", {1, -1, -1, 1}), partOf("least", {1, -1, -1, 1}),
                    partOf("sum", {1, -1, -1, 1}), partOf("count", {1, -1, -1, 1})},
                   wishOf(5));
    const OutsidePicture &picture = pictures.value({s("g"), s("p")});
    QCOMPARE(picture.steps.size(), size_t(2));
    QVERIFY(picture.steps[1].bucket.gap);
    QCOMPARE(picture.states.size(), size_t(2));
    QCOMPARE(picture.gaps.size(), size_t(2));
    QCOMPARE(picture.gaps[0], (TimeSpan{begin + seconds(60), begin + seconds(180)}));
    QCOMPARE(picture.gaps[1], (TimeSpan{begin + seconds(240), begin + seconds(300)}));
    // A peer of which nothing is told has nothing but a gap.
    const FleetPictures nothing = picturesOf({}, wishOf(2));
    QVERIFY(nothing.value({s("g"), s("p")}).steps.empty());
    QCOMPARE(nothing.value({s("g"), s("p")}).gaps.size(), size_t(1));
}

void FleetPicturesTest::aWindowLongerThanTheStepCountsInPart()
{
    PictureWish wish = wishOf(1);
    wish.window = seconds(240);
    const FleetPictures pictures = picturesOf(
        {partOf("sum", {4}), partOf("count", {40}), partOf("lost", {8}), partOf("best", {1})}, wish);
    const SeriesBucket bucket = pictures.value({s("g"), s("p")}).steps.front().bucket;
    QCOMPARE(bucket.count, 10U);
    QCOMPARE(bucket.timeouts, 2U);
    QCOMPARE(bucket.mean, std::optional<nanoseconds>(milliseconds(100)));
}

void FleetPicturesTest::theDistributionGivesQuantiles()
{
    PictureWish wish = wishOf(2);
    OutsidePicture picture =
        picturesOf({partOf("sum", {1, 1}), partOf("count", {100, 100}), partOf("best", {1, 1})}, wish)
            .value({s("g"), s("p")});
    wish.wantsDistribution = true;
    const OutsidePicture distribution =
        picturesOf(
            {partOf("le", {50, 0}, "0.1"), partOf("le", {100, 100}, "0.2"), partOf("le", {100, 100}, "+Inf")},
            wish)
            .value({s("g"), s("p")});
    addDistribution(picture, distribution);
    QCOMPARE(picture.bounds, (std::vector<double>{0.1, 0.2}));
    QCOMPARE(picture.steps[0].counts, (std::vector<float>{50, 50, 0}));
    QCOMPARE(picture.steps[0].bucket.p95, std::optional<nanoseconds>(milliseconds(190)));
    QCOMPARE(picture.steps[1].bucket.p5, std::optional<nanoseconds>(milliseconds(105)));
    const StatisticsSummary sum = picture.summary(begin, begin + seconds(120));
    // 50 below 0.1 s and 150 below 0.2 s: the middle of 200 is a third of the way between.
    QVERIFY(std::chrono::abs(*sum.estimatedP50 - milliseconds(133)) < milliseconds(1));
    QVERIFY(!sum.p50);
}

void FleetPicturesTest::eachVantageHasAPictureOfItsOwn()
{
    PictureWish wish = wishOf(2);
    wish.vantages = {s("london"), s("new.york")};
    QVERIFY2(wish.expression().contains(s("vantage=~\"london|new\\\\.york\"")),
             qPrintable(wish.expression()));
    QVERIFY(wish.expression().contains(s("by (group, peer, vantage)")));
    wish.wantsDistribution = true;
    QVERIFY(wish.expression().contains(s("by (group, peer, vantage, le)")));
    wish.wantsDistribution = false;

    QList<QueriedSeries> answer;
    const auto add = [&answer](const char *vantage, const char *part, const std::vector<double> &values) {
        QueriedSeries series = partOf(part, values);
        series.labels.insert(s("vantage"), s(vantage));
        answer.append(series);
    };
    add("london", "sum", {4, 4});
    add("london", "count", {10, 10});
    add("london", "best", {1, 0});
    add("new.york", "best", {1, -1});
    add("elsewhere", "best", {1, 1}); // nobody asked for it
    const FleetPictures pictures = picturesOf(answer, wish);
    QCOMPARE(pictures.size(), 2);
    const OutsidePicture london = pictures.value({s("g"), s("p"), s("london")});
    QCOMPARE(london.steps[0].bucket.mean, std::optional<nanoseconds>(milliseconds(400)));
    QCOMPARE(london.states.back().state, ConnectionState::Waiting);
    QVERIFY(london.gaps.empty());
    const OutsidePicture other = pictures.value({s("g"), s("p"), s("new.york")});
    QVERIFY(!other.steps[0].bucket.mean);
    QCOMPARE(other.gaps.size(), size_t(1)); // it fell silent
}

void FleetPicturesTest::theDistributionFillsTheColumnsOfAHeatMap()
{
    OutsidePicture picture;
    picture.bounds = {0.1, 0.2};
    for (int i = 0; i < 4; ++i) {
        OutsideStep step;
        step.bucket.from = begin + seconds(60) * i;
        step.bucket.width = seconds(60);
        step.bucket.timeouts = i == 3 ? 2 : 0;
        step.counts = {1.5F, 0.5F, i == 0 ? 1.0F : 0.0F};
        picture.steps.push_back(step);
    }
    const auto heat = picture.heat({begin, begin + seconds(240), 2});
    QCOMPARE(heat.size(), size_t(2));
    QCOMPARE(heat[0].from, begin);
    QCOMPARE(heat[1].from, begin + seconds(120));
    QCOMPARE(heat[0].roundTrips(), 5ULL); // 3 + 1 + 1
    QCOMPARE(heat[1].roundTrips(), 4ULL);
    QCOMPARE(heat[1].timeouts, 2U);
    QVERIFY(heat[0].thinned);
    // Three quarters below 0.1 s, evenly: the middle is at two thirds of it.
    QVERIFY(std::chrono::abs(*heat[1].latencies.quantile(0.5) - microseconds(66'667)) < milliseconds(2));
    QVERIFY(picture.heat({begin - seconds(600), begin, 1}).empty());
}

QTEST_GUILESS_MAIN(FleetPicturesTest)
#include "tst_fleetpictures.moc"
