// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pingscheduler.h"
#include "tests/support/engine/fakeclock.h"
#include "tests/support/honesttest.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

namespace
{
class Client final : public PingScheduler::Client
{
public:
    void due(SteadyTime now) override
    {
        ++woken;
        wokenAt = now;
        if (action)
            action();
    }
    std::function<void()> action;
    SteadyTime wokenAt{};
    int woken = 0;
};
} // namespace

class TestPingScheduler : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void wakesInOrderAndOnce()
    {
        FakeClock clock;
        PingScheduler scheduler(clock);
        QByteArray order;
        Client a;
        Client b;
        Client c;
        a.action = [&] { order += "a"; };
        b.action = [&] { order += "b"; };
        c.action = [&] { order += "c"; };
        scheduler.schedule(b, clock.now() + 2s);
        scheduler.schedule(a, clock.now() + 1s);
        scheduler.schedule(c, clock.now() + 3s);
        QCOMPARE(*scheduler.next(), clock.now() + 1s);
        clock.advance(2s);
        scheduler.runDue();
        QCOMPARE(order, QByteArray("ab"));
        scheduler.runDue();
        QCOMPARE(order.size(), 2);
        clock.advance(1s);
        scheduler.runDue();
        QCOMPARE(order, QByteArray("abc"));
        QVERIFY(!scheduler.next());
    }

    void aNewEntryReplacesTheOld()
    {
        FakeClock clock;
        PingScheduler scheduler(clock);
        Client client;
        scheduler.schedule(client, clock.now() + 1s);
        scheduler.schedule(client, clock.now() + 5s);
        QCOMPARE(scheduler.size(), std::size_t(1));
        clock.advance(4s);
        scheduler.runDue();
        QCOMPARE(client.woken, 0);
        clock.advance(1s);
        scheduler.runDue();
        QCOMPARE(client.woken, 1);
    }

    void whoEntersThePastWhileServedIsWokenInTheNextRound()
    {
        FakeClock clock;
        PingScheduler scheduler(clock);
        Client client;
        client.action = [&] { scheduler.schedule(client, clock.now() - 1s); };
        scheduler.schedule(client, clock.now());
        scheduler.runDue();
        QCOMPARE(client.woken, 1);
        scheduler.runDue();
        QCOMPARE(client.woken, 2);
    }

    void clientsMayDestroyEachOther()
    {
        FakeClock clock;
        PingScheduler scheduler(clock);
        Client first;
        auto second = std::make_unique<Client>();
        first.action = [&] { second.reset(); };
        scheduler.schedule(first, clock.now());
        scheduler.schedule(*second, clock.now() + 1ns);
        clock.advance(1s);
        scheduler.runDue();
        QCOMPARE(first.woken, 1);
        QVERIFY(!scheduler.next());
    }

    void driverIsToldWhenTheNextMomentChanges()
    {
        FakeClock clock;
        PingScheduler scheduler(clock);
        int told = 0;
        scheduler.setNextChanged([&] { ++told; });
        Client a;
        Client b;
        scheduler.schedule(a, clock.now() + 2s);
        QCOMPARE(told, 1);
        scheduler.schedule(b, clock.now() + 3s);
        QCOMPARE(told, 1);
        scheduler.schedule(b, clock.now() + 1s);
        QCOMPARE(told, 2);
        scheduler.cancel(b);
        QCOMPARE(told, 3);
    }

    void agreesWithASortedListOnRandomWork()
    {
        FakeClock clock;
        PingScheduler scheduler(clock);
        QRandomGenerator random(20261122);
        std::vector<std::unique_ptr<Client>> clients;
        std::map<Client *, SteadyTime> model;
        for (int i = 0; i < 500; ++i)
            clients.push_back(std::make_unique<Client>());
        for (int step = 0; step < 20'000; ++step) {
            Client *client = clients[random.bounded(quint32(clients.size()))].get();
            if (random.bounded(4) == 0) {
                scheduler.cancel(*client);
                model.erase(client);
            } else {
                const SteadyTime when = clock.now() + microseconds(random.bounded(1'000'000));
                scheduler.schedule(*client, when);
                model[client] = when;
            }
            QCOMPARE(scheduler.size(), model.size());
            const auto earliest = std::min_element(
                model.begin(), model.end(), [](const auto &x, const auto &y) { return x.second < y.second; });
            QVERIFY(model.empty() ? !scheduler.next() : *scheduler.next() == earliest->second);
        }
        clock.advance(2s);
        scheduler.runDue();
        for (const auto &client : clients)
            QCOMPARE(client->woken, model.contains(client.get()) ? 1 : 0);
    }

    void firstPhaseIsAWholeIntervalAndTheOthersAreSpread()
    {
        FakeClock clock;
        PingScheduler scheduler(clock);
        QCOMPARE(scheduler.nextPhase(), 1.0);
        std::vector<double> phases{1.0};
        for (int i = 1; i < 1000; ++i)
            phases.push_back(scheduler.nextPhase());
        for (const double phase : phases)
            QVERIFY(phase > 0 && phase <= 1);
        // No hundredth of the interval gets more than twice its share: a server sees a steady stream of pings
        // rather than waves.
        std::vector<int> share(100);
        for (const double phase : phases)
            ++share[std::min<std::size_t>(99, std::size_t(phase * 100))];
        QVERIFY(*std::max_element(share.begin(), share.end()) <= 20);
        QVERIFY(*std::min_element(share.begin(), share.end()) >= 5);
    }
};

QTEST_GUILESS_MAIN(TestPingScheduler)
#include "tst_pingscheduler.moc"
