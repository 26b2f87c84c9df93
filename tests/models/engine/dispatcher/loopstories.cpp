// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/engine/dispatcher/socketpair.h"
#include "tests/models/engine/dispatcher/stage.h"

#include <QAbstractEventDispatcher>
#include <QPointer>
#include <QSocketNotifier>
#include <QThread>
#include <QTimer>

namespace Pongwatch::Tests
{

namespace
{

void postedThenSocketsThenTimers(Stage &stage)
{
    const SocketPair pair;
    QSocketNotifier notifier(pair.near(), QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [&] {
        stage.say("socket");
        [[maybe_unused]] const int read = pair.receive();
    });
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] { stage.say("timer"); });
    timer.start(milliseconds(0));
    pair.send();
    QMetaObject::invokeMethod(
        &timer, [&] { stage.say("posted"); }, Qt::QueuedConnection);
    Stage::turn();
}

void postedFromPostedWaitsForTheNextTurn(Stage &stage)
{
    QObject context;
    QMetaObject::invokeMethod(
        &context,
        [&] {
            stage.say("first");
            QMetaObject::invokeMethod(
                &context, [&] { stage.say("second"); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
    Stage::turn(QEventLoop::WaitForMoreEvents);
    stage.say("turn");
    Stage::turn();
}

void postedFromSocketWaitsForTheNextTurn(Stage &stage)
{
    const SocketPair pair;
    QSocketNotifier notifier(pair.near(), QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [&] {
        [[maybe_unused]] const int read = pair.receive();
        stage.say("socket");
        QMetaObject::invokeMethod(
            &notifier, [&] { stage.say("posted"); }, Qt::QueuedConnection);
    });
    pair.send();
    Stage::turn(QEventLoop::WaitForMoreEvents);
    stage.say("turn");
    Stage::turn();
}

void neitherStarvesTheOther(Stage &stage)
{
    const SocketPair pair;
    QSocketNotifier notifier(pair.near(), QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [&] { stage.say("socket"); });
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] { stage.say("timer"); });
    timer.start(milliseconds(0));
    pair.send();
    for (int i = 0; i < 3; ++i)
        Stage::turn(QEventLoop::WaitForMoreEvents);
}

void whatATurnAnswers(Stage &stage)
{
    const SocketPair pair;
    QSocketNotifier notifier(pair.near(), QSocketNotifier::Read);
    stage.expect(!Stage::turn(), "nothing to do: false");
    pair.send();
    stage.expect(Stage::turn(), "a socket served: true");
    notifier.setEnabled(false);
    stage.expect(!Stage::turn(), "nothing again: false");
    QTimer timer;
    timer.start(milliseconds(1));
    stage.expect(Stage::turn(QEventLoop::WaitForMoreEvents), "a timer served: true");
    timer.stop();
    Stage::dispatcher()->wakeUp();
    stage.expect(Stage::turn(QEventLoop::WaitForMoreEvents), "woken: true");
}

void signalsAroundTheWait(Stage &stage)
{
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] { stage.say("timer"); });
    const auto *const dispatcher = Stage::dispatcher();
    QObject context;
    QObject::connect(dispatcher, &QAbstractEventDispatcher::awake, &context, [&] { stage.say("awake"); });
    QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, &context,
                     [&] { stage.say("about to block"); });
    timer.start(milliseconds(2));
    Stage::turn(QEventLoop::WaitForMoreEvents);
    stage.say("no waiting");
    Stage::turn();
}

void postedWhileAboutToBlock(Stage &stage)
{
    QObject context;
    int posts = 1;
    QObject::connect(Stage::dispatcher(), &QAbstractEventDispatcher::aboutToBlock, &context, [&] {
        if (posts-- > 0)
            QMetaObject::invokeMethod(
                &context, [&] { stage.say("posted"); }, Qt::QueuedConnection);
    });
    Stage::turn(QEventLoop::WaitForMoreEvents);
    Stage::turn();
}

void wakeUpBeforeTheWait(Stage &stage)
{
    Stage::dispatcher()->wakeUp();
    Stage::turn(QEventLoop::WaitForMoreEvents);
    stage.say("returned");
}

