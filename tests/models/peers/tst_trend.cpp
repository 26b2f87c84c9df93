// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/seriespyramid.h"
#include "peers/trend.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class TrendTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheLastMinuteIsThere()
    {
        SyntheticMonitor monitor;
        SeriesPyramid series;
        series.add(monitor.sample(peer, milliseconds(9)));
        monitor.advance(seconds(90));
        series.add(monitor.sample(peer, milliseconds(3)));

        const Trend trend = makeTrend(series, monitor.now());

        QCOMPARE(trend.points.size(), 1);
        QCOMPARE(trend.points.first().ms, 3.0);
        QVERIFY(trend.points.first().at > 0.99);
    }

    void timeoutsSurviveThinningOut()
    {
        SyntheticMonitor monitor;
        SeriesPyramid series;
        for (int i = 0; i < 500; ++i) {
            const bool missed = i % 100 == 50;
            series.add(monitor.sample(peer, milliseconds(1),
                                      missed ? PingOutcome::TimedOut : PingOutcome::Answered));
            monitor.advance(milliseconds(100));
        }

        const Trend trend = makeTrend(series, monitor.now());

        QVERIFY(trend.points.size() <= 120);
        QCOMPARE(trend.timeouts(), 5);
    }

    void aStretchWithoutAConnectionIsAGap()
    {
        SyntheticMonitor monitor;
        SeriesPyramid series;
        series.add(monitor.state(peer, ConnectionState::Open));
        monitor.advance(seconds(60));
        series.add(monitor.state(peer, ConnectionState::Waiting));
        monitor.advance(seconds(30));
        series.add(monitor.state(peer, ConnectionState::Open));
        monitor.advance(seconds(15));

        const Trend trend = makeTrend(series, monitor.now());

        QCOMPARE(trend.gaps.size(), 1);
        QCOMPARE(trend.gaps.first().from, 0.25);
        QCOMPARE(trend.gaps.first().to, 0.75);
    }

private:
    const PeerId peer = SyntheticMonitor::id(1);
};

QTEST_GUILESS_MAIN(TrendTest)
#include "tst_trend.moc"
