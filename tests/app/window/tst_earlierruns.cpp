// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/application.h"
#include "demo/demofleet.h"
#include "history/store/historyquery.h"
#include "history/watchedstates.h"
#include "past/peerfigures.h"
#include "tests/support/honesttest.h"
#include "widgets/chart/chartseries.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// Two runs of the program with one history file and real pings: what the chart shows over both.
class EarlierRunsTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(demo.start(), QString()); }

    void theChartScrollsBackWithoutASeam()
    {
        const WallTime began = currentWallTime() - seconds(1);
        start();
        QTRY_VERIFY(pings() >= 30);
        quit();
        const WallTime between = currentWallTime();
        start();
        QTRY_VERIFY(pings() >= 30);
        const std::vector<PingSample> mine =
            application->book()->record(peer)->series().samples(between, WallTime::max());
        const WallTime end = mine.back().sentAt + microseconds(1);

        // As many as there are in the file, without duplicates.
        const auto inChart = [&] {
            quint64 sum = 0;
            for (const SeriesBucket &bucket : series()->buckets(peer, began, end, 2000))
                sum += bucket.count + bucket.timeouts;
            return sum;
        };
        QTRY_VERIFY(inFile(began, between).size() >= 30);
        QTRY_COMPARE(inChart(), quint64(inFile(began, end).size()));

        // One by one in both runs, without a line in between.
        const TimeRange range{began, end};
        QTRY_VERIFY(!makeChartSeries(*series(), peer, range, end, 2000).coarse);
        const ChartSeries drawn = makeChartSeries(*series(), peer, range, end, 2000);
        QCOMPARE(drawn.notMeasured.size(), 1);
        const double middle = (drawn.notMeasured.first().from + drawn.notMeasured.first().to) / 2;
        QVERIFY(drawn.times.first() < middle && drawn.times.last() > middle);
        for (qsizetype i = 1; i < drawn.times.size(); ++i)
            if (drawn.times.at(i - 1) < middle && drawn.times.at(i) > middle)
                QVERIFY(std::isnan(drawn.latencies.at(i - 1)) || std::isnan(drawn.latencies.at(i)));

        // The end of the first run is a flag with its verdict in the second one.
        const auto ends = series()->ends(peer, began, between);
        QCOMPARE(ends.size(), size_t(1));
        QCOMPARE(ends.front().verdict.cause, Cause::LocalClose);
        const auto gaps = series()->gaps(peer, began, end);
        QCOMPARE(gaps.size(), size_t(1));
        QVERIFY(gaps.front().from <= between && gaps.front().to >= between);
        quit();
    }

    void aRestartForgetsNoFigureAndWhatWasNotWatchedIsBlank()
    {
        fileName = QStringLiteral("restart.sqlite");
        const WallTime began = currentWallTime() - seconds(1);
        start();
        QTRY_VERIFY(pings() >= 30);
        quit();
        const WallTime between = currentWallTime();
        const auto before = quint64(inFile(began, between).size());
        QVERIFY(before >= 30);
        const WallTime again = currentWallTime(); // the connection may be open when start() returns
        start();
        QTRY_VERIFY(pings() >= 10);
        PeerFigures *figures = series()->figures();
        for (const auto stretch :
             {PeerFigures::Stretch::InSight, PeerFigures::Stretch::Hour, PeerFigures::Stretch::All}) {
            QTRY_VERIFY(figures->of(peer, stretch).pings >= before + 10);
            const StatisticsSummary summary = figures->of(peer, stretch);
            QVERIFY(summary.p95.has_value());
            QCOMPARE(summary.connects, 2U);
            QVERIFY(summary.watched > seconds(1));
            QVERIFY(summary.watched < currentWallTime() - began);
            // Quitting is not an outage.
            QVERIFY2(*availability(summary.openTime, summary.watched) > 0.95,
                     qPrintable(QString::number(*availability(summary.openTime, summary.watched))));
        }
        // For a stretch that is over, nothing of the second run is included.
        figures->setSight(began, between, false);
        QTRY_COMPARE(figures->of(peer, PeerFigures::Stretch::InSight).pings, before);
        QCOMPARE(figures->of(peer, PeerFigures::Stretch::InSight).connects, 1U);

        // Neither a stretch with the end of the first run nor one that begins after it shows a state
        // there.
        const WallTime now = currentWallTime();
        const auto isBlank = [&](WallTime from) {
            const std::vector<StateSpan> spans = series()->states(peer, from, now);
            return !spans.empty() && std::none_of(spans.cbegin(), spans.cend(), [&](const StateSpan &span) {
                return span.from < again - milliseconds(1) && span.to > between + milliseconds(100);
            });
        };
        QTRY_VERIFY(isBlank(began));
        QTRY_VERIFY(isBlank(between));
        QTRY_VERIFY(isBlank(between + (again - between) / 2));
        quit();
    }

private:
    void start()
    {
        application = std::make_unique<Application>(
            Application::Options{folder.filePath(QStringLiteral("w.pongwatch")), file(), {}});
        ConnectionSettings settings;
        settings.name = QStringLiteral("steady");
        settings.url = demo.url(QStringLiteral("/steady"));
        settings.keepalive.interval = milliseconds(50);
        peer = application->addPeerForThisRun(settings);
    }

    void quit()
    {
        QSignalSpy stopped(application.get(), &Application::stopped);
        application->stop();
        QTRY_COMPARE(stopped.size(), 1);
        application.reset();
    }

    [[nodiscard]] QString file() const { return folder.filePath(fileName); }
    [[nodiscard]] SeriesSource *series() const { return application->series(); }

    [[nodiscard]] quint64 pings() const
    {
        return application->book()
            ->record(peer)
            ->statistics()
            .summary(PeerStatistics::Window::SinceStart, currentWallTime())
            .pings;
    }

    [[nodiscard]] std::vector<PingSample> inFile(WallTime from, WallTime to) const
    {
        const auto query = HistoryQuery::open(file());
        const auto peers = query ? query.value()->peers() : Result<std::vector<HistoryPeer>>(query.error());
        if (!peers || peers.value().size() != 1)
            return {};
        auto samples = query.value()->samples(peers.value().front().row, from, to);
        if (!samples)
            return {};
        // Pings in flight when a run ended say nothing, and are in no bucket.
        std::erase_if(samples.value(),
                      [](const PingSample &sample) { return !hasRoundTrip(sample.outcome); });
        return std::move(samples).value();
    }

    DemoFleet demo;
    QTemporaryDir folder;
    QString fileName = QStringLiteral("history.sqlite");
    std::unique_ptr<Application> application;
    PeerId peer{};
};

QTEST_GUILESS_MAIN(EarlierRunsTest)
#include "tst_earlierruns.moc"
