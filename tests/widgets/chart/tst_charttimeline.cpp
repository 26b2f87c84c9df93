// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "widgets/chart/charttimeline.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

class ChartTimelineTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void aLiveTimelineFollowsThePresent()
    {
        ChartTimeline timeline(start, 1min);
        timeline.advance(start + 10s);
        QVERIFY(timeline.to() == start + 10s);
        QVERIFY(timeline.from() == start - 50s);
    }

    void aYoungOneShowsWhatThereIs()
    {
        ChartTimeline timeline(start, 5min);
        timeline.setBegin(start);
        const auto lengthAfter = [&](microseconds time) {
            timeline.advance(start + time);
            return timeline.range().length();
        };
        QCOMPARE(lengthAfter(2s), microseconds(1min));
        QCOMPARE(lengthAfter(60s), microseconds(1min));
        QCOMPARE(lengthAfter(61s), microseconds(2min));
        QCOMPARE(lengthAfter(150s), microseconds(4min));
        QCOMPARE(lengthAfter(250s), microseconds(5min));
        QVERIFY(!timeline.isGrowing());
        QCOMPARE(timeline.span(), microseconds(5min));
        QCOMPARE(timeline.to(), start + 250s);
    }

    void whatTheUserDoesWithAYoungOneHolds()
    {
        ChartTimeline frozen(start, 5min);
        frozen.setBegin(start);
        frozen.advance(start + 10s);
        frozen.freeze();
        QCOMPARE(frozen.range().length(), microseconds(1min)); // nothing jumps
        ChartTimeline zoomed(start, 5min);
        zoomed.setBegin(start);
        zoomed.zoom(0.5, start);
        QCOMPARE(zoomed.range().length(), microseconds(2min));
        ChartTimeline chosen(start, 5min);
        chosen.setBegin(start);
        chosen.setSpan(10min);
        QCOMPARE(chosen.range().length(), microseconds(10min));
    }

    void aFrozenOneStandsStill()
    {
        ChartTimeline timeline(start, 1min);
        timeline.freeze();
        timeline.advance(start + 10s);
        QVERIFY(timeline.to() == start);
    }

    void movingToThePastFreezes()
    {
        ChartTimeline timeline(start, 1min);
        timeline.pan(-0.5, start);
        QVERIFY(!timeline.isLive());
        QVERIFY(timeline.to() == start - 30s);
    }

    void movingBeyondThePresentGoesLive()
    {
        ChartTimeline timeline(start, 1min);
        timeline.pan(-0.5, start);
        timeline.pan(2, start);
        QVERIFY(timeline.isLive());
        QVERIFY(timeline.to() == start);
    }

    void zoomingKeepsTheMomentUnderThePointerInItsPlace()
    {
        ChartTimeline timeline(start, 100s);
        timeline.freeze();
        const WallTime anchor = start - 25s; // at three quarters
        timeline.zoom(2, anchor);
        QVERIFY(timeline.span() == 50s);
        QVERIFY(timeline.from() + timeline.span() * 3 / 4 == anchor);
    }

    void zoomingWhileLiveKeepsThePresentInSight()
    {
        ChartTimeline timeline(start, 100s);
        timeline.zoom(2, start - 10s);
        QVERIFY(timeline.isLive());
        QVERIFY(timeline.to() == start);
        timeline.zoom(0.5, start - 40s);
        QVERIFY(timeline.isLive());
    }

    void zoomingInOnThePastLeavesThePresent()
    {
        ChartTimeline timeline(start, 100s);
        timeline.zoom(2, start - 90s);
        QVERIFY(!timeline.isLive());
        QVERIFY(timeline.range().contains(start - 90s));
    }

    void aRangeIsShownInTheMiddle()
    {
        ChartTimeline timeline(start, 100s);
        timeline.show({start - 60s, start - 40s}, start);
        QVERIFY(timeline.from() == start - 60s);
        QVERIFY(timeline.span() == 20s);
        QVERIFY(!timeline.isLive());
        timeline.show({start - 20s, start + 20s}, start);
        QVERIFY(timeline.isLive());
    }

    void theSpanHasLimits_data()
    {
        QTest::addColumn<double>("factor");
        QTest::addColumn<qint64>("span");
        QTest::newRow("in") << 1e9 << qint64(ChartTimeline::shortestSpan.count());
        QTest::newRow("out") << 1e-9 << qint64(ChartTimeline::longestSpan.count());
    }
    void theSpanHasLimits()
    {
        QFETCH(double, factor);
        QFETCH(qint64, span);
        ChartTimeline timeline(start, 1min);
        timeline.zoom(factor, start);
        QCOMPARE(qint64(timeline.span().count()), span);
    }

private:
    const WallTime start = WallTime(1'700'000'000s);
};

QTEST_GUILESS_MAIN(ChartTimelineTest)
#include "tst_charttimeline.moc"