void wakeUpFromAnotherThread(Stage &stage)
{
    auto *const dispatcher = Stage::dispatcher();
    std::unique_ptr<QThread> other;
    QObject context;
    QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, &context, [&] {
        if (other == nullptr) {
            other.reset(QThread::create([dispatcher] { dispatcher->wakeUp(); }));
            other->start();
        }
    });
    stage.expect(Stage::turn(QEventLoop::WaitForMoreEvents), "a wake-up counts");
    stage.say("returned");
    other->wait();
}

void wakeUpWithoutSockets(Stage &stage)
{
    auto *const dispatcher = Stage::dispatcher();
    for (int i = 0; i < 100; ++i) {
        const std::unique_ptr<QThread> other(QThread::create([dispatcher] { dispatcher->wakeUp(); }));
        other->start();
        Stage::turn(QEventLoop::WaitForMoreEvents | QEventLoop::ExcludeSocketNotifiers);
        other->wait();
        Stage::turn(QEventLoop::ExcludeSocketNotifiers);
    }
    stage.say("woken 100 times");
}

void interruptEndsTheTurn(Stage &stage)
{
    const SocketPair pair;
    QSocketNotifier notifier(pair.near(), QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [&] { stage.say("socket"); });
    pair.send();
    QMetaObject::invokeMethod(
        &notifier, [&] { Stage::dispatcher()->interrupt(); }, Qt::QueuedConnection);
    stage.expect(!Stage::turn(QEventLoop::WaitForMoreEvents), "interrupted: false");
    stage.say("interrupted");
    Stage::turn();
}

void interruptBeforeTheTurn(Stage &stage)
{
    Stage::dispatcher()->interrupt();
    Stage::turn(QEventLoop::WaitForMoreEvents);
    stage.say("returned");
}

void thousandsOfCallsBetweenThreads(Stage &stage)
{
    constexpr int count = 5000;
    QThread other;
    QObject there;
    QObject here;
    int answered = 0;
    QEventLoop loop;
    there.moveToThread(&other);
    const std::function<void()> ask = [&] {
        QMetaObject::invokeMethod(
            &there,
            [&] {
                QMetaObject::invokeMethod(
                    &here,
                    [&] {
                        if (++answered < count)
                            ask();
                        else
                            loop.quit();
                    },
                    Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
    };
    other.start();
    ask();
    loop.exec();
    other.quit();
    other.wait();
    stage.say("all answered");
}

void nestedLoopEndsByItself(Stage &stage)
{
    QEventLoop outer;
    QTimer first;
    first.setSingleShot(true);
    QObject::connect(&first, &QTimer::timeout, &first, [&] {
        QEventLoop inner;
        QTimer second;
        QObject::connect(&second, &QTimer::timeout, &inner, [&] {
            stage.say("inner quits");
            inner.quit();
        });
        second.start(milliseconds(1));
        inner.exec();
        stage.say("inner ended");
        outer.quit();
    });
    first.start(milliseconds(1));
    outer.exec();
    stage.say("outer ended");
}

void outerQuitWaitsForTheInner(Stage &stage)
{
    QEventLoop outer;
    QTimer first;
    first.setSingleShot(true);
    QObject::connect(&first, &QTimer::timeout, &first, [&] {
        QEventLoop inner;
        outer.quit();
        QTimer::singleShot(milliseconds(2), &inner, [&] {
            stage.say("inner still runs");
            inner.quit();
        });
        inner.exec();
    });
    first.start(milliseconds(1));
    outer.exec();
    stage.say("outer ended");
}

void deferredDeleteWaitsForItsLoop(Stage &stage)
{
    QEventLoop outer;
    QPointer<QObject> doomed = new QObject;
    QTimer first;
    first.setSingleShot(true);
    QObject::connect(&first, &QTimer::timeout, &first, [&] {
        doomed->deleteLater();
        QEventLoop inner;
        int turns = 0;
        QObject::connect(Stage::dispatcher(), &QAbstractEventDispatcher::awake, &inner, [&] { ++turns; });
        QTimer::singleShot(milliseconds(20), &inner, &QEventLoop::quit);
        inner.exec();
        stage.expect(turns < 10, "the pending delete does not keep the inner loop awake");
        stage.say(doomed.isNull() ? "deleted in the inner loop" : "kept in the inner loop");
        QMetaObject::invokeMethod(&outer, &QEventLoop::quit, Qt::QueuedConnection);
    });
    first.start(milliseconds(1));
    outer.exec();
    stage.say(doomed.isNull() ? "deleted" : "kept");
}

void socketsExcluded(Stage &stage)
{
    const SocketPair pair;
    QSocketNotifier notifier(pair.near(), QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [&] { stage.say("socket"); });
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] { stage.say("timer"); });
    pair.send();
    timer.start(milliseconds(5));
    while (timer.isActive())
        Stage::turn(QEventLoop::WaitForMoreEvents | QEventLoop::ExcludeSocketNotifiers);
    stage.say("included again");
    Stage::turn(QEventLoop::WaitForMoreEvents);
}

void timersExcluded(Stage &stage)
{
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] { stage.say("timer"); });
    timer.start(milliseconds(0));
    stage.expect(!Stage::turn(QEventLoop::X11ExcludeTimers), "an excluded timer is nothing to do");
    stage.say("included again");
    Stage::turn();
}

