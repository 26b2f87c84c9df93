// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historyreader.h"
#include "past/seriessource.h"
#include "peers/peerbook.h"
#include "tests/models/history/seriesmaker.h"
#include "tests/models/history/store/storefixture.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"

#include <QSignalSpy>

#include <algorithm>
#include <cmath>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using std::chrono::hours;
using std::chrono::minutes;

namespace
{

using Samples = std::vector<PingSample>;

/// One run of the program: what its monitor reported, in order.
struct Run {
    std::vector<Batch> batches;
    Samples settled; // by sentAt, with second reports instead of first ones
    WallTime from{};
    WallTime to{};
};

/// Pings of all outcomes, one a second, with an end and a new connection in the middle.
Run makeRun(unsigned seed, WallTime from, int count)
{
    Run run;
    run.from = from;
    const Samples samples = mixedSeries(seed, count, seconds(1), from + milliseconds(500));
    run.settled = StoreFixture::settled(samples);
    run.to = samples.back().sentAt + seconds(1);
    std::vector<std::variant<PingSample, ConnectionEvent>> story;
    story.emplace_back(stateIs(from, ConnectionState::Open));
    story.emplace_back(happened(from, Opened{}));
    for (size_t i = 0; i < samples.size(); ++i) {
        if (i == samples.size() / 2) {
            const WallTime at = samples[i].sentAt;
            story.emplace_back(closedBy(at, Cause::Eof, at - from));
            story.emplace_back(stateIs(at, ConnectionState::Waiting));
            story.emplace_back(stateIs(at + milliseconds(300), ConnectionState::Open));
            story.emplace_back(happened(at + milliseconds(300), Opened{}));
        }
        story.emplace_back(samples[i]);
    }
    constexpr size_t inABatch = 50;
    for (size_t i = 0; i < story.size(); i += inABatch) {
        Batch batch;
        const size_t end = std::min(story.size(), i + inABatch);
        for (size_t n = i; n < end; ++n)
            std::visit([&batch](const auto &item) { batch.items.emplace_back(item); }, story[n]);
        run.batches.push_back(batch);
    }
    return run;
}

Samples within(const Samples &all, WallTime from, WallTime to)
{
    Samples result;
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(result), [from, to](const PingSample &sample) {
        return sample.sentAt >= from && sample.sentAt < to;
    });
    return result;
}

/// The pings counted in a bucket.
quint64 counted(const Samples &samples)
{
    return quint64(std::count_if(samples.cbegin(), samples.cend(), [](const PingSample &sample) {
        return hasRoundTrip(sample.outcome) || sample.outcome == PingOutcome::TimedOut;
    }));
}

quint64 counted(const std::vector<SeriesBucket> &buckets)
{
    quint64 sum = 0;
    for (const SeriesBucket &bucket : buckets)
        sum += bucket.count + bucket.timeouts;
    return sum;
}

quint64 counted(const std::vector<HeatColumn> &columns)
{
    quint64 sum = 0;
    for (const HeatColumn &column : columns)
        sum += column.latencies.count() + column.timeouts;
    return sum;
}

WallTime endOf(const SeriesBucket &bucket)
{
    return bucket.from + std::chrono::floor<microseconds>(bucket.width);
}

/// The jitter of round trips in order of arrival: the mean difference, and RFC 3550's.
void bruteJitter(const std::vector<double> &rtts, StatisticsSummary &sum)
{
    double differences = 0;
    double smoothed = 0;
    for (size_t i = 1; i < rtts.size(); ++i) {
        const double difference = std::abs(rtts[i] - rtts[i - 1]);
        differences += difference;
        smoothed += (difference - smoothed) / 16;
    }
    if (rtts.size() > 1) {
        sum.jitter = nanoseconds(std::llround(differences / double(rtts.size() - 1)));
        sum.smoothedJitter = nanoseconds(std::llround(smoothed));
    }
}

