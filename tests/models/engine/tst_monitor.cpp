// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clock.h"
#include "engine/monitor.h"
#include "engine/transport.h"
#include "tests/support/honesttest.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QRandomGenerator>
#include <QSemaphore>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <atomic>

using namespace Pongwatch;
using namespace std::chrono_literals;

namespace
{

/// The system's clocks, on a machine that pretends to have slept.
class SleepyClock final : public Clock
{
public:
    void sleep(nanoseconds duration) { m_slept = m_slept.load() + duration.count(); }

    [[nodiscard]] SteadyTime now() const override { return m_real.now(); }
    [[nodiscard]] WallTime wallNow() const override { return m_real.wallNow(); }
    [[nodiscard]] nanoseconds suspendedSoFar() const override { return nanoseconds(m_slept.load()); }

private:
    SystemClock m_real;
    std::atomic<qint64> m_slept = 0;
};

/// Opens at once and answers every ping at once, from the event loop of the I/O thread.
class ObligingTransport final : public QObject, public Transport
{
public:
    /// `answerAfter`: how long the peer waits before each pong.
    explicit ObligingTransport(milliseconds answerAfter)
        : m_answerAfter(answerAfter)
    {
    }
    void open(const ConnectionSettings &, TransportListener *listener) override
    {
        m_listener = listener;
        later([this] { m_listener->transportOpened(Opened{}); });
    }
    FrameWrite sendPing(QByteArrayView payload) override
    {
        const auto answer = [this, payload = payload.toByteArray()] {
            if (m_listener)
                m_listener->pongReceived(payload,
                                         FrameRead{std::chrono::steady_clock::now(), 0, std::nullopt});
        };
        if (m_answerAfter.count() > 0)
            QTimer::singleShot(m_answerAfter, Qt::PreciseTimer, this, answer);
        else
            later(answer);
        return {std::chrono::steady_clock::now(), 0};
    }
    FrameWrite sendText(const QString &) override { return {}; }
    FrameWrite sendBinary(QByteArrayView) override { return {}; }
    [[nodiscard]] qint64 backlogBytes() const override { return 0; }
    void sendClose(const CloseFrame &frame) override
    {
        later([this, frame] { m_listener->closeFrameReceived(frame); });
        later([this] {
            TransportEnd end;
            end.cause = Cause::Eof;
            std::exchange(m_listener, nullptr)->transportEnded(end);
        });
    }
    void abort() override { m_listener = nullptr; }
    [[nodiscard]] DialPhase phase() const override { return DialPhase::Open; }
    [[nodiscard]] std::optional<SteadyTime> lastReceivedAt() const override { return std::nullopt; }
    [[nodiscard]] std::optional<TcpSnapshot> tcpSnapshot() const override { return std::nullopt; }
    void setMessagesWanted(qint64) override {}

private:
    template <typename Call>
    void later(Call call)
    {
        QMetaObject::invokeMethod(
            this,
            [this, call] {
                if (m_listener)
                    call();
            },
            Qt::QueuedConnection);
    }
    TransportListener *m_listener = nullptr;
    milliseconds m_answerAfter;
};

class ObligingFactory final : public TransportFactory
{
public:
    explicit ObligingFactory(milliseconds answerAfter)
        : m_answerAfter(answerAfter)
    {
    }
    [[nodiscard]] std::unique_ptr<Transport> create(const ConnectionSettings &) override
    {
        return std::make_unique<ObligingTransport>(m_answerAfter);
    }

private:
    milliseconds m_answerAfter;
};

MonitorOptions obliging(int threads = 1, milliseconds answerAfter = 0ms)
{
    MonitorOptions options;
    options.threads = threads;
    options.transportFactory = [answerAfter] { return std::make_unique<ObligingFactory>(answerAfter); };
    return options;
}

ConnectionSettings pinging(nanoseconds interval)
{
    ConnectionSettings settings;
    settings.url = QUrl(QStringLiteral("ws://127.0.0.1:9/"));
    settings.keepalive.interval = interval;
    settings.keepalive.firstPing = FirstPing::Interval;
    return settings;
}

/// Collects batches, and knows what has been seen of each peer.
class Gatherer : public QObject
{
public:
    explicit Gatherer(Monitor &monitor)
    {
        connect(&monitor, &Monitor::batchReady, this, [this](const Batch &batch) {
            ++batches;
            for (const auto &item : batch.items) {
                if (const auto *sample = std::get_if<PingSample>(&item)) {
                    ++samples;
                    pinged.insert(sample->peer);
                } else if (const auto *change =
                               std::get_if<StateChanged>(&std::get<ConnectionEvent>(item).what)) {
                    state[std::get<ConnectionEvent>(item).peer] = change->state;
                }
            }
        });
    }
    int count(ConnectionState wanted) const { return int(state.keys(wanted).size()); }

    int batches = 0;
    int samples = 0;
    QSet<PeerId> pinged;
    QHash<PeerId, ConnectionState> state;
};

} // namespace

