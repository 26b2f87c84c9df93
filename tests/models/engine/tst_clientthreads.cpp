// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"
#include "engine/blocking/blockingclient.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/honesttest.h"

#include <QMutex>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <array>
#include <atomic>
#include <thread>
#include <vector>

using namespace Pongwatch;
using namespace std::chrono_literals;

namespace
{

constexpr int threadCount = 100;
/// The minimum for each thread, however long that takes, so that every kind of call is made.
constexpr int leastCalls = 16;
/// How long a call may take beyond its timeout, with a hundred threads on few processors.
constexpr nanoseconds slack = 10s;

/// What a hundred callers have done.
struct Ledger {
    QMutex mutex; ///< guards the two sets
    QSet<QString> sent;
    QSet<QString> received;
    std::atomic<int> twice{0};
    std::atomic<int> overdue{0};
    std::atomic<int> failed{0};
    std::array<std::atomic<int>, 4> calls{}; ///< sends, receives, pings, looks
};

/// Makes random calls to one client until the time is over, and at least leastCalls of them.
void callAtRandom(BlockingClient &client, Ledger &ledger, int thread, SteadyTime until)
{
    QRandomGenerator random(static_cast<quint32>(thread));
    for (int i = 0; i < leastCalls || std::chrono::steady_clock::now() < until; ++i) {
        const auto began = std::chrono::steady_clock::now();
        const nanoseconds timeout = milliseconds(random.bounded(1, 200));
        const int what = random.bounded(4);
        if (what == 0) {
            const QString text = QStringLiteral("%1/%2").arg(thread).arg(i);
            if (client.send(text).ok()) {
                const QMutexLocker lock(&ledger.mutex);
                ledger.sent.insert(text);
            } else {
                ++ledger.failed;
            }
        } else if (what == 1) {
            if (const auto message = client.receive(timeout)) {
                const QMutexLocker lock(&ledger.mutex);
                ledger.twice += ledger.received.contains(message.value().text()) ? 1 : 0;
                ledger.received.insert(message.value().text());
            } else if (message.error().kind != ClientError::Kind::Timeout) {
                ++ledger.failed;
            }
        } else if (what == 2) {
            const auto rtt = client.ping(timeout);
            // If there are too many pings at once, more are refused, with a sentence.
            const bool fine = rtt.ok() || rtt.error().kind == ClientError::Kind::Timeout ||
                              rtt.error().kind == ClientError::Kind::Refused;
            ledger.failed += fine ? 0 : 1;
        } else {
            ledger.failed += client.state() == ConnectionState::Open && !client.verdict() ? 0 : 1;
            (void)client.latency();
        }
        ++ledger.calls[std::size_t(what)];
        ledger.overdue += std::chrono::steady_clock::now() - began > timeout + slack ? 1 : 0;
    }
}

} // namespace

/// A hundred threads that call one client at random lose no message and no call. For PONGWATCH_SOAK_S
/// seconds, or 3 without it.
class TestClientThreads : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestSupport::runForBothClients(); }
    void hundredThreadsLoseNothing()
    {
        DemoFleet fleet;
        QCOMPARE(fleet.start(), QString());
        BlockingRuntime runtime;
        ConnectionSettings settings;
        settings.client = TestSupport::clientOfRow();
        settings.url = fleet.url(QStringLiteral("/steady"));
        settings.keepalive.interval = 50ms;
        settings.keepalive.timeout.reset();
        settings.reconnect.enabled = false;
        settings.closeTimeout = 10s;
        BlockingClient client(runtime, settings);
        QVERIFY(client.open().ok());

        const int asked = qEnvironmentVariableIntValue("PONGWATCH_SOAK_S");
        const SteadyTime until = std::chrono::steady_clock::now() + seconds(asked > 0 ? asked : 3);
        Ledger ledger;
        std::vector<std::thread> threads;
        for (int i = 0; i < threadCount; ++i)
            threads.emplace_back([&, i] { callAtRandom(client, ledger, i, until); });
        for (std::thread &thread : threads)
            thread.join();

        // What is still on its way comes now.
        while (ledger.received.size() < ledger.sent.size()) {
            const auto message = client.receive(10s);
            QVERIFY2(message.ok(), qPrintable(QStringLiteral("%1 of %2 messages came back")
                                                  .arg(ledger.received.size())
                                                  .arg(ledger.sent.size())));
            ledger.twice += ledger.received.contains(message.value().text()) ? 1 : 0;
            ledger.received.insert(message.value().text());
        }
        QVERIFY(ledger.received == ledger.sent);
        QCOMPARE(ledger.twice.load(), 0);
        QCOMPARE(ledger.overdue.load(), 0);
        QCOMPARE(ledger.failed.load(), 0);
        for (const std::atomic<int> &calls : ledger.calls)
            QVERIFY(calls.load() >= threadCount);
        QVERIFY(client.close().ok());
        qInfo("%d sends, %d receives, %d pings, %d looks", ledger.calls[0].load(), ledger.calls[1].load(),
              ledger.calls[2].load(), ledger.calls[3].load());
    }
};

QTEST_GUILESS_MAIN(TestClientThreads)
#include "tst_clientthreads.moc"