/// The figures of these pings, computed the long way.
StatisticsSummary bruteForce(const Samples &samples)
{
    StatisticsSummary sum;
    std::vector<double> rtts;
    std::vector<double> inTime;
    quint64 *const counts[] = {&sum.answered,   &sum.slow,     &sum.late,
                               &sum.superseded, &sum.timedOut, &sum.lost};
    for (const PingSample &sample : samples) {
        ++sum.pings;
        ++*counts[int(sample.outcome)];
        sum.lagged += sample.marks.testFlag(SampleMark::ObserverLag) ? 1 : 0;
        if (!hasRoundTrip(sample.outcome))
            continue;
        sum.last = sample.rtt;
        rtts.push_back(double(sample.rtt.count()));
        if (sample.outcome != PingOutcome::Late)
            inTime.push_back(double(sample.rtt.count()));
    }
    const quint64 tellTale = counted(samples);
    sum.loss = tellTale == 0 ? 0 : double(sum.timedOut) / double(tellTale);
    if (rtts.empty())
        return sum;
    bruteJitter(inTime, sum);
    double total = 0;
    for (const double rtt : rtts)
        total += rtt;
    const double mean = total / double(rtts.size());
    double squares = 0;
    for (const double rtt : rtts)
        squares += (rtt - mean) * (rtt - mean);
    std::sort(rtts.begin(), rtts.end());
    const auto rank = [&rtts](double q) {
        return nanoseconds(qint64(rtts[size_t(std::ceil(q * double(rtts.size()))) - 1]));
    };
    sum.min = nanoseconds(qint64(rtts.front()));
    sum.max = nanoseconds(qint64(rtts.back()));
    sum.p50 = rank(0.5);
    sum.p95 = rank(0.95);
    sum.p99 = rank(0.99);
    sum.mean = nanoseconds(std::llround(mean));
    sum.stddev = nanoseconds(std::llround(std::sqrt(squares / double(rtts.size()))));
    return sum;
}

bool isNear(const std::optional<nanoseconds> &found, const std::optional<nanoseconds> &expected, double share)
{
    if (!found || !expected)
        return found.has_value() == expected.has_value();
    return std::abs(double((*found - *expected).count())) <= share * double(expected->count()) + 4;
}

} // namespace

/// What charts draw from: this run's records, preceded by the history of earlier runs.
class SeriesSourceTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        fixture = std::make_unique<StoreFixture>();
        all.clear();
    }
    void cleanup()
    {
        source.reset();
        reader.reset();
        book.reset();
        store.reset();
    }

    void answersFiguresAndDistributionsOfARange();
    void tellsBothRunsWithoutASeam_data();
    void tellsBothRunsWithoutASeam();
    void tellsWhatMemoryHasForgottenOfThisRun();
    void figuresAgreeWithThePingsThemselves_data();
    void figuresAgreeWithThePingsThemselves();
    void timesOfTheConnectionAreJoinedToo();
    void figuresGoOnWhileARangeReachesThePresent();
    void distributionsAreOfAllPings();
    void singlePingsOfEarlierRunsAreKnownWhereTheyAreFew();
    void endsStatesAndGapsReachOverRuns();
    void aRenamedPeerKeepsItsPast();
    void aNameThatAnotherPeerHasIsNotTakenFromIt();
    void withoutAHistoryOldPingsAreTakenFromBuckets();