class TestMonitor : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void watchesManyPeersInFewBatches()
    {
        Monitor monitor(obliging());
        Gatherer seen(monitor);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 300; ++i)
            monitor.addPeer(pinging(100ms));
        QTRY_COMPARE_WITH_TIMEOUT(seen.pinged.size(), 300, 20'000);
        QTRY_VERIFY(seen.samples > 3000);
        const auto elapsed = timer.elapsed();
        QVERIFY2(seen.batches <= elapsed / 50 + 2,
                 qPrintable(QStringLiteral("%1 batches in %2 ms").arg(seen.batches).arg(elapsed)));
    }

    void samplesOfManyPeersWaitForOthers()
    {
        Monitor monitor(obliging());
        Gatherer seen(monitor);
        for (int i = 0; i < 30; ++i)
            monitor.addPeer(pinging(25ms));
        QTRY_VERIFY_WITH_TIMEOUT(seen.samples > 30 * 40, 20'000); // each limit is known by now
        QElapsedTimer timer;
        timer.start();
        const int before = seen.batches;
        const int samplesBefore = seen.samples;
        QTRY_VERIFY_WITH_TIMEOUT(seen.samples > samplesBefore + 2000, 20'000);
        const auto elapsed = timer.elapsed();
        QVERIFY2(seen.batches - before <= elapsed / 250 + 2,
                 qPrintable(QStringLiteral("%1 batches in %2 ms").arg(seen.batches - before).arg(elapsed)));
    }

    void dealsPeersToThreadsAndStopsThemAll()
    {
        Monitor monitor(obliging(2));
        Gatherer seen(monitor);
        for (int i = 0; i < 20; ++i)
            monitor.addPeer(pinging(20s));
        QTRY_COMPARE(seen.count(ConnectionState::Open), 20);
        QSignalSpy stopped(&monitor, &Monitor::stopped);
        monitor.stop({quint16(1001), {}});
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(seen.count(ConnectionState::Closed), 20);
    }

    void stopsAtOnceWithoutPeers()
    {
        Monitor monitor(obliging());
        QSignalSpy stopped(&monitor, &Monitor::stopped);
        monitor.stop({quint16(1001), {}});
        QTRY_COMPARE(stopped.size(), 1);
    }

    void aThreadThatHangsDoesNotAnswer()
    {
        auto gate = std::make_shared<QSemaphore>();
        MonitorOptions options = obliging(2);
        const auto factory = options.transportFactory;
        // Each thread creates its factory first.
        options.transportFactory = [gate, factory] {
            gate->acquire();
            return factory();
        };
        Monitor monitor(options);
        QSignalSpy answered(&monitor, &Monitor::threadsAnswered);
        monitor.askThreads();
        gate->release();
        monitor.askThreads();
        Gatherer seen(monitor);
        QTRY_COMPARE(gate->available(), 0); // one thread runs
        QCOMPARE(answered.size(), 0);
        gate->release();
        QTRY_COMPARE(answered.size(), 1);
        monitor.askThreads();
        QTRY_COMPARE(answered.size(), 2);
    }

    void commandsReachThePeer()
    {
        Monitor monitor(obliging());
        Gatherer seen(monitor);
        const PeerId peer = monitor.addPeer(pinging(1h));
        QTRY_COMPARE(seen.state.value(peer), ConnectionState::Open);
        monitor.pingNow(peer);
        QTRY_COMPARE(seen.samples, 1);
        monitor.pausePeer(peer);
        QTRY_COMPARE(seen.state.value(peer), ConnectionState::Paused);
        monitor.resumePeer(peer);
        QTRY_COMPARE(seen.state.value(peer), ConnectionState::Open);
        monitor.closePeer(peer, {quint16(4000), {}});
        QTRY_COMPARE(seen.state.value(peer), ConnectionState::Closed);
        monitor.reconnectNow(peer);
        QTRY_COMPARE(seen.state.value(peer), ConnectionState::Open);
    }

    void eachPingThatWasAskedForIsReportedInItsPlace()
    {
        Monitor monitor(obliging());
        QStringList story;
        connect(&monitor, &Monitor::batchReady, this, [&story](const Batch &batch) {
            for (const auto &item : batch.items) {
                if (const auto *sample = std::get_if<PingSample>(&item)) {
                    story.append(QStringLiteral("pong %1").arg(sample->seq));
                    continue;
                }
                const ConnectionEvent &event = std::get<ConnectionEvent>(item);
                if (const auto *sent = std::get_if<PingSent>(&event.what))
                    story.append(QStringLiteral("ping %1").arg(sent->seq));
                else if (std::holds_alternative<Opened>(event.what) ||
                         std::holds_alternative<Closed>(event.what))
                    story.append(std::holds_alternative<Opened>(event.what) ? QStringLiteral("open")
                                                                            : QStringLiteral("closed"));
            }
        });
        const PeerId peer = monitor.addPausedPeer(pinging(1h));
        monitor.pingNow(peer);
        monitor.resumePeer(peer);
        QTRY_COMPARE(story, (QStringList{QStringLiteral("ping 0"), QStringLiteral("open")}));
        monitor.pingNow(peer);
        QTRY_COMPARE(story.size(), 4);
        monitor.pingNow(peer);
        QTRY_COMPARE(story.size(), 6);
        monitor.closePeer(peer, {quint16(1000), {}});
        monitor.pingNow(peer);
        QTRY_COMPARE(story.size(), 8);
        QCOMPARE(story.mid(2, 4), (QStringList{QStringLiteral("ping 1"), QStringLiteral("pong 1"),
                                               QStringLiteral("ping 2"), QStringLiteral("pong 2")}));
        // The peer's answer to the Close may come before the ping is requested.
        QStringList atTheEnd = story.mid(6);
        atTheEnd.sort();
        QCOMPARE(atTheEnd, (QStringList{QStringLiteral("closed"), QStringLiteral("ping 0")}));
    }

    void unknownAndRemovedPeersAreIgnored()
    {
        Monitor monitor(obliging());
        Gatherer seen(monitor);
        const PeerId first = monitor.addPeer(pinging(1h));
        QTRY_COMPARE(seen.state.value(first), ConnectionState::Open);
        monitor.removePeer(first);
        monitor.removePeer(first);
        monitor.pingNow(first);
        monitor.pingNow(PeerId{99});
        QTRY_COMPARE(seen.state.value(first), ConnectionState::Closed);
        const PeerId second = monitor.addPeer(pinging(1h));
        QVERIFY(second != first);
        QTRY_COMPARE(seen.state.value(second), ConnectionState::Open);
        QCOMPARE(seen.samples, 0);
    }

    void destroyedWithOpenConnections()
    {
        for (int i = 0; i < 20; ++i) {
            Monitor monitor(obliging(2));
            for (int k = 0; k < 10; ++k)
                monitor.addPeer(pinging(1ms));
        }
    }

    void waitingForAPongIsNotTakenForOurOwnLag()
    {
        Monitor monitor(obliging(1, 30ms));
        int samples = 0;
        int unmarked = 0;
        connect(&monitor, &Monitor::batchReady, this, [&](const Batch &batch) {
            for (const auto &item : batch.items) {
                if (const auto *sample = std::get_if<PingSample>(&item)) {
                    ++samples;
                    unmarked += sample->marks.testFlag(SampleMark::ObserverLag) ? 0 : 1;
                }
            }
        });
        monitor.addPeer(pinging(20ms));
        QTRY_VERIFY_WITH_TIMEOUT(samples >= 40, 20'000);
        // A busy machine may really be late now and then, but not most of the time.
        QVERIFY2(unmarked * 2 > samples, qPrintable(QStringLiteral("%1 of %2").arg(unmarked).arg(samples)));
    }

    void jumpBetweenBootTimeAndMonotonicTimeIsASuspend()
    {
        SleepyClock clock;
        MonitorOptions options = obliging();
        options.clock = &clock;
        Monitor monitor(options);
        QList<nanoseconds> suspends;
        bool isOpen = false;
        bool peerIsBlamed = false;
        connect(&monitor, &Monitor::batchReady, this, [&](const Batch &batch) {
            for (const auto &item : batch.items) {
                const auto *event = std::get_if<ConnectionEvent>(&item);
                if (event == nullptr)
                    continue;
                isOpen = isOpen || std::holds_alternative<Opened>(event->what);
                peerIsBlamed = peerIsBlamed || std::holds_alternative<PingTimedOut>(event->what) ||
                               std::holds_alternative<Closed>(event->what);
                if (const auto *suspended = std::get_if<Suspended>(&event->what))
                    suspends.append(suspended->duration);
            }
        });
        monitor.addPeer(pinging(20ms));
        QTRY_VERIFY(isOpen);
        clock.sleep(100ms); // the two clocks are never read at the same moment
        clock.sleep(1h);
        QTRY_COMPARE(suspends.size(), 1);
        QVERIFY(suspends.front() >= 1h && suspends.front() <= 1h + 100ms);
        clock.sleep(2h);
        QTRY_COMPARE(suspends.size(), 2);
        QCOMPARE(suspends.last(), nanoseconds(2h));
        QVERIFY(!peerIsBlamed);
    }

    void busyGuiThreadDoesNotShowInTheRtts()
    {
        Monitor monitor(obliging());
        nanoseconds worst{0};
        int samples = 0;
        connect(&monitor, &Monitor::batchReady, this, [&](const Batch &batch) {
            for (const auto &item : batch.items) {
                if (const auto *sample = std::get_if<PingSample>(&item)) {
                    ++samples;
                    worst = std::max(worst, sample->rtt);
                }
            }
        });
        monitor.addPeer(pinging(10ms));
        // Half of the time, this thread only burns CPU time.
        QTimer burner;
        connect(&burner, &QTimer::timeout, this, [] {
            QElapsedTimer burning;
            burning.start();
            while (!burning.hasExpired(200)) {
            }
        });
        burner.start(400);
        QTRY_VERIFY_WITH_TIMEOUT(samples > 100, 10'000);
        QVERIFY2(worst < 150ms, qPrintable(QString::number(toMilliseconds(worst))));
    }
};

QTEST_GUILESS_MAIN(TestMonitor)
#include "tst_monitor.moc"