void userInputExcluded(Stage &stage)
{
    const SocketPair pair;
    QSocketNotifier notifier(pair.near(), QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [&] { stage.say("socket"); });
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] { stage.say("timer"); });
    timer.start(milliseconds(0));
    pair.send();
    Stage::turn(QEventLoop::ExcludeUserInputEvents);
}

} // namespace

std::vector<Story> loopStories()
{
    return {
        {"posted events, then sockets, then timers", postedThenSocketsThenTimers,
         lines({"posted", "socket", "timer"})},
        {"what a posted event posts waits for the next turn", postedFromPostedWaitsForTheNextTurn,
         lines({"first", "turn", "second"})},
        {"what a socket's slot posts waits for the next turn", postedFromSocketWaitsForTheNextTurn,
         lines({"socket", "turn", "posted"})},
        {"a zero timer and a readable socket take turns", neitherStarvesTheOther,
         lines({"socket", "timer", "socket", "timer", "socket", "timer"})},
        {"what processEvents answers", whatATurnAnswers, {}},
        {"awake and aboutToBlock", signalsAroundTheWait,
         lines({"awake", "about to block", "timer", "no waiting", "awake"})},
        {"an event posted in aboutToBlock forbids the wait", postedWhileAboutToBlock, lines({"posted"})},
        {"a wake-up before the wait ends it", wakeUpBeforeTheWait, lines({"returned"})},
        {"a wake-up from another thread ends the wait", wakeUpFromAnotherThread, lines({"returned"})},
        {"a wake-up ends a wait without sockets", wakeUpWithoutSockets, lines({"woken 100 times"})},
        {"interrupt ends the turn before sockets are served", interruptEndsTheTurn,
         lines({"interrupted", "socket"})},
        {"interrupt before the turn ends its wait", interruptBeforeTheTurn, lines({"returned"})},
        {"thousands of calls between two threads", thousandsOfCallsBetweenThreads, lines({"all answered"})},
        {"a nested loop ends by itself", nestedLoopEndsByItself,
         lines({"inner quits", "inner ended", "outer ended"})},
        {"an outer loop that is told to quit waits for the inner", outerQuitWaitsForTheInner,
         lines({"inner still runs", "outer ended"})},
        {"a deferred delete waits for its loop and wakes nobody", deferredDeleteWaitsForItsLoop,
         lines({"kept in the inner loop", "deleted"})},
        {"ExcludeSocketNotifiers", socketsExcluded, lines({"timer", "included again", "socket"})},
        {"X11ExcludeTimers", timersExcluded, lines({"included again", "timer"})},
        {"ExcludeUserInputEvents leaves sockets and timers", userInputExcluded, lines({"socket", "timer"})},
    };
}

} // namespace Pongwatch::Tests
