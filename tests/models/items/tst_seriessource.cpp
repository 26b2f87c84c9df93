// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historyreader.h"
#include "history/store/historystore.h"
#include "items/peerbook.h"
#include "items/seriessource.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// What charts draw from: this run's records, and behind them the history of earlier ones.
class SeriesSourceTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void answersFiguresAndDistributionsOfARange();
    void scrollsBackOverAnEarlierRun();

private:
    const PeerId peer = SyntheticMonitor::id(1);
};

void SeriesSourceTest::answersFiguresAndDistributionsOfARange()
{
    SyntheticMonitor monitor;
    PeerBook book([&monitor] { return monitor.now(); });
    book.add(peer, SyntheticMonitor::settings(QStringLiteral("edge-1")));
    SeriesSource source(&book);
    const WallTime start = monitor.now() - seconds(1);
    for (int i = 0; i < 10; ++i) {
        Batch batch;
        batch.items.emplace_back(monitor.sample(peer, milliseconds(10 + i)));
        book.apply(batch);
        monitor.advance(seconds(1));
    }
    QSignalSpy summaries(&source, &SeriesSource::summaryReady);
    QSignalSpy heats(&source, &SeriesSource::heatReady);

    source.wantSummary(peer, start, start + seconds(2)); // replaced by the next
    source.wantSummary(peer, start, monitor.now());
    source.wantHeat(peer, start, monitor.now(), 1);

    QCOMPARE(summaries.count(), 0); // never from inside the call
    QTRY_COMPARE(heats.count(), 1);
    QCOMPARE(summaries.count(), 1);
    const auto summary = summaries.first().at(3).value<StatisticsSummary>();
    QCOMPARE(summary.pings, quint64(10));
    QCOMPARE(*summary.max, nanoseconds(milliseconds(19)));
    const auto columns = heats.first().at(3).value<std::vector<HeatColumn>>();
    QCOMPARE(columns.size(), size_t(1));
    QCOMPARE(columns.front().latencies.count(), quint64(10));
}

void SeriesSourceTest::scrollsBackOverAnEarlierRun()
{
    const QTemporaryDir folder;
    const ConnectionSettings settings = SyntheticMonitor::settings(QStringLiteral("edge-1"));
    SyntheticMonitor monitor;
    const WallTime start = monitor.now();
    {
        HistoryOptions options;
        options.path = folder.filePath(QStringLiteral("history.sqlite"));
        HistoryStore store(options);
        store.setPeer(peer, settings.name, settings.url);
        Batch batch;
        batch.items.emplace_back(monitor.state(peer, ConnectionState::Open));
        for (int i = 0; i < 600; ++i) {
            monitor.advance(seconds(1));
            batch.items.emplace_back(monitor.sample(peer, milliseconds(20)));
        }
        store.append(batch, SteadyTime{});
    }
    monitor.advance(std::chrono::hours(3)); // the program does not run

    PeerBook book([&monitor] { return monitor.now(); });
    book.add(peer, settings);
    HistoryReader reader(folder.filePath(QStringLiteral("history.sqlite")));
    SeriesSource source(&book);
    source.readPast(&reader);
    Batch batch;
    for (int i = 0; i < 300; ++i) {
        monitor.advance(seconds(1));
        batch.items.emplace_back(monitor.sample(peer, milliseconds(5)));
    }
    book.apply(batch);

    const auto pings = [&] {
        quint64 sum = 0;
        for (const SeriesBucket &bucket : source.buckets(peer, start, monitor.now(), 500))
            sum += bucket.count;
        return sum;
    };
    QTRY_COMPARE(pings(), quint64(900)); // all of both runs, and none twice
    const std::vector<SeriesBucket> buckets = source.buckets(peer, start, monitor.now(), 500);
    for (size_t i = 1; i < buckets.size(); ++i)
        QVERIFY(buckets[i].from >=
                buckets[i - 1].from + std::chrono::floor<microseconds>(buckets[i - 1].width));
    const auto second = std::find_if(buckets.cbegin(), buckets.cend(), [](const SeriesBucket &bucket) {
        return bucket.min == nanoseconds(milliseconds(5));
    });
    QVERIFY(second != buckets.cend());
    QVERIFY(second->gap); // no line between the runs
    QVERIFY(!source.hasAllSamples(peer, start, monitor.now()));

    QSignalSpy summaries(&source, &SeriesSource::summaryReady);
    source.wantSummary(peer, start, start + seconds(601));
    QTRY_COMPARE(summaries.count(), 1);
    QCOMPARE(summaries.first().at(3).value<StatisticsSummary>().pings, quint64(600));
}

QTEST_GUILESS_MAIN(SeriesSourceTest)
#include "tst_seriessource.moc"
