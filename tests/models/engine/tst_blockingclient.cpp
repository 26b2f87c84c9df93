// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"
#include "engine/blocking/blockingclient.h"
#include "engine/blocking/clientstate.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/honesttest.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

using namespace Pongwatch;
using namespace std::chrono_literals;
using Kind = ClientError::Kind;

class TestBlockingClient : public TestSupport::HonestTest
{
    Q_OBJECT

    DemoFleet m_fleet;
    std::unique_ptr<BlockingRuntime> m_runtime;

    /// Every call in these tests is made from here, where no event loop runs while it waits.
    ConnectionSettings settingsFor(const QString &path) const
    {
        ConnectionSettings settings;
        settings.client = TestSupport::clientOfRow();
        settings.url = m_fleet.url(path);
        settings.closeTimeout = 2s;
        settings.keepalive.firstPing = FirstPing::Interval;
        settings.reconnect.enabled = false;
        return settings;
    }

private Q_SLOTS:
    void initTestCase_data() { TestSupport::runForBothClients(); }
    void initTestCase()
    {
        QCOMPARE(m_fleet.start(), QString());
        m_runtime = std::make_unique<BlockingRuntime>();
    }
    void cleanupTestCase() { m_runtime.reset(); }

    void opensPingsAndCloses()
    {
        BlockingClient client(*m_runtime, settingsFor(QStringLiteral("/slow?ms=30")));
        QCOMPARE(client.state(), ConnectionState::Closed);
        QVERIFY(!client.latency());
        const auto opened = client.open();
        QVERIFY2(opened.ok(), qPrintable(opened.ok() ? QString() : opened.error().sentence));
        QVERIFY(!opened.value().address.isEmpty());
        QCOMPARE(client.state(), ConnectionState::Open);
        const auto rtt = client.ping(5s);
        QVERIFY(rtt.ok());
        QVERIFY(rtt.value() >= 30ms && rtt.value() < 1s);
        QCOMPARE(*client.latency(), rtt.value());
        const auto verdict = client.close(4001, QStringLiteral("done"));
        QVERIFY(verdict.ok());
        QCOMPARE(verdict.value().cause, Cause::LocalClose);
        QCOMPARE(*verdict.value().sent->code, quint16(4001));
        QCOMPARE(client.state(), ConnectionState::Closed);
    }

    void opensAgainAfterClose()
    {
        BlockingClient client(*m_runtime, settingsFor(QStringLiteral("/steady")));
        for (int i = 0; i < 3; ++i) {
            QVERIFY(client.open().ok());
            QVERIFY(client.ping(5s).ok());
            QVERIFY(client.close().ok());
        }
    }

    void callsWithoutAConnectionReturnAtOnce()
    {
        BlockingClient client(*m_runtime, settingsFor(QStringLiteral("/steady")));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(client.ping(1h).error().kind, Kind::NotOpen);
        QCOMPARE(client.send(QStringLiteral("x")).error().kind, Kind::NotOpen);
        QCOMPARE(client.receive(1h).error().kind, Kind::NotOpen);
        QCOMPARE(client.close().error().kind, Kind::NotOpen);
        QVERIFY(timer.elapsed() < 2000);
    }