private:
    void write(const Run &run)
    {
        if (!store) {
            HistoryOptions options = fixture->options();
            options.keepSamples = hours(24 * 365 * 50);
            store = std::make_unique<HistoryStore>(options);
            store->setPeer(thePeer, settings.name, settings.url);
        }
        for (const Batch &batch : run.batches) {
            steady += milliseconds(50);
            store->append(batch, steady);
            store->tend(steady, run.to);
        }
    }

    /// An earlier run of the program, from start to end.
    void runBefore(const Run &run)
    {
        write(run);
        store.reset();
        steady += minutes(1);
        all.insert(all.end(), run.settled.cbegin(), run.settled.cend());
    }

    /// This run: its measurements are in memory, and also in the file if it is kept.
    void runNow(const Run &run, bool isKept = true)
    {
        all.insert(all.end(), run.settled.cbegin(), run.settled.cend());
        now = run.from;
        book = std::make_unique<PeerBook>([this] { return now; });
        book->add(thePeer, settings);
        for (const Batch &batch : run.batches)
            book->apply(batch);
        if (isKept)
            write(run);
        now = run.to;
        reader = std::make_unique<HistoryReader>(fixture->path());
        source = std::make_unique<SeriesSource>(book.get());
        source->readPast(reader.get());
        source->setRunKept(isKept);
        if (isKept) {
            QSignalSpy known(source.get(), &SeriesSource::changed);
            QVERIFY(known.wait()); // the file's peers
        }
    }

    /// Two runs, together more than an hour.
    void runTwice(int before, int pause, int mine)
    {
        const Run first = makeRun(1, epoch, before);
        runBefore(first);
        firstEnded = first.to;
        secondBegan = first.to + seconds(pause);
        runNow(makeRun(2, secondBegan, mine));
    }

    StatisticsSummary askSummary(WallTime from, WallTime to)
    {
        QSignalSpy told(source.get(), &SeriesSource::summaryReady);
        source->wantSummary(thePeer, from, to);
        return told.wait() ? told.last().at(3).value<StatisticsSummary>() : StatisticsSummary();
    }

    std::vector<HeatColumn> askHeat(WallTime from, WallTime to, int columns)
    {
        QSignalSpy told(source.get(), &SeriesSource::heatReady);
        source->wantHeat(thePeer, from, to, columns);
        return told.wait() ? told.last().at(3).value<std::vector<HeatColumn>>() : std::vector<HeatColumn>();
    }

    std::vector<SeriesBucket> buckets(WallTime from, WallTime to, int most)
    {
        return source->buckets(thePeer, from, to, most);
    }

    /// Requested first, so that they are read.
    bool hasAllSamples(WallTime from, WallTime to)
    {
        static_cast<void>(buckets(from, to, 400));
        return source->hasAllSamples(thePeer, from, to);
    }

    const ConnectionSettings settings = SyntheticMonitor::settings(QStringLiteral("edge-1"));
    std::unique_ptr<StoreFixture> fixture;
    WallTime now;
    SteadyTime steady{seconds(1000)};
    Samples all; // of all runs
    WallTime firstEnded;
    WallTime secondBegan;
    std::unique_ptr<HistoryStore> store;
    std::unique_ptr<PeerBook> book;
    std::unique_ptr<HistoryReader> reader;
    std::unique_ptr<SeriesSource> source;
};

