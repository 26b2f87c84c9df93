// SPDX-License-Identifier: GPL-3.0-or-later
#include "past/seriessource.h"
#include "peers/peerbook.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "widgets/chart/chartseries.h"
#include "widgets/chart/latencyfit.h"

#include <QTest>

#include <cmath>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

namespace
{

const PeerId peer = SyntheticMonitor::id(1);

/// One peer with the measurements added here, as seen by a chart.
struct Measured {
    PeerBook book;
    SeriesSource source{&book};

    Measured() { book.add(peer, SyntheticMonitor::settings(QStringLiteral("edge"))); }

    template <typename Item>
    void add(const Item &item)
    {
        book.apply({{item}, {}});
    }
};

} // namespace

class ChartSeriesTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void eachPingIsAPointWhereThereIsRoom()
    {
        SyntheticMonitor monitor;
        Measured series;
        for (int i = 0; i < 10; ++i) {
            monitor.advance(1s);
            series.add(monitor.sample(peer, milliseconds(i + 1)));
        }
        const ChartSeries chart =
            makeChartSeries(series.source, peer, {monitor.now() - 60s, monitor.now()}, monitor.now(), 800);
        QVERIFY(!chart.coarse);
        QCOMPARE(chart.times.size(), 10);
        QCOMPARE(chart.latencies.first(), 1.0);
        QCOMPARE(chart.latencies.last(), 10.0);
    }

    void thereAreAtMostTwoPointsAPixel()
    {
        SyntheticMonitor monitor;
        Measured series;
        for (int i = 0; i < 20'000; ++i) {
            monitor.advance(1s);
            series.add(monitor.sample(peer, milliseconds(i % 7 + 1)));
        }
        const ChartSeries chart =
            makeChartSeries(series.source, peer, {monitor.now() - 5h, monitor.now()}, monitor.now(), 400);
        QVERIFY(chart.coarse);
        QVERIFY2(chart.pointCount() <= 800, qPrintable(QString::number(chart.pointCount())));
        QCOMPARE(*std::max_element(chart.peak.cbegin(), chart.peak.cend()), 7.0);
        QCOMPARE(*std::max_element(chart.low.cbegin(), chart.low.cend()) < 7.0, true);
    }

    void aTimeoutIsMarkedAndBreaksTheLine()
    {
        SyntheticMonitor monitor;
        Measured series;
        series.add(monitor.sample(peer, 1ms));
        monitor.advance(5s);
        series.add(monitor.sample(peer, 3s, PingOutcome::TimedOut));
        monitor.advance(5s);
        series.add(monitor.sample(peer, 1ms));
        const ChartSeries chart = makeChartSeries(
            series.source, peer, {monitor.now() - 60s, monitor.now() + 1s}, monitor.now(), 800);
        QCOMPARE(chart.timeouts.size(), 1);
        QCOMPARE(chart.latencies.size(), 3);
        QVERIFY(std::isnan(chart.latencies.at(1)));
    }

    void aTimeoutThatWasAnsweredAfterAllIsALateMark()
    {
        SyntheticMonitor monitor;
        Measured series;
        PingSample sample = monitor.sample(peer, 3s, PingOutcome::TimedOut);
        series.add(sample);
        sample.outcome = PingOutcome::Late;
        sample.rtt = 4s;
        series.add(sample);
        const ChartSeries chart = makeChartSeries(
            series.source, peer, {monitor.now() - 60s, monitor.now() + 1s}, monitor.now(), 800);
        QVERIFY(chart.timeouts.isEmpty());
        QCOMPARE(chart.late.size(), 1);
        QCOMPARE(chart.late.first().ms, 4000.0);
    }

    void noLineIsDrawnOverASleep()
    {
        SyntheticMonitor monitor;
        Measured series;
        series.add(monitor.sample(peer, 1ms));
        monitor.advance(4s); // shorter than a silence
        series.add(ConnectionEvent{peer, 1, monitor.now() - 1s, Suspended{2s}});
        series.add(monitor.sample(peer, 1ms));
        const ChartSeries chart = makeChartSeries(
            series.source, peer, {monitor.now() - 60s, monitor.now() + 1s}, monitor.now(), 800);
        QCOMPARE(chart.notMeasured.size(), 1);
        QCOMPARE(chart.latencies.size(), 3);
        QVERIFY(std::isnan(chart.latencies.at(1)));
    }

    void aNewConnectionBeginsANewLine()
    {
        SyntheticMonitor monitor;
        Measured series;
        PingSample sample = monitor.sample(peer, 1ms);
        series.add(sample);
        monitor.advance(5s);
        sample = monitor.sample(peer, 1ms);
        sample.connection = 2;
        series.add(sample);
        const ChartSeries chart =
            makeChartSeries(series.source, peer, {monitor.now() - 60s, monitor.now()}, monitor.now(), 800);
        QCOMPARE(chart.latencies.size(), 3);
        QVERIFY(std::isnan(chart.latencies.at(1)));
    }

    void noLineIsDrawnOverAStretchInWhichNothingWasSent()
    {
        SyntheticMonitor monitor;
        Measured series;
        for (int i = 0; i < 10; ++i) {
            monitor.advance(i == 5 ? 60s : 1s);
            series.add(monitor.sample(peer, 1ms));
        }
        const ChartSeries chart =
            makeChartSeries(series.source, peer, {monitor.now() - 90s, monitor.now()}, monitor.now(), 800);
        QCOMPARE(chart.latencies.size(), 11);
        QVERIFY(std::isnan(chart.latencies.at(5)));
    }

    void pingsWithoutAnAnswerOfTheirOwnAreMarkedByKind()
    {
        SyntheticMonitor monitor;
        Measured series;
        series.add(monitor.sample(peer, 1ms, PingOutcome::Superseded));
        monitor.advance(1s);
        series.add(monitor.sample(peer, 1ms, PingOutcome::Lost));
        monitor.advance(1s);
        const ChartSeries chart =
            makeChartSeries(series.source, peer, {monitor.now() - 9s, monitor.now()}, monitor.now(), 800);
        QCOMPARE(chart.superseded.size(), 1);
        QCOMPARE(chart.lost.size(), 1);
        QVERIFY(chart.times.isEmpty());
    }

    void theCrosshairGoesFromPingToPing()
    {
        SyntheticMonitor monitor;
        Measured series;
        const WallTime begin = monitor.now();
        for (int i = 0; i < 3; ++i) {
            monitor.advance(10s);
            series.add(monitor.sample(peer, 0ms));
        }
        const TimeRange range{begin, monitor.now() + 1s};
        QVERIFY(neighbouringPing(series.source, {peer}, range, begin, true) == begin + 10s);
        QVERIFY(neighbouringPing(series.source, {peer}, range, begin + 10s, true) == begin + 20s);
        QVERIFY(neighbouringPing(series.source, {peer}, range, begin + 20s, false) == begin + 10s);
        QVERIFY(!neighbouringPing(series.source, {peer}, range, begin + 30s, true));
    }

    void theShadeWithoutAConnectionEndsNow()
    {
        SyntheticMonitor monitor;
        Measured series;
        series.add(monitor.state(peer, ConnectionState::Open));
        monitor.advance(10s);
        series.add(monitor.state(peer, ConnectionState::Closed));
        series.add(monitor.state(peer, ConnectionState::Waiting));
        monitor.advance(10s);
        const WallTime now = monitor.now();
        const ChartSeries chart = makeChartSeries(series.source, peer, {now - 60s, now + 60s}, now, 800);
        QCOMPARE(chart.withoutConnection.size(), 1);
        QCOMPARE(chart.withoutConnection.first().from, toChartTime(now - 10s));
        QCOMPARE(chart.withoutConnection.first().to, toChartTime(now));
    }

    void theCeilingIsARoundNumberAbove_data()
    {
        QTest::addColumn<double>("largest");
        QTest::addColumn<double>("ceiling");
        QTest::newRow("nothing measured") << 0.0 << 1.0;
        QTest::newRow("round already") << 2.0 << 2.0;
        QTest::newRow("just above") << 2.1 << 3.0;
        QTest::newRow("small") << 0.21 << 0.3;
        QTest::newRow("large") << 905.0 << 1000.0;
    }
    void theCeilingIsARoundNumberAbove()
    {
        QFETCH(double, largest);
        QFETCH(double, ceiling);
        QCOMPARE(axisCeiling(largest), ceiling);
    }
};

QTEST_GUILESS_MAIN(ChartSeriesTest)
#include "tst_chartseries.moc"