    void failedDialGivesItsVerdict_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<Cause>("cause");
        QTest::newRow("rejected") << QStringLiteral("/reject?status=503") << Cause::HandshakeRejected;
        QTest::newRow("wrong accept key") << QStringLiteral("/bad-accept") << Cause::HandshakeInvalid;
        QTest::newRow("no answer to the upgrade") << QStringLiteral("/hang") << Cause::OpenTimeout;
    }
    void failedDialGivesItsVerdict()
    {
        QFETCH(QString, path);
        QFETCH(Cause, cause);
        ConnectionSettings settings = settingsFor(path);
        settings.openTimeout = 300ms;
        BlockingClient client(*m_runtime, settings);
        const auto opened = client.open();
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().kind, Kind::Ended);
        QCOMPARE(opened.error().verdict->cause, cause);
        QVERIFY(!opened.error().sentence.isEmpty());
    }

    void pingTimesOutByItself()
    {
        BlockingClient client(*m_runtime, settingsFor(QStringLiteral("/slow?ms=2000")));
        QVERIFY(client.open().ok());
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(client.ping(200ms).error().kind, Kind::Timeout);
        QVERIFY(timer.elapsed() >= 199 && timer.elapsed() < 1500);
    }

    void waitingPingReturnsWhenTheConnectionEnds()
    {
        BlockingClient client(*m_runtime, settingsFor(QStringLiteral("/slow?ms=60000")));
        QVERIFY(client.open().ok());
        std::thread closer([&client] { (void)client.close(); });
        const auto rtt = client.ping(1h);
        closer.join();
        QVERIFY(!rtt.ok());
        QVERIFY(rtt.error().kind == Kind::Ended || rtt.error().kind == Kind::NotOpen);
    }

    void waitingReceiveReturnsWithTheVerdict()
    {
        BlockingClient client(*m_runtime,
                              settingsFor(QStringLiteral("/close?after=1&code=1012&reason=deploy")));
        QVERIFY(client.open().ok());
        const auto message = client.receive(1h);
        QCOMPARE(message.error().kind, Kind::Ended);
        QCOMPARE(message.error().verdict->cause, Cause::PeerClose);
        QCOMPARE(message.error().verdict->closeCode, quint16(1012));
    }

    void keepaliveClosesASilentPeerWhileTheCallerDoesNothing()
    {
        ConnectionSettings settings = settingsFor(QStringLiteral("/stall?after=0"));
        settings.keepalive.interval = 200ms;
        settings.keepalive.timeout = 200ms;
        settings.closeTimeout = 100ms;
        BlockingClient client(*m_runtime, settings);
        QVERIFY(client.open().ok());
        QTRY_VERIFY(client.verdict().has_value());
        QCOMPARE(client.verdict()->cause, Cause::KeepaliveTimeout);
        QCOMPARE(*client.verdict()->sent->code, quint16(1011));
        QCOMPARE(client.verdict()->closeCode, quint16(1006));
    }

    void keepaliveMeasuresWhileTheCallerDoesNothing()
    {
        ConnectionSettings settings = settingsFor(QStringLiteral("/steady"));
        settings.keepalive.interval = 50ms;
        BlockingClient client(*m_runtime, settings);
        QVERIFY(client.open().ok());
        QTRY_VERIFY(client.latency().has_value());
    }

    void comesBackByItself()
    {
        ConnectionSettings settings = settingsFor(QStringLiteral("/eof?after=1"));
        settings.reconnect.enabled = true;
        settings.reconnect.initial = 100ms;
        BlockingClient client(*m_runtime, settings);
        QVERIFY(client.open().ok());
        QCOMPARE(client.receive(1h).error().verdict->cause, Cause::Eof);
        QVERIFY(client.state() != ConnectionState::Open);
        // The peer ends every connection after a second: on a busy machine, one may be over before its ping.
        QTRY_VERIFY(client.ping(5s).ok());
        QVERIFY(client.close().ok());
    }

    /// The end is reported before the state that follows it: a caller woken by the end must not find it open.
    void endIsNeverSeenAsOpen()
    {
        ClientState state;
        state.event({{}, 1, {}, Opened{}});
        {
            const ClientState::Call call(state);
            QCOMPARE(state.state, ConnectionState::Open);
        }
        state.event({{}, 1, {}, Closed{}});
        const ClientState::Call call(state);
        QVERIFY(state.state != ConnectionState::Open);
        QVERIFY(!state.isAtRest());
    }

    void messagesComeInOrder()
    {
        BlockingClient client(*m_runtime, settingsFor(QStringLiteral("/steady")));
        QVERIFY(client.open().ok());
        for (int i = 0; i < 1000; ++i)
            QVERIFY(client.send(QString::number(i)).ok());
        for (int i = 0; i < 1000; ++i) {
            const auto message = client.receive(5s);
            QVERIFY(message.ok());
            QCOMPARE(message.value().text(), QString::number(i));
            QVERIFY(!message.value().binary);
        }
        QCOMPARE(client.receive(10ms).error().kind, Kind::Timeout);
    }

    void slowReaderKeepsTheConnectionAndIsToldWhatItMissed()
    {
        ConnectionSettings settings = settingsFor(QStringLiteral("/flood?rate=50000"));
        settings.keepalive.interval = 100ms;
        settings.keepalive.timeout = 5s;
        BlockingClient client(*m_runtime, settings);
        QVERIFY(client.open().ok());
        // Nobody reads until more has come than the queue can hold; pongs get through all the while.
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY_WITH_TIMEOUT(timer.elapsed() > 1000, 5000);
        QCOMPARE(client.state(), ConnectionState::Open);
        QVERIFY(client.ping(5s).ok());
        qsizetype received = 0;
        for (;;) {
            const auto message = client.receive(5s);
            if (!message.ok()) {
                QCOMPARE(message.error().kind, Kind::Overflow);
                QVERIFY(message.error().messagesLost > 0);
                break;
            }
            ++received;
        }
        QVERIFY(received >= BlockingClient::queueMessages);
        QVERIFY(client.receive(5s).ok());
    }

    void manyThreadsShareOneClient()
    {
        BlockingClient client(*m_runtime, settingsFor(QStringLiteral("/steady")));
        QVERIFY(client.open().ok());
        constexpr int threads = 20;
        constexpr int perThread = 50;
        std::atomic<int> failures{0};
        std::mutex mutex;
        QSet<QString> received;
        std::vector<std::thread> workers;
        for (int t = 0; t < threads; ++t) {
            workers.emplace_back([&, t] {
                for (int i = 0; i < perThread; ++i) {
                    failures += client.send(QStringLiteral("%1/%2").arg(t).arg(i)).ok() ? 0 : 1;
                    const auto message = client.receive(10s);
                    failures += message.ok() ? 0 : 1;
                    if (i % 10 == 0)
                        failures += client.ping(10s).ok() ? 0 : 1;
                    if (message.ok()) {
                        const std::lock_guard lock(mutex);
                        received.insert(message.value().text());
                    }
                }
            });
        }
        for (std::thread &worker : workers)
            worker.join();
        QCOMPARE(failures.load(), 0);
        QCOMPARE(received.size(), threads * perThread);
    }

    void whatHappensIsToldInOrder()
    {
        BlockingClient client(*m_runtime, settingsFor(QStringLiteral("/steady")), {true, true});
        QVERIFY(client.open().ok());
        const ClientResult<quint32> seq = client.sendPing();
        QVERIFY(seq.ok());
        QStringList told;
        while (told.isEmpty() || told.last() != QStringLiteral("pong")) {
            const ClientResult<Happening> happening = client.nextHappening(10s);
            QVERIFY2(happening.ok(), "the pong is told");
            if (const auto *sample = std::get_if<PingSample>(&happening.value())) {
                QCOMPARE(sample->seq, seq.value());
                told.append(QStringLiteral("pong"));
            } else if (std::holds_alternative<Opened>(std::get<ConnectionEvent>(happening.value()).what)) {
                told.append(QStringLiteral("opened"));
            }
        }
        QCOMPARE(told, (QStringList{QStringLiteral("opened"), QStringLiteral("pong")}));
        QVERIFY(client.close().ok());
        bool closed = false;
        while (const ClientResult<Happening> happening = client.nextHappening(0s)) {
            const auto *event = std::get_if<ConnectionEvent>(&happening.value());
            closed = closed || (event && std::holds_alternative<Closed>(event->what));
        }
        QVERIFY(closed);
    }

    void tooManyHappeningsAreCountedNotKept()
    {
        ConnectionSettings settings = settingsFor(QStringLiteral("/steady"));
        BlockingClient client(*m_runtime, settings, {false, true});
        QVERIFY(client.open().ok());
        // By several callers, so that a busy machine need not switch threads for each of them alone.
        constexpr int callers = 10;
        constexpr int more = 50;
        std::atomic<int> toPing{static_cast<int>(BlockingClient::queueHappenings) + more};
        std::atomic<int> failed{0};
        std::vector<std::thread> pinging;
        for (int i = 0; i < callers; ++i) {
            pinging.emplace_back([&client, &toPing, &failed] {
                while (toPing-- > 0)
                    failed += client.ping(10s).ok() ? 0 : 1;
            });
        }
        for (std::thread &caller : pinging)
            caller.join();
        QCOMPARE(failed.load(), 0);
        qsizetype kept = 0;
        ClientResult<Happening> next = client.nextHappening(0s);
        for (; next.ok(); next = client.nextHappening(0s))
            ++kept;
        QCOMPARE(kept, BlockingClient::queueHappenings);
        QCOMPARE(next.error().kind, Kind::Overflow);
        QVERIFY(next.error().messagesLost >= quint64(more));
        QCOMPARE(client.nextHappening(0s).error().kind, Kind::Timeout);
    }

    void unwantedMessagesAreNotKept()
    {
        BlockingClient client(*m_runtime, settingsFor(QStringLiteral("/steady")), {false, false});
        QVERIFY(client.open().ok());
        QVERIFY(client.send(QStringLiteral("echo")).ok());
        QVERIFY(client.ping(10s).ok()); // the echo came before its pong
        QCOMPARE(client.receive(0s).error().kind, Kind::Timeout);
    }

    void interruptWakesEveryCallUntilTheNextOpen()
    {
        BlockingClient client(*m_runtime, settingsFor(QStringLiteral("/slow?ms=60000")), {true, true});
        QVERIFY(client.open().ok());
        while (client.nextHappening(0s).ok())
            ; // so that the third call below waits
        std::atomic<int> interrupted{0};
        std::vector<std::thread> waiting;
        const auto wait = [&](auto call) {
            waiting.emplace_back(
                [&interrupted, call] { interrupted += call().error().kind == Kind::Interrupted ? 1 : 0; });
        };
        wait([&client] { return client.receive(1h); });
        wait([&client] { return client.ping(1h); });
        wait([&client] { return client.nextHappening(1h); });
        QTRY_COMPARE(client.waitingCalls(), 3);
        client.interrupt();
        for (std::thread &thread : waiting)
            thread.join();
        QCOMPARE(interrupted.load(), 3);
        QCOMPARE(client.receive(1h).error().kind, Kind::Interrupted);
        QVERIFY(client.open().ok());
        QCOMPARE(client.receive(0s).error().kind, Kind::Timeout);
        client.interrupt();
        QVERIFY2(client.close().ok(), "closing is not interrupted");
    }

    void destroyedWhileOthersWait()
    {
        for (int round = 0; round < 20; ++round) {
            auto client =
                std::make_unique<BlockingClient>(*m_runtime, settingsFor(QStringLiteral("/slow?ms=60000")));
            QVERIFY(client->open().ok());
            std::atomic<int> inside{0};
            std::atomic<int> destroyed{0};
            std::vector<std::thread> waiting;
            for (int i = 0; i < 4; ++i) {
                waiting.emplace_back([&, i] {
                    ++inside;
                    const auto kind =
                        i % 2 ? client->receive(1h).error().kind : client->ping(1h).error().kind;
                    destroyed += kind == Kind::Destroyed ? 1 : 0;
                });
            }
            QTRY_COMPARE(inside.load(), 4);
            QTRY_VERIFY(client->waitingCalls() == 4);
            client.reset();
            for (std::thread &thread : waiting)
                thread.join();
            QCOMPARE(destroyed.load(), 4);
        }
    }

    void manyClientsShareOneThread()
    {
        // python-websockets takes two threads per connection; here there is one for all.
        const auto threadCount = [] {
            return QDir(QStringLiteral("/proc/self/task"))
                .entryList(QDir::Dirs | QDir::NoDotAndDotDot)
                .size();
        };
        if (!QFile::exists(QStringLiteral("/proc/self/task")))
            return; // only Linux tells
        const qsizetype before = threadCount();
        std::vector<std::unique_ptr<BlockingClient>> clients;
        for (int i = 0; i < 100; ++i) {
            clients.push_back(
                std::make_unique<BlockingClient>(*m_runtime, settingsFor(QStringLiteral("/steady"))));
            QVERIFY(clients.back()->open().ok());
        }
        QVERIFY(threadCount() <= before);
    }
};

QTEST_GUILESS_MAIN(TestBlockingClient)
#include "tst_blockingclient.moc"