void SeriesSourceTest::answersFiguresAndDistributionsOfARange()
{
    SyntheticMonitor monitor;
    PeerBook other([&monitor] { return monitor.now(); });
    other.add(thePeer, settings);
    SeriesSource memory(&other);
    const WallTime start = monitor.now() - seconds(1);
    for (int i = 0; i < 10; ++i) {
        Batch batch;
        batch.items.emplace_back(monitor.sample(thePeer, milliseconds(10 + i)));
        other.apply(batch);
        monitor.advance(seconds(1));
    }
    QSignalSpy summaries(&memory, &SeriesSource::summaryReady);
    QSignalSpy heats(&memory, &SeriesSource::heatReady);

    memory.wantSummary(thePeer, start, start + seconds(2)); // replaced by the next request
    memory.wantSummary(thePeer, start, monitor.now());
    memory.wantHeat(thePeer, start, monitor.now(), 1);

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

void SeriesSourceTest::tellsBothRunsWithoutASeam_data()
{
    QTest::addColumn<int>("before"); // pings, one a second
    QTest::addColumn<int>("pause");  // s
    QTest::addColumn<int>("mine");
    QTest::addColumn<int>("span"); // s to look at, up to the present
    QTest::addColumn<int>("most");
    QTest::newRow("within the same minute") << 40 << 4 << 12 << 60 << 500;
    QTest::newRow("minutes apart") << 600 << 180 << 300 << 1200 << 600;
    QTest::newRow("few buckets, wider than the pause") << 600 << 180 << 300 << 1200 << 7;
    QTest::newRow("a day in wide buckets") << 7200 << 5000 << 900 << 86400 << 9;
    QTest::newRow("a month: buckets wider than an hour") << 9000 << 8000 << 1000 << 86400 * 30 << 200;
    QTest::newRow("this run so long that memory has thinned it") << 1000 << 3000 << 9000 << 14000 << 800;
    QTest::newRow("the same over a month") << 1000 << 3000 << 9000 << 86400 * 30 << 300;
}

void SeriesSourceTest::tellsBothRunsWithoutASeam()
{
    QFETCH(int, before);
    QFETCH(int, pause);
    QFETCH(int, mine);
    QFETCH(int, span);
    QFETCH(int, most);
    runTwice(before, pause, mine);
    const WallTime from = now - seconds(span);
    // Only the first bucket may reach beyond the range.
    const auto expected = [&] {
        const auto found = buckets(from, now, most);
        return counted(within(all, found.empty() ? from : std::min(from, found.front().from), now));
    };

    QTRY_COMPARE(counted(buckets(from, now, most)), expected());
    // The coarse picture may already have had them all: then the fine one has the same number.
    QSignalSpy changed(source.get(), &SeriesSource::changed);
    while (changed.wait(300))
        QCOMPARE(counted(buckets(from, now, most)), expected());

    const std::vector<SeriesBucket> found = buckets(from, now, most);
    QVERIFY2(found.size() <= size_t(most), qPrintable(QString::number(found.size())));
    for (size_t i = 1; i < found.size(); ++i)
        QVERIFY(found[i].from >= endOf(found[i - 1]));
    // No line is drawn across the pause.
    const auto after = std::find_if(found.cbegin(), found.cend(), [this](const SeriesBucket &bucket) {
        return endOf(bucket) > secondBegan;
    });
    QVERIFY(after != found.cend());
    QVERIFY(after->gap || after == found.cbegin());
}

void SeriesSourceTest::tellsWhatMemoryHasForgottenOfThisRun()
{
    const Run run = makeRun(3, epoch, 3 * 3600);
    runNow(run);
    const WallTime from = epoch + minutes(10);
    const WallTime to = from + minutes(5);
    QVERIFY(!source->hasAllSamples(thePeer, from, to));
    QVERIFY(buckets(from, to, 400).size() < 40); // at first, memory's coarser ones
    QTRY_VERIFY(hasAllSamples(from, to));
    const std::vector<SeriesBucket> found = buckets(from, to, 400); // the outer ones reach beyond the range
    QCOMPARE(counted(found), counted(within(all, found.front().from, endOf(found.back()))));
    QVERIFY(source->samples(thePeer, from, to) == within(all, from, to));
    // Across the joint as well.
    const WallTime early = now - minutes(33);
    QTRY_VERIFY(hasAllSamples(early, early + minutes(8)));
    QVERIFY(source->samples(thePeer, early, early + minutes(8)) == within(all, early, early + minutes(8)));
}

void SeriesSourceTest::figuresAgreeWithThePingsThemselves_data()
{
    QTest::addColumn<int>("from"); // s after the first run began
    QTest::addColumn<int>("to");
    QTest::newRow("inside the earlier run") << 100 << 1900;
    QTest::newRow("all of the earlier run") << -10 << 2500;
    QTest::newRow("over the pause") << 1500 << 4000;
    QTest::newRow("inside this run, forgotten by memory") << 3100 << 3900;
    QTest::newRow("inside this run, newest") << 9800 << 10100;
    QTest::newRow("from the forgotten to the newest") << 4000 << 10200;
    QTest::newRow("both runs") << -100 << 20000;
    QTest::newRow("the pause alone") << 2100 << 2900;
}

void SeriesSourceTest::figuresAgreeWithThePingsThemselves()
{
    QFETCH(int, from);
    QFETCH(int, to);
    runTwice(2000, 1000, 7200);
    const WallTime begin = epoch + seconds(from);
    const WallTime end = epoch + seconds(to);

    const StatisticsSummary found = askSummary(begin, end);
    const StatisticsSummary expected = bruteForce(within(all, begin, end));

    QCOMPARE(found.pings, expected.pings);
    QCOMPARE(found.answered, expected.answered);
    QCOMPARE(found.slow, expected.slow);
    QCOMPARE(found.late, expected.late);
    QCOMPARE(found.superseded, expected.superseded);
    QCOMPARE(found.timedOut, expected.timedOut);
    QCOMPARE(found.lost, expected.lost);
    QCOMPARE(found.lagged, expected.lagged);
    QCOMPARE(found.loss, expected.loss);
    QVERIFY(found.last == expected.last);
    QVERIFY(found.min == expected.min);
    QVERIFY(found.max == expected.max);
    QVERIFY(isNear(found.mean, expected.mean, 1e-9));
    QVERIFY(isNear(found.stddev, expected.stddev, 1e-9));
    QVERIFY(isNear(found.p50, expected.p50, 0.01));
    QVERIFY(isNear(found.p95, expected.p95, 0.01));
    QVERIFY(isNear(found.p99, expected.p99, 0.01));
    QVERIFY(isNear(found.jitter, expected.jitter, 1e-6));
    QVERIFY(isNear(found.smoothedJitter, expected.smoothedJitter, 1e-6));
}

void SeriesSourceTest::timesOfTheConnectionAreJoinedToo()
{
    runTwice(2000, 1000, 7200);
    const StatisticsSummary found = askSummary(epoch - seconds(1), now);
    QCOMPARE(found.connects, 4U); // one more in the middle of each run
    const nanoseconds open = (firstEnded - epoch) + (now - secondBegan);
    QVERIFY(std::chrono::abs(found.openTime - open) < seconds(3));
    QVERIFY(found.recoveries > 0 && found.timeToRecover.has_value());
}

void SeriesSourceTest::figuresGoOnWhileARangeReachesThePresent()
{
    runTwice(2000, 1000, 100);
    const WallTime end = now + hours(1);
    QCOMPARE(askSummary(epoch, end).pings, quint64(2100));
    Batch more;
    more.items.emplace_back(ping(101, now, milliseconds(5)));
    book->apply(more);
    QCOMPARE(askSummary(epoch, end).pings, quint64(2101)); // although it is not in the file yet
}

void SeriesSourceTest::distributionsAreOfAllPings()
{
    runTwice(5000, 3000, 4000);
    const WallTime to = epoch + seconds(12100);
    const std::vector<HeatColumn> columns = askHeat(epoch, to, 50);
    for (const HeatColumn &column : columns) {
        QVERIFY(!column.thinned);
        const WallTime end = column.from + std::chrono::duration_cast<microseconds>(column.width);
        QCOMPARE(column.latencies.count() + column.timeouts, counted(within(all, column.from, end)));
    }
    QCOMPARE(counted(columns), counted(within(all, epoch, to)));
}

void SeriesSourceTest::singlePingsOfEarlierRunsAreKnownWhereTheyAreFew()
{
    runTwice(5000, 3000, 50);
    const WallTime from = epoch + seconds(1000);
    const WallTime to = from + seconds(200);
    QVERIFY(source->samples(thePeer, from, to).empty());
    QTRY_VERIFY(hasAllSamples(from, to));
    // Exact to the microsecond, with outcomes and marks.
    QVERIFY(source->samples(thePeer, from, to) == within(all, from, to));
    // If there are many, they are not read one by one.
    QTRY_COMPARE(counted(buckets(epoch, now, 120)), counted(all));
    QVERIFY(!source->hasAllSamples(thePeer, epoch, now));
}

void SeriesSourceTest::endsStatesAndGapsReachOverRuns()
{
    runTwice(600, 400, 300);
    QTRY_COMPARE(source->ends(thePeer, epoch, now).size(), size_t(2));
    const auto ends = source->ends(thePeer, epoch, now);
    QVERIFY(ends.front().time < firstEnded);
    QCOMPARE(ends.front().verdict.cause, Cause::Eof);
    QCOMPARE(source->ends(thePeer, epoch, firstEnded).size(), size_t(1));

    const auto gaps = source->gaps(thePeer, epoch, now);
    QCOMPARE(gaps.size(), size_t(1));
    QVERIFY(gaps.front().from <= firstEnded && gaps.front().from > firstEnded - seconds(3));
    QVERIFY(gaps.front().to == secondBegan);

    const auto states = source->states(thePeer, epoch, now);
    QVERIFY(states.front().from == epoch);
    nanoseconds known{0};
    for (size_t i = 0; i < states.size(); ++i) {
        QVERIFY(i == 0 || states[i].from >= states[i - 1].to);
        known += states[i].to - states[i].from;
    }
    const nanoseconds ran = (firstEnded - epoch) + (now - secondBegan);
    QVERIFY(std::chrono::abs(known - ran) < seconds(3));
}

void SeriesSourceTest::aRenamedPeerKeepsItsPast()
{
    runTwice(600, 400, 100);
    QTRY_COMPARE(counted(buckets(epoch, now, 500)), counted(all));
    // It is renamed while the program runs …
    const ConnectionSettings renamed = SyntheticMonitor::settings(QStringLiteral("edge-2"));
    book->update(thePeer, renamed, {});
    store->setPeer(thePeer, renamed.name, renamed.url);
    store->tend(steady + seconds(10), now);
    QCOMPARE(counted(buckets(epoch, now, 500)), counted(all));
    store.reset();
    // … and is the same peer in the file: the next run finds it by its new name.
    const auto query = HistoryQuery::open(fixture->path());
    QVERIFY(query.ok());
    const auto peers = query.value()->peers();
    QCOMPARE(peers.value().size(), size_t(1));
    QCOMPARE(peers.value().front().name, QStringLiteral("edge-2"));
    QCOMPARE(StoreFixture::stored(fixture->path()).size(), all.size());
}

void SeriesSourceTest::aNameThatAnotherPeerHasIsNotTakenFromIt()
{
    const Run run = makeRun(1, epoch, 100);
    const PeerId otherPeer = SyntheticMonitor::id(2);
    const ConnectionSettings other = SyntheticMonitor::settings(QStringLiteral("edge-2"));
    write(run);
    store->setPeer(otherPeer, other.name, other.url);
    Batch batch;
    batch.items.emplace_back(
        ConnectionEvent{otherPeer, 1, run.to, StateChanged{ConnectionState::Open, 1, {}}});
    store->append(batch, steady);
    store->setPeer(thePeer, other.name, other.url);
    store->tend(steady + seconds(10), run.to);
    store.reset();
    const auto query = HistoryQuery::open(fixture->path());
    const auto peers = query.value()->peers();
    QCOMPARE(peers.value().size(), size_t(2));
    for (const HistoryPeer &peer : peers.value()) {
        const bool isTheFirst = peer.name == settings.name;
        QCOMPARE(query.value()->samples(peer.row, WallTime::min(), run.to).value().size(),
                 isTheFirst ? run.settled.size() : size_t(0));
    }
}

void SeriesSourceTest::withoutAHistoryOldPingsAreTakenFromBuckets()
{
    runNow(makeRun(3, epoch, 3 * 3600), false);
    const StatisticsSummary found = askSummary(epoch - hours(1), now);
    QCOMPARE(found.answered + found.slow + found.late + found.timedOut, counted(all));
    QVERIFY(!found.p50); // as that would be for the newest half hour alone
    const std::vector<HeatColumn> columns = askHeat(epoch - hours(1), now, 10);
    QCOMPARE(counted(columns), counted(all));
    QVERIFY(columns.front().thinned);
    QVERIFY(!columns.back().thinned);
}

QTEST_GUILESS_MAIN(SeriesSourceTest)
#include "tst_seriessource.moc"
