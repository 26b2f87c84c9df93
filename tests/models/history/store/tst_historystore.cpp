// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/sampleaggregate.h"
#include "history/watchedstates.h"
#include "tests/models/history/store/storefixture.h"
#include "tests/support/honesttest.h"

#include <QDirIterator>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class TestHistoryStore : public HonestTest
{
    Q_OBJECT

private:
    static std::unique_ptr<HistoryQuery> opened(const StoreFixture &fixture)
    {
        Result<std::unique_ptr<HistoryQuery>> query = HistoryQuery::open(fixture.path());
        return query ? std::move(query).value() : nullptr;
    }

    static qint64 onlyPeer(HistoryQuery &query) { return query.peers().value().front().row; }

private Q_SLOTS:
    void everyStatementFitsTheNewestFormat()
    {
        const StoreFixture fixture;
        HistoryDatabase database;
        QVERIFY(database.open(fixture.path(), HistoryDatabase::Access::ReadWrite).ok());
        QStringList names;
        QDirIterator files(QStringLiteral(":/pongwatch/sql"), {QStringLiteral("*.sql")});
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            while (!file.atEnd()) {
                const QString line = QString::fromUtf8(file.readLine()).trimmed();
                if (line.startsWith(QStringLiteral("-- name: ")))
                    names.append(line.mid(9));
            }
        }
        QVERIFY(names.size() > 50);
        QCOMPARE(QSet<QString>(names.cbegin(), names.cend()).size(), names.size()); // none is there twice
        for (const QString &name : names) {
            QVERIFY(database.begin().ok());
            // Without values, some violate a constraint; one that names something missing gives Damaged.
            const bool ran = database.run(name.toLatin1().constData()).ok();
            QVERIFY2(ran || database.fault() == StoreFault::Other, qPrintable(name));
            database.rollback();
        }
    }

    void everySampleComesBack_data()
    {
        QTest::addColumn<int>("batchSize");
        QTest::newRow("one by one") << 1;
        QTest::newRow("by the hundred") << 100;
        QTest::newRow("all at once") << 100000;
    }
    void everySampleComesBack()
    {
        QFETCH(int, batchSize);
        const StoreFixture fixture;
        const auto samples = mixedSeries(1, 3000, seconds(20));
        HistoryStore store(fixture.options());
        StoreFixture::introduce(store);
        StoreFixture::feed(store, samples, static_cast<size_t>(batchSize));
        QCOMPARE(store.status().state, HistoryStatus::State::Writing);
        QVERIFY2(store.status().notice.isEmpty(), qPrintable(store.status().notice));
        // While it is being written: partly in chunks, partly in the journal.
        QVERIFY(StoreFixture::stored(fixture.path()) == StoreFixture::settled(samples));
        store.flush(SteadyTime(seconds(5000)));
        QVERIFY(StoreFixture::stored(fixture.path()) == StoreFixture::settled(samples));
    }

    void aLatePongFindsItsTimeoutInTheFile()
    {
        const StoreFixture fixture;
        HistoryStore store(fixture.options());
        StoreFixture::introduce(store);
        const PingSample timedOut = ping(1, epoch, seconds(20), PingOutcome::TimedOut);
        store.append(StoreFixture::batchOf(std::vector{timedOut}), SteadyTime(seconds(1)));
        store.flush(SteadyTime(seconds(1)));
        const PingSample late = ping(1, epoch, seconds(300), PingOutcome::Late);
        store.append(StoreFixture::batchOf(std::vector{late}), SteadyTime(seconds(300)));
        store.flush(SteadyTime(seconds(300)));
        QVERIFY(StoreFixture::stored(fixture.path()) == std::vector{late});
        const auto query = opened(fixture);
        const auto buckets = query->buckets(onlyPeer(*query), epoch - std::chrono::hours(10),
                                            epoch + std::chrono::hours(10), 10);
        QCOMPARE(buckets.value().size(), size_t(1));
        QCOMPARE(buckets.value().front().timeouts, 0U);
        QCOMPARE(buckets.value().front().late, 1U);
    }

    void aPeerIsTheSameInEveryRun()
    {
        const StoreFixture fixture;
        for (int run = 0; run < 3; ++run) {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            StoreFixture::feed(store, mixedSeries(1, 50, seconds(1), epoch + std::chrono::hours(run)), 10);
        }
        const auto query = opened(fixture);
        const auto peers = query->peers();
        QCOMPARE(peers.value().size(), size_t(1));
        QCOMPARE(peers.value().front().name, QStringLiteral("edge-1"));
        QCOMPARE(peers.value().front().url, StoreFixture::url());
        QCOMPARE(query->runs(epoch, epoch + std::chrono::hours(4)).value().size(), size_t(3));
        const auto buckets =
            query->buckets(onlyPeer(*query), epoch, epoch + std::chrono::hours(3), 4000).value();
        int gaps = 0;
        for (const SeriesBucket &bucket : buckets)
            gaps += bucket.gap ? 1 : 0;
        QCOMPARE(gaps, 2); // where the second and third runs begin
    }

    void noPasswordIsKept()
    {
        const StoreFixture fixture;
        {
            HistoryStore store(fixture.options());
            store.setPeer(thePeer, QStringLiteral("edge-1"),
                          QUrl(QStringLiteral("wss://ada:hunter2@edge-1.example/live")));
            StoreFixture::feed(store, mixedSeries(1, 5, seconds(1)), 10);
            Batch message;
            message.items.emplace_back(happened(epoch, MessageReceived{false, "hunter2", 7}));
            store.append(message, SteadyTime(seconds(2000)));
        }
        QFile file(fixture.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("hunter2"));
    }

    void atMostTwelveBytesASample_data()
    {
        QTest::addColumn<int>("stepInMs");
        QTest::newRow("one a second") << 1000;
        QTest::newRow("one in twenty seconds") << 20000;
    }
    void atMostTwelveBytesASample()
    {
        QFETCH(int, stepInMs);
        const StoreFixture fixture;
        constexpr int count = 90'000; // so that the fixed pages of every file hardly matter
        auto samples = mixedSeries(3, count, milliseconds(stepInMs));
        std::mt19937 random(1);
        // Half a percent of trouble, a millisecond of jitter, and the kernel's figure for every answer.
        std::erase_if(samples, [](const PingSample &sample) { return sample.outcome == PingOutcome::Late; });
        for (PingSample &sample : samples) {
            if (random() % 200 != 0)
                sample.outcome = PingOutcome::Answered;
            sample.rtt = milliseconds(20) + nanoseconds(random() % 1'000'000);
            if (hasRoundTrip(sample.outcome))
                sample.tcpRtt = microseconds(20000 + random() % 4000);
        }
        {
            HistoryOptions options = fixture.options();
            options.keepSamples = std::chrono::hours(24 * 1000);
            HistoryStore store(options);
            StoreFixture::introduce(store);
            StoreFixture::feed(store, samples, 40);
        }
        const double bytes = static_cast<double>(QFileInfo(fixture.path()).size()) / count;
        QVERIFY2(bytes <= 12, qPrintable(QString::number(bytes)));
        QCOMPARE(StoreFixture::stored(fixture.path()).size(), size_t(count));
    }

    void eventsAndStatesComeBack()
    {
        const StoreFixture fixture;
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            store.append(StoreFixture::batchOf(std::vector{
                             stateIs(epoch, ConnectionState::Connecting),
                             stateIs(epoch + seconds(1), ConnectionState::Open),
                             happened(epoch + seconds(1), Opened{}),
                             closedBy(epoch + seconds(61), Cause::Eof, seconds(60)),
                             stateIs(epoch + seconds(61), ConnectionState::Waiting),
                             stateIs(epoch + seconds(91), ConnectionState::Open),
                             happened(epoch + seconds(91), Opened{}, 2),
                         }),
                         SteadyTime(seconds(1)));
            store.append(StoreFixture::batchOf(std::vector{ping(1, epoch + seconds(100), milliseconds(3))}),
                         SteadyTime(seconds(2)));
        }
        const auto query = opened(fixture);
        const qint64 peer = onlyPeer(*query);
        const auto events = query->events(peer, epoch, epoch + seconds(1000)).value();
        QCOMPARE(events.size(), size_t(7));
        QCOMPARE(std::get<Closed>(events[3].what).verdict.cause, Cause::Eof);
        const auto spans = query->states(peer, epoch, epoch + seconds(1000)).value();
        QCOMPARE(spans.size(), size_t(4));
        QCOMPARE(spans[2].health, Health::Waiting);
        QCOMPARE(spans[2].from, epoch + seconds(61));
        QCOMPARE(spans[2].to, epoch + seconds(91));
        QCOMPARE(spans[3].to, epoch + seconds(100)); // the run saw no further
        // What was before the range still applies in it.
        const auto later = query->states(peer, epoch + seconds(70), epoch + seconds(80)).value();
        QCOMPARE(later.size(), size_t(1));
        QCOMPARE(later.front().health, Health::Waiting);
        const auto summary = query->summary(peer, epoch, epoch + seconds(1000)).value();
        QCOMPARE(summary.openTime, nanoseconds(seconds(60 + 9)));
        QCOMPARE(summary.connects, 2U);
        QCOMPARE(*summary.timeToRecover, nanoseconds(seconds(30)));
    }

    void aStoppedFeedIsAStateInTheFile()
    {
        const StoreFixture fixture;
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            store.append(StoreFixture::batchOf(std::vector{
                             stateIs(epoch, ConnectionState::Open),
                             happened(epoch + seconds(30), FeedStale{seconds(30)}),
                             happened(epoch + seconds(75), FeedStale{{}, 1, true}),
                             happened(epoch + seconds(75), FeedSeen{1, epoch + seconds(75)}),
                         }),
                         SteadyTime(seconds(1)));
            store.append(StoreFixture::batchOf(std::vector{ping(1, epoch + seconds(100), milliseconds(3))}),
                         SteadyTime(seconds(2)));
        }
        const auto query = opened(fixture);
        const qint64 peer = onlyPeer(*query);
        const auto spans = query->states(peer, epoch, epoch + seconds(1000)).value();
        QCOMPARE(spans.size(), size_t(3));
        QCOMPARE(spans[1].health, Health::Stale);
        QCOMPARE(spans[1].state, ConnectionState::Open);
        QCOMPARE(spans[1].to - spans[1].from, microseconds(seconds(45)));
        QCOMPARE(spans[2].health, Health::Ok);
        // That it stopped and resumed is an event; the individual messages are not.
        QCOMPARE(query->events(peer, epoch, epoch + seconds(1000)).value().size(), size_t(3));
        QCOMPARE(staleTime(spans, epoch, epoch + seconds(1000)), nanoseconds(seconds(45)));
        QCOMPARE(silentTime(spans, epoch, epoch + seconds(1000)), nanoseconds(0));
    }

    void aFeedComesBackByTheMinute()
    {
        const StoreFixture fixture;
        const WallTime start = std::chrono::floor<std::chrono::minutes>(epoch);
        constexpr int lasting = 3700; // seconds
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            store.append(StoreFixture::batchOf(std::vector{stateIs(start, ConnectionState::Open)}),
                         SteadyTime(seconds(1)));
            for (int i = 0; i < lasting; ++i) {
                const WallTime at = start + seconds(i);
                store.append(StoreFixture::batchOf(
                                 std::vector{happened(at, FeedSeen{static_cast<quint64>(i + 1) * 4, at})}),
                             SteadyTime(seconds(i)));
                if (i == 1000) // there may be several rows for a minute
                    store.flush(SteadyTime(seconds(i)));
            }
        }
        const auto query = opened(fixture);
        const qint64 peer = onlyPeer(*query);
        const auto minutes = query->feed(peer, start, start + std::chrono::hours(2), 1000).value();
        QCOMPARE(minutes.size(), size_t(62));
        for (size_t i = 0; i + 1 < minutes.size(); ++i) {
            QCOMPARE(minutes[i].from, start + std::chrono::minutes(static_cast<int>(i)));
            QCOMPARE(minutes[i].messages, quint64(240));
        }
        QCOMPARE(minutes.back().messages, quint64(4 * (lasting % 60)));
        // From the middle, and joined.
        const auto half =
            query->feed(peer, start + std::chrono::minutes(33), start + std::chrono::hours(2), 1000);
        QCOMPARE(half.value().size(), size_t(29));
        const auto joined = query->feed(peer, start, start + std::chrono::hours(2), 20).value();
        QVERIFY(joined.size() <= 20);
        // Counts are not events, and the run begins when it began.
        QCOMPARE(query->events(peer, WallTime{}, start + std::chrono::hours(2)).value().size(), size_t(1));
        QCOMPARE(query->eventPage({}, WallTime{}, {}, 100).value().events.size(), size_t(1));
        QCOMPARE(query->runs(WallTime{}, start + std::chrono::hours(2)).value().front().from, start);
        QVERIFY(query->damage().all().empty());
    }

    /// A dial ends before its path is traced; what is traced by the clock is nothing to tell.
    void tracesComeBackAndExplainEnds()
    {
        const StoreFixture fixture;
        const auto traced = [](WallTime begun, TraceReason reason, bool isRoutine) {
            PathTrace trace;
            trace.begun = begun;
            trace.reason = reason;
            trace.target = {QStringLiteral("edge.example"), QStringLiteral("203.0.113.7"), 443,
                            TraceProtocol::Tcp, false};
            trace.hops = {PathHop{1,
                                  5,
                                  5,
                                  {{QStringLiteral("10.0.0.1"), {}, 5}},
                                  milliseconds(1),
                                  milliseconds(1),
                                  milliseconds(2),
                                  milliseconds(1)},
                          PathHop{2, 5, 0, {}, {}, {}, {}, {}}};
            return happened(begun + seconds(6),
                            PathTraced{SharedPath(TracedPath{trace, std::nullopt}), isRoutine});
        };
        Verdict unanswered;
        unanswered.cause = Cause::OpenTimeout;
        unanswered.phase = DialPhase::Tcp;
        Verdict gone;
        gone.cause = Cause::PeerClose;
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            store.append(StoreFixture::batchOf(std::vector{
                             traced(epoch, TraceReason::Schedule, true),
                             happened(epoch + seconds(90), Closed{gone}),
                             happened(epoch + seconds(100), Closed{unanswered}),
                             traced(epoch + seconds(101), TraceReason::OpenTimeout, false),
                             happened(epoch + seconds(900), Closed{unanswered}),
                         }),
                         SteadyTime(seconds(1)));
        }
        const auto query = opened(fixture);
        const qint64 peer = onlyPeer(*query);
        const WallTime end = epoch + seconds(1000);
        const auto traces = query->traces(peer, epoch, end, 100).value();
        QCOMPARE(traces.size(), size_t(2));
        QCOMPARE(traces[0]->trace.reason, TraceReason::Schedule);
        QCOMPARE(traces[1]->trace.begun, epoch + seconds(101));
        QCOMPARE(traces[1]->trace.hops.size(), 2);
        QCOMPARE(query->traces(peer, epoch, end, 1).value().size(), size_t(1));
        QVERIFY(query->traces(peer, epoch + seconds(102), end, 100).value().empty());
        const auto ends = query->ends(peer, epoch, end, 100).value();
        QCOMPARE(ends.size(), size_t(3));
        QVERIFY(!std::get<Closed>(ends[0].what).verdict.path);
        QVERIFY(std::get<Closed>(ends[1].what).verdict.path == traces[1]);
        QVERIFY(!std::get<Closed>(ends[2].what).verdict.path); // that is another trouble
        QCOMPARE(query->events(peer, epoch, end).value().size(), size_t(5));
        QCOMPARE(query->eventPage({}, WallTime{}, {}, 100).value().events.size(), size_t(4));
        QVERIFY(query->damage().all().empty());
    }

    void aMonthOfAFeedTakesLittle()
    {
        const StoreFixture fixture;
        const WallTime start = std::chrono::floor<std::chrono::minutes>(epoch);
        constexpr int lasting = 31 * 24 * 60; // minutes
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            for (int day = 0; day < 31; ++day) {
                std::vector<ConnectionEvent> events;
                for (int i = day * 24 * 60; i < (day + 1) * 24 * 60; ++i) {
                    const WallTime at = start + std::chrono::minutes(i) + seconds(30);
                    events.push_back(happened(at, FeedSeen{static_cast<quint64>(i + 1) * 1000, at}));
                }
                store.append(StoreFixture::batchOf(events), SteadyTime(std::chrono::hours(24 * day)));
            }
        }
        QVERIFY2(QFileInfo(fixture.path()).size() < 1024 * 1024,
                 qPrintable(QString::number(QFileInfo(fixture.path()).size())));
        const auto query = opened(fixture);
        const auto spans =
            query->feed(onlyPeer(*query), start, start + std::chrono::minutes(lasting), 1500).value();
        QVERIFY(spans.size() <= 1500);
        quint64 messages = 0;
        for (const FeedSpan &span : spans)
            messages += span.messages;
        QCOMPARE(messages, quint64(lasting) * 1000);
    }

    void figuresOfAMarkedRangeAgreeWithTheSamples()
    {
        const StoreFixture fixture;
        const auto samples = mixedSeries(9, 5000, seconds(1));
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            StoreFixture::feed(store, samples, 64);
        }
        const auto query = opened(fixture);
        const WallTime from = epoch + seconds(1234) + microseconds(5);
        const WallTime to = epoch + seconds(4321);
        SampleAggregate right;
        for (const PingSample &sample : StoreFixture::settled(samples))
            if (sample.sentAt >= from && sample.sentAt < to)
                right.add(sample);
        StatisticsSummary expected;
        right.fill(expected);
        const StatisticsSummary found = query->summary(onlyPeer(*query), from, to).value();
        QCOMPARE(found.pings, expected.pings);
        QCOMPARE(found.late, expected.late);
        QCOMPARE(found.loss, expected.loss);
        QVERIFY(found.mean == expected.mean && found.p99 == expected.p99 && found.jitter == expected.jitter &&
                found.smoothedJitter == expected.smoothedJitter && found.last == expected.last);
    }

    void bucketsAreWholeAtEveryZoom_data()
    {
        QTest::addColumn<int>("most");
        for (const int most : {1, 3, 50, 300, 1000, 5000})
            QTest::addRow("at most %d", most) << most;
    }
    void bucketsAreWholeAtEveryZoom()
    {
        QFETCH(int, most);
        const StoreFixture fixture;
        const auto samples = mixedSeries(4, 20000, seconds(3));
        HistoryStore store(fixture.options());
        StoreFixture::introduce(store);
        StoreFixture::feed(store, samples, 500); // and not flushed
        quint32 right = 0;
        for (const PingSample &sample : StoreFixture::settled(samples))
            right += hasRoundTrip(sample.outcome) || sample.outcome == PingOutcome::TimedOut ? 1 : 0;
        const auto query = opened(fixture);
        for (const SeriesDetail detail : {SeriesDetail::Coarse, SeriesDetail::Fine}) {
            const auto buckets =
                query->buckets(onlyPeer(*query), epoch, epoch + seconds(60000), most, detail).value();
            QVERIFY(buckets.size() <= static_cast<size_t>(most));
            quint32 found = 0;
            for (const SeriesBucket &bucket : buckets)
                found += bucket.count + bucket.timeouts;
            QCOMPARE(found, right);
        }
    }

    void oldSamplesBecomeMinutesAndThenHours()
    {
        const StoreFixture fixture;
        HistoryOptions options = fixture.options();
        options.keepSamples = std::chrono::hours(2);
        options.keepMinutes = std::chrono::hours(10);
        const auto samples = mixedSeries(5, 24 * 60 * 6, seconds(10)); // a day
        HistoryStore store(options);
        StoreFixture::introduce(store);
        SteadyTime now = StoreFixture::feed(store, samples, 200);
        store.flush(now);
        const WallTime end = samples.back().sentAt;
        while (store.tend(now, end))
            now += seconds(1);
        const auto left = StoreFixture::stored(fixture.path());
        QVERIFY(!left.empty() && left.front().sentAt > end - std::chrono::hours(5));
        const auto query = opened(fixture);
        const qint64 peer = onlyPeer(*query);
        quint32 right = 0;
        for (const PingSample &sample : StoreFixture::settled(samples))
            right += hasRoundTrip(sample.outcome) || sample.outcome == PingOutcome::TimedOut ? 1 : 0;
        for (const int most : {10, 100, 5000}) {
            const auto buckets = query->buckets(peer, epoch, end + seconds(1), most).value();
            quint32 found = 0;
            for (const SeriesBucket &bucket : buckets)
                found += bucket.count + bucket.timeouts;
            QCOMPARE(found, right);
            if (most == 5000) {
                QCOMPARE(buckets.front().width, nanoseconds(std::chrono::hours(1)));
                QVERIFY(buckets.back().width < std::chrono::minutes(1));
            }
        }
        // The figures of the whole day: counts from the buckets, and no quantiles, which would be those of a
        // part only.
        const auto summary = query->summary(peer, epoch, end + seconds(1)).value();
        QVERIFY(summary.pings > right * 9 / 10 && summary.min && summary.max && !summary.p95);
    }

    void quantilesOfWhatWasThinnedAreEstimated_data()
    {
        QTest::addColumn<int>("stepInSeconds");
        QTest::addColumn<int>("daysLater");
        QTest::addColumn<double>("mostWrong");
        QTest::newRow("minutes of three pings") << 20 << 30 << 0.01;
        QTest::newRow("minutes of sixty pings") << 1 << 30 << 0.1;
        QTest::newRow("hours of 180 pings") << 20 << 200 << 0.1;
        QTest::newRow("hours of 3,600 pings") << 1 << 200 << 0.12;
    }
    void quantilesOfWhatWasThinnedAreEstimated()
    {
        QFETCH(int, stepInSeconds);
        QFETCH(int, daysLater);
        QFETCH(double, mostWrong);
        const StoreFixture fixture;
        const auto samples = mixedSeries(8, 20'000, seconds(stepInSeconds));
        SampleAggregate all;
        for (const PingSample &sample : StoreFixture::settled(samples))
            all.add(sample);
        StatisticsSummary right;
        all.fill(right);
        HistoryStore store(fixture.options());
        StoreFixture::introduce(store);
        const SteadyTime now = StoreFixture::feed(store, samples, 500);
        store.flush(now);
        while (store.tend(now + seconds(60), epoch + std::chrono::hours(24 * daysLater))) {
        }
        const auto query = opened(fixture);
        const auto found = query
                               ->summary(onlyPeer(*query), epoch - std::chrono::hours(1),
                                         samples.back().sentAt + std::chrono::hours(1))
                               .value();
        QVERIFY(!found.p50 && !found.p95); // an estimate must not pass for a measurement
        QVERIFY(found.estimatedP50 && found.estimatedP95);
        const auto wrong = [](nanoseconds estimate, nanoseconds truth) {
            return std::abs(static_cast<double>(estimate.count()) / static_cast<double>(truth.count()) - 1);
        };
        QVERIFY2(wrong(*found.estimatedP50, *right.p50) <= mostWrong,
                 qPrintable(QString::number(wrong(*found.estimatedP50, *right.p50))));
        QVERIFY2(wrong(*found.estimatedP95, *right.p95) <= mostWrong,
                 qPrintable(QString::number(wrong(*found.estimatedP95, *right.p95))));
    }

    void hoursGoToo()
    {
        const StoreFixture fixture;
        HistoryOptions options = fixture.options();
        options.keepHours = std::chrono::hours(24 * 100);
        const auto hours = [&fixture] {
            const auto query = HistoryQuery::open(fixture.path());
            const auto buckets =
                query.value()->buckets(1, epoch, epoch + seconds(7200), 10, SeriesDetail::Coarse);
            quint64 count = 0;
            for (const SeriesBucket &bucket : buckets.value())
                count += bucket.count;
            return count;
        };
        HistoryStore store(options);
        StoreFixture::introduce(store);
        const SteadyTime now = StoreFixture::feed(store, mixedSeries(1, 7000, seconds(1)), 500);
        store.flush(now);
        const auto thin = [&](int days) {
            while (store.tend(now + seconds(60), epoch + std::chrono::hours(24 * days))) {
            }
        };
        thin(99);
        QVERIFY(hours() > 0);
        thin(120);
        QCOMPARE(hours(), quint64(0));
    }

    void theFileStaysBelowItsLimit()
    {
        const StoreFixture fixture;
        HistoryOptions options = fixture.options();
        options.sizeLimit = 400 * 1024;
        HistoryStore store(options);
        StoreFixture::introduce(store);
        SteadyTime now(seconds(1000));
        for (int day = 0; day < 5; ++day) {
            const auto samples =
                mixedSeries(static_cast<unsigned>(day), 20000, seconds(4), epoch + seconds(80000 * day));
            now = StoreFixture::feed(store, samples, 400, now);
            while (store.tend(now, samples.back().sentAt))
                now += seconds(1);
        }
        store.flush(now);
        while (store.tend(now, epoch + seconds(400000)))
            now += seconds(1);
        QVERIFY2(store.status().fileBytes <= 600 * 1024,
                 qPrintable(QString::number(store.status().fileBytes)));
        const auto left = StoreFixture::stored(fixture.path());
        QVERIFY(!left.empty() && left.back().sentAt > epoch + seconds(399000)); // the newest remain
    }

    void theClockSetBackAnHour()
    {
        const StoreFixture fixture;
        auto samples = mixedSeries(6, 2000, seconds(5));
        const auto again = mixedSeries(7, 2000, seconds(5), samples.back().sentAt - std::chrono::hours(1));
        for (PingSample sample : again) {
            sample.seq += 2000;
            samples.push_back(sample);
        }
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            StoreFixture::feed(store, samples, 50);
            QVERIFY(store.status().notice.isEmpty());
        }
        auto found = StoreFixture::stored(fixture.path());
        auto right = StoreFixture::settled(samples);
        const auto bySeq = [](const PingSample &a, const PingSample &b) { return a.seq < b.seq; };
        std::sort(found.begin(), found.end(), bySeq);
        std::sort(right.begin(), right.end(), bySeq);
        QVERIFY(found == right);
    }
};

QTEST_GUILESS_MAIN(TestHistoryStore)
#include "tst_historystore.moc"
