// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/pathnews.h"
#include "path/pathwatch.h"
#include "tests/support/honesttest.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;

namespace
{

/// In mtr-packet's place: answers as four hops while the file $PATH_IS_WHOLE is there, and as two without it.
/// Writes a line for each of its runs.
const char *const fakeProgram = R"(#!/usr/bin/python3
import os, sys
folder = os.path.dirname(os.path.abspath(sys.argv[0]))
with open(folder + "/runs", "a") as runs:
    runs.write("run\n")
for line in sys.stdin:
    words = line.split()
    if words[1] == "check-support":
        print(words[0], "feature-support support ok", flush=True)
        continue
    ttl = int(words[words.index("ttl") + 1])
    if not os.path.exists(folder + "/whole") and ttl > 2:
        print(words[0], "no-reply", flush=True)
    elif ttl >= 4:
        print(words[0], "reply ip-4", words[3], "round-trip-time 400", flush=True)
    else:
        print(words[0], f"ttl-expired ip-4 198.51.100.{ttl} round-trip-time {ttl}00", flush=True)
)";

const QString endpoint = QStringLiteral("203.0.113.7:443");

ConnectionEvent eventOf(PeerId peer, decltype(ConnectionEvent::what) what)
{
    return {peer, 7, currentWallTime(), std::move(what)};
}

ConnectionEvent opened(PeerId peer, const QString &address = endpoint)
{
    Opened what;
    what.address = address;
    return eventOf(peer, what);
}

ConnectionEvent silent(PeerId peer, Evidence evidence = Evidence::PathSilent)
{
    return eventOf(peer, PingTimedOut{3, seconds(5), evidence, {}});
}

ConnectionEvent closed(PeerId peer)
{
    Verdict verdict;
    verdict.cause = Cause::KeepaliveTimeout;
    verdict.evidence = Evidence::PathSilent;
    return eventOf(peer, Closed{verdict, {}});
}

PingSample slowSample(PeerId peer, nanoseconds network)
{
    PingSample sample;
    sample.peer = peer;
    sample.outcome = PingOutcome::Slow;
    sample.rtt = milliseconds(500);
    sample.tcpRtt = network;
    return sample;
}

/// Who was told of which path.
struct Heard {
    std::vector<std::pair<PeerId, SharedPath>> paths;
    std::vector<bool> areRoutine;

    explicit Heard(PathWatch &watch)
    {
        QObject::connect(&watch, &PathWatch::traced, &watch, [this](const Batch &batch) {
            for (const auto &item : batch.items) {
                const auto &event = std::get<ConnectionEvent>(item);
                const auto &what = std::get<PathTraced>(event.what);
                paths.emplace_back(event.peer, what.path);
                areRoutine.push_back(what.isRoutine);
            }
        });
    }
};

void tell(PathWatch &watch, const Batch &batch)
{
    (void)watch.take(batch);
}

/// In the verdict of the last item, which is an end; empty if nothing was added to any.
SharedPath pathIn(const std::optional<Batch> &amended)
{
    if (!amended)
        return {};
    const auto &event = std::get<ConnectionEvent>(amended->items.back());
    return std::get<Closed>(event.what).verdict.path;
}

template <typename... Items>
Batch batchOf(Items... items)
{
    Batch batch;
    (batch.items.emplace_back(items), ...);
    return batch;
}

} // namespace

