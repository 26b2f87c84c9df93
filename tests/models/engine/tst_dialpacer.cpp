// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dialpacer.h"
#include "tests/support/engine/fakeclock.h"
#include "tests/support/honesttest.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

class TestDialPacer : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void startsAtMostSoManyAtOnceAndInOrder()
    {
        FakeClock clock;
        PingScheduler scheduler(clock);
        DialPacer pacer(scheduler, clock);
        std::vector<int> started;
        std::vector<std::unique_ptr<DialPacer::Ticket>> tickets;
        for (int i = 0; i < 200; ++i) {
            tickets.push_back(std::make_unique<DialPacer::Ticket>());
            pacer.enqueue(*tickets.back(), [&started, i] { started.push_back(i); });
        }
        QCOMPARE(started.size(), DialPacer::places);
        tickets[3]->leave();
        QCOMPARE(started.size(), DialPacer::places + 1);
        QCOMPARE(started.back(), int(DialPacer::places));
    }

    void slowDialsDoNotHoldUpTheRest()
    {
        FakeClock clock;
        PingScheduler scheduler(clock);
        DialPacer pacer(scheduler, clock);
        std::size_t started = 0;
        std::vector<std::unique_ptr<DialPacer::Ticket>> tickets;
        for (int i = 0; i < 130; ++i) {
            tickets.push_back(std::make_unique<DialPacer::Ticket>());
            pacer.enqueue(*tickets.back(), [&started] { ++started; });
        }
        clock.advance(DialPacer::heldAtMost);
        scheduler.runDue();
        QCOMPARE(started, 2 * DialPacer::places);
        clock.advance(DialPacer::heldAtMost);
        scheduler.runDue();
        QCOMPARE(started, std::size_t(130));
    }

    void whoLeavesTheQueueIsNotStarted()
    {
        FakeClock clock;
        PingScheduler scheduler(clock);
        DialPacer pacer(scheduler, clock);
        std::vector<std::unique_ptr<DialPacer::Ticket>> holders;
        for (std::size_t i = 0; i < DialPacer::places; ++i) {
            holders.push_back(std::make_unique<DialPacer::Ticket>());
            pacer.enqueue(*holders.back(), [] {});
        }
        bool gone = false;
        bool stays = false;
        auto first = std::make_unique<DialPacer::Ticket>();
        DialPacer::Ticket second;
        pacer.enqueue(*first, [&gone] { gone = true; });
        pacer.enqueue(second, [&stays] { stays = true; });
        first.reset();
        holders.front()->leave();
        QVERIFY(!gone);
        QVERIFY(stays);
    }

    void startsNothingOnceStopped()
    {
        FakeClock clock;
        PingScheduler scheduler(clock);
        DialPacer pacer(scheduler, clock);
        std::size_t started = 0;
        {
            std::vector<std::unique_ptr<DialPacer::Ticket>> tickets;
            for (std::size_t i = 0; i < 2 * DialPacer::places; ++i) {
                tickets.push_back(std::make_unique<DialPacer::Ticket>());
                pacer.enqueue(*tickets.back(), [&started] { ++started; });
            }
            pacer.stop();
        }
        QCOMPARE(started, DialPacer::places);
    }

    void aDialThatFailsAtOnceMakesRoomAtOnce()
    {
        FakeClock clock;
        PingScheduler scheduler(clock);
        DialPacer pacer(scheduler, clock);
        std::size_t started = 0;
        std::vector<std::unique_ptr<DialPacer::Ticket>> tickets;
        for (int i = 0; i < 1000; ++i) {
            tickets.push_back(std::make_unique<DialPacer::Ticket>());
            DialPacer::Ticket *ticket = tickets.back().get();
            pacer.enqueue(*ticket, [&started, ticket] {
                ++started;
                ticket->leave();
            });
        }
        QCOMPARE(started, std::size_t(1000));
    }
};

QTEST_GUILESS_MAIN(TestDialPacer)
#include "tst_dialpacer.moc"
