// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/callqueue.h"
#include "tests/support/honesttest.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

using namespace Pongwatch;

class TestCallQueue : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void runsLaterAndInOrder()
    {
        CallQueue queue;
        QList<int> ran;
        for (int i = 0; i < 5; ++i)
            queue.post([&ran, i] { ran.append(i); });
        QVERIFY(ran.isEmpty());
        QTRY_COMPARE(ran, (QList<int>{0, 1, 2, 3, 4}));
    }

    void whatACallEntersRunsAfterIt()
    {
        CallQueue queue;
        QList<int> ran;
        queue.post([&] {
            queue.post([&ran] { ran.append(2); });
            ran.append(1);
        });
        QTRY_COMPARE(ran, (QList<int>{1, 2}));
    }

    void aSenderOutlivesTheQueue()
    {
        auto queue = std::make_unique<CallQueue>();
        const CallQueue::Sender sender = queue->sender();
        int ran = 0;
        std::thread([sender, &ran] { sender.post([&ran] { ++ran; }); }).join();
        QCOMPARE(ran, 0);
        QTRY_COMPARE(ran, 1);
        const auto owned = std::make_shared<int>(0);
        sender.post([owned, sender] { ++*owned; }); // waits, and is dropped
        queue.reset();
        QCOMPARE(owned.use_count(), 1L);
        sender.post([owned] { ++*owned; });
        QCOMPARE(owned.use_count(), 1L);
        QCOMPARE(*owned, 0);
    }

    void waitsForACallForSoLong()
    {
        QThread home;
        auto *queue = new CallQueue;
        queue->moveToThread(&home);
        connect(&home, &QThread::finished, queue, &QObject::deleteLater);
        const auto ran = std::make_shared<std::atomic<int>>(0);
        QVERIFY(!queue->postAndWait(milliseconds(1), [ran] { ++*ran; })); // the thread has not started
        QCOMPARE(ran->load(), 0);
        home.start();
        QVERIFY(queue->postAndWait(seconds(30), [ran] { *ran += 10; }));
        QCOMPARE(ran->load(), 11);
        home.quit();
        QVERIFY(home.wait());
    }

    void aQueueThatEndsWhileOthersSendIsNoRace()
    {
        for (int round = 0; round < 200; ++round) {
            auto queue = std::make_unique<CallQueue>();
            std::atomic<bool> isOver = false;
            std::thread other([sender = queue->sender(), &isOver] {
                while (!isOver)
                    sender.post([] {});
            });
            QCoreApplication::processEvents();
            queue.reset();
            isOver = true;
            other.join();
        }
    }

    void runsOnTheThreadOfTheObjectWhoeverCalls()
    {
        constexpr int callers = 8;
        constexpr int callsEach = 500;
        QThread home;
        auto *queue = new CallQueue;
        queue->moveToThread(&home);
        connect(&home, &QThread::finished, queue, &QObject::deleteLater);
        home.start();

        std::atomic<int> ran = 0;
        std::atomic<int> elsewhere = 0;
        std::atomic<int> outOfOrder = 0;
        std::vector<int> last(callers, -1); // each caller's calls come in its own order
        std::vector<std::thread> threads;
        for (int caller = 0; caller < callers; ++caller) {
            threads.emplace_back([&, caller] {
                for (int i = 0; i < callsEach; ++i)
                    queue->post([&, caller, i] {
                        elsewhere += QThread::currentThread() == &home ? 0 : 1;
                        outOfOrder += std::exchange(last[std::size_t(caller)], i) == i - 1 ? 0 : 1;
                        ++ran;
                    });
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QTRY_COMPARE(ran.load(), callers * callsEach);
        QCOMPARE(elsewhere.load(), 0);
        QCOMPARE(outOfOrder.load(), 0);
        home.quit();
        QVERIFY(home.wait());
    }

    void whatWaitsIsDroppedWithTheQueue()
    {
        const auto witness = std::make_shared<int>(0);
        bool ran = false;
        {
            CallQueue queue;
            queue.post([witness, &ran] { ran = true; });
            QCOMPARE(witness.use_count(), 2L);
        }
        QCOMPARE(witness.use_count(), 1L);
        QCoreApplication::processEvents();
        QVERIFY(!ran);
    }
};

QTEST_GUILESS_MAIN(TestCallQueue)
#include "tst_callqueue.moc"