/// When paths are traced, and who is told.
class TestPathWatch : public TestSupport::HonestTest
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    const PeerId m_peer{1};
    const PeerId m_other{2};

    [[nodiscard]] PathWatchOptions options() const
    {
        PathWatchOptions options;
        options.tracer.program = m_folder->filePath(QStringLiteral("mtr-packet"));
        options.tracer.names = false;
        options.tracer.plan.rounds = 5;
        options.tracer.plan.roundEvery = milliseconds(10);
        options.tracer.plan.probeEvery = milliseconds(1);
        options.firstAfter = std::chrono::hours(1);
        return options;
    }
    [[nodiscard]] static ConnectionSettings settings()
    {
        ConnectionSettings settings;
        settings.url = QUrl(QStringLiteral("wss://edge.example/"));
        settings.proxy.kind = ProxyKind::None;
        return settings;
    }
    [[nodiscard]] int runs() const
    {
        QFile file(m_folder->filePath(QStringLiteral("runs")));
        return file.open(QIODevice::ReadOnly) ? static_cast<int>(file.readAll().count('\n')) : 0;
    }
    void setWhole(bool whole) const
    {
        const QString path = m_folder->filePath(QStringLiteral("whole"));
        if (!whole)
            QFile::remove(path);
        else
            QVERIFY(QFile(path).open(QIODevice::WriteOnly));
    }

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        m_folder = std::make_unique<QTemporaryDir>();
        QFile file(m_folder->filePath(QStringLiteral("mtr-packet")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(fakeProgram);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        setWhole(true);
    }

    void whatStartsATrace_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<int>("reason"); ///< -1: nothing is traced
        QTest::newRow("a silent path") << 0 << int(TraceReason::PathSilent);
        QTest::newRow("a silent peer") << 1 << -1;
        QTest::newRow("no answer from TCP") << 2 << int(TraceReason::OpenTimeout);
        QTest::newRow("no answer to the upgrade") << 3 << -1;
        QTest::newRow("not reachable") << 11 << int(TraceReason::OpenTimeout);
        QTest::newRow("slow by the network") << 4 << int(TraceReason::NetworkShare);
        QTest::newRow("slow by the peer") << 5 << -1;
        QTest::newRow("a silent path, where that is off") << 6 << -1;
        QTest::newRow("a silent path on this machine") << 7 << -1;
        QTest::newRow("by hand") << 8 << int(TraceReason::ByHand);
        QTest::newRow("by the clock") << 9 << int(TraceReason::Schedule);
        QTest::newRow("by the clock, where that is off") << 10 << -1;
        QTest::newRow("a silent path, where all of it is off") << 12 << -1;
        QTest::newRow("by the clock, where all of it is off") << 13 << -1;
    }

    void whatStartsATrace()
    {
        QFETCH(int, what);
        QFETCH(int, reason);
        PathWatchOptions how = options();
        TraceSettings when;
        when.onFailure = what != 6;
        if (what == 9 || what == 10 || what == 13)
            how.firstAfter = milliseconds(50);
        if (what == 10)
            when.every.reset();
        PathWatch watch(how);
        watch.setAutomatic(what != 12 && what != 13);
        const Heard heard(watch);
        ConnectionSettings settings = this->settings();
        settings.trace = when;
        watch.watch(m_peer, settings);
        tell(watch, batchOf(opened(m_peer, what == 7 ? QStringLiteral("127.0.0.1:9001") : endpoint)));
        Verdict verdict;
        verdict.cause = Cause::OpenTimeout;
        if (what == 11)
            verdict.cause = Cause::Unreachable;
        verdict.phase = what == 3 ? DialPhase::Upgrade : DialPhase::Tcp;
        verdict.attempts = {{QStringLiteral("203.0.113.9:443"), AddressOutcome::NoAnswer, seconds(9), 0}};
        Batch batch;
        if (what == 0 || what == 6 || what == 7 || what == 12)
            batch = batchOf(silent(m_peer));
        else if (what == 1)
            batch = batchOf(silent(m_peer, Evidence::PeerSilent));
        else if (what == 2 || what == 3 || what == 11)
            batch = batchOf(eventOf(m_peer, Closed{verdict, {}}));
        else if (what == 4 || what == 5)
            for (int i = 0; i < 3; ++i)
                batch.items.emplace_back(slowSample(m_peer, milliseconds(what == 4 ? 400 : 20)));
        else if (what == 8)
            watch.traceNow(m_peer);
        tell(watch, batch);
        if (reason < 0) {
            // Another peer's trace, which comes later, shows that there was none.
            watch.watch(m_other, settings);
            tell(watch, batchOf(opened(m_other, QStringLiteral("203.0.113.99:443"))));
            watch.traceNow(m_other);
        }
        QTRY_COMPARE_WITH_TIMEOUT(heard.paths.size(), size_t(1), 15000);
        QCOMPARE(heard.paths[0].first, reason < 0 ? m_other : m_peer);
        const PathTrace &trace = heard.paths[0].second->trace;
        if (reason >= 0)
            QCOMPARE(int(trace.reason), reason);
        QCOMPARE(trace.target.host, QStringLiteral("edge.example"));
        QCOMPARE(trace.target.address, reason < 0                ? QStringLiteral("203.0.113.99")
                                       : what == 2 || what == 11 ? QStringLiteral("203.0.113.9")
                                                                 : QStringLiteral("203.0.113.7"));
        QVERIFY(trace.reached);
    }

    /// A failure that lasts is not traced at each ping that is missed.
    void tracesKeepTheirDistance()
    {
        PathWatch watch(options());
        const Heard heard(watch);
        watch.watch(m_peer, settings());
        tell(watch, batchOf(opened(m_peer), silent(m_peer), silent(m_peer)));
        QTRY_COMPARE_WITH_TIMEOUT(heard.paths.size(), size_t(1), 15000);
        tell(watch, batchOf(silent(m_peer)));
        watch.traceNow(m_peer); // whoever asks gets one
        QTRY_COMPARE_WITH_TIMEOUT(heard.paths.size(), size_t(2), 15000);
        QCOMPARE(runs(), 2);
    }

    /// What was traced a moment before by the clock says nothing about the failure.
    void failureIsTracedRightAfterATraceByTheClock()
    {
        PathWatchOptions how = options();
        how.firstAfter = milliseconds(50);
        PathWatch watch(how);
        const Heard heard(watch);
        watch.watch(m_peer, settings());
        tell(watch, batchOf(opened(m_peer)));
        QTRY_COMPARE_WITH_TIMEOUT(heard.paths.size(), size_t(1), 15000);
        QCOMPARE(heard.paths[0].second->trace.reason, TraceReason::Schedule);
        QVERIFY(heard.areRoutine[0]);
        setWhole(false);
        tell(watch, batchOf(silent(m_peer)));
        QTRY_COMPARE_WITH_TIMEOUT(heard.paths.size(), size_t(2), 15000);
        QCOMPARE(heard.paths[1].second->trace.reason, TraceReason::PathSilent);
        QVERIFY(heard.paths[1].second->lastGood);
        QVERIFY(!heard.areRoutine[1]);
        tell(watch, batchOf(silent(m_peer))); // and then at a distance
        watch.traceNow(m_peer);
        QTRY_COMPARE_WITH_TIMEOUT(heard.paths.size(), size_t(3), 15000);
        QCOMPARE(runs(), 3);
    }

    void peersOfOneDestinationShareATrace()
    {
        PathWatch watch(options());
        const Heard heard(watch);
        watch.watch(m_peer, settings());
        watch.watch(m_other, settings());
        tell(watch, batchOf(opened(m_peer), opened(m_other), silent(m_peer), silent(m_other)));
        QTRY_COMPARE_WITH_TIMEOUT(heard.paths.size(), size_t(2), 15000);
        QCOMPARE(heard.paths[0].first, m_peer);
        QCOMPARE(heard.paths[1].first, m_other);
        QVERIFY(heard.paths[0].second == heard.paths[1].second);
        QCOMPARE(runs(), 1);
    }

    /// What was seen when all was well is what a failure is compared with, and the end says it.
    void endSaysWhatTheTraceHasSeen()
    {
        PathWatchOptions how = options();
        how.leastBetween = milliseconds(0);
        PathWatch watch(how);
        const Heard heard(watch);
        watch.watch(m_peer, settings());
        tell(watch, batchOf(opened(m_peer)));
        watch.traceNow(m_peer);
        QTRY_COMPARE_WITH_TIMEOUT(heard.paths.size(), size_t(1), 15000);
        setWhole(false);
        tell(watch, batchOf(silent(m_peer)));
        QTRY_COMPARE_WITH_TIMEOUT(heard.paths.size(), size_t(2), 15000);
        const SharedPath path = pathIn(watch.take(batchOf(slowSample(m_peer, seconds(0)), closed(m_peer))));
        QVERIFY(path);
        QVERIFY(!path->trace.reached);
        QVERIFY(path->lastGood);
        QVERIFY(path->lastGood->reached);
        QVERIFY(path->lastGood->begun <= path->trace.begun);
        // Of another peer's end, and of one that the network has nothing to do with, nothing is said.
        QVERIFY(!watch.take(batchOf(closed(m_other))));
        Verdict gone;
        gone.cause = Cause::PeerClose;
        QVERIFY(!watch.take(batchOf(eventOf(m_peer, Closed{gone, {}}))));
        // What was seen before a connection opened again is of another trouble.
        tell(watch, batchOf(opened(m_peer)));
        QVERIFY(!watch.take(batchOf(closed(m_peer))));
        // Notes: what is new, and that it is over.
        PathNews news;
        const SharedPath good(TracedPath{*path->lastGood, {}});
        QVERIFY(!news.take(m_peer, *good));
        QVERIFY(news.take(m_peer, *path));
        QVERIFY(!news.take(m_peer, *path));
        QVERIFY(news.take(m_peer, *good));
        QVERIFY(!news.take(m_peer, *good));
    }

    void whatIsMissingIsSaidOnce()
    {
        PathWatchOptions how = options();
        how.tracer.program = m_folder->filePath(QStringLiteral("nothing"));
        how.leastBetween = milliseconds(0);
        how.firstAfter = milliseconds(30);
        TraceSettings often;
        often.every = milliseconds(30);
        PathWatch watch(how);
        QSignalSpy problems(&watch, &PathWatch::problem);
        ConnectionSettings frequent = settings();
        frequent.trace = often;
        watch.watch(m_other, frequent); // by the clock: nobody is bothered
        watch.watch(m_peer, settings());
        tell(watch,
             batchOf(opened(m_other, QStringLiteral("203.0.113.8:443")), opened(m_peer), silent(m_peer)));
        QTRY_COMPARE_WITH_TIMEOUT(problems.size(), 1, 15000);
        tell(watch, batchOf(silent(m_peer)));
        watch.traceNow(m_peer); // whoever asks is told again
        QTRY_COMPARE_WITH_TIMEOUT(problems.size(), 2, 15000);
    }

    void nothingIsTracedAtTheEnd()
    {
        PathWatch watch(options());
        const Heard heard(watch);
        watch.watch(m_peer, settings());
        tell(watch, batchOf(opened(m_peer)));
        watch.stop();
        tell(watch, batchOf(silent(m_peer)));
        watch.traceNow(m_peer);
        QCoreApplication::processEvents();
        QCOMPARE(runs(), 0);
    }
};

QTEST_GUILESS_MAIN(TestPathWatch)
#include "tst_pathwatch.moc"
