// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/engine/dispatcher/stage.h"

#include <QAbstractEventDispatcher>
#include <QHash>
#include <QRandomGenerator>
#include <QTimer>
#include <QTimerEvent>

namespace Pongwatch::Tests
{

namespace
{

SteadyTime now()
{
    return std::chrono::steady_clock::now();
}

/// Says its name whenever it fires, and then does what it was told to.
class SayingTimer : public QTimer
{
public:
    SayingTimer(Stage &stage, const char *name)
    {
        setTimerType(Qt::PreciseTimer);
        connect(this, &QTimer::timeout, this, [this, &stage, name] {
            ++fired;
            stage.say(name);
            if (const auto what = then) // a copy: it may end the timer, or change its mind
                what();
        });
    }

    std::function<void()> then;
    int fired = 0;
};

void byDueTime(Stage &stage)
{
    SayingTimer late(stage, "6 ms");
    SayingTimer middle(stage, "4 ms");
    SayingTimer early(stage, "2 ms");
    for (QTimer *const timer :
         {static_cast<QTimer *>(&late), static_cast<QTimer *>(&middle), static_cast<QTimer *>(&early)})
        timer->setSingleShot(true);
    late.start(milliseconds(6));
    middle.start(milliseconds(4));
    early.start(milliseconds(2));
    Stage::turnUntil([&] { return late.fired > 0; });
}

void zeroTimersInOrder(Stage &stage)
{
    SayingTimer a(stage, "a");
    SayingTimer b(stage, "b");
    SayingTimer c(stage, "c");
    a.start(milliseconds(0));
    b.start(milliseconds(0));
    c.start(milliseconds(0));
    Stage::turn(QEventLoop::WaitForMoreEvents);
    Stage::turn(QEventLoop::WaitForMoreEvents);
}

void zeroTimerStartedByAZeroTimer(Stage &stage)
{
    SayingTimer first(stage, "first");
    SayingTimer second(stage, "second");
    first.setSingleShot(true);
    second.setSingleShot(true);
    first.then = [&] { second.start(milliseconds(0)); };
    first.start(milliseconds(0));
    Stage::turn(QEventLoop::WaitForMoreEvents);
    stage.say("turn");
    Stage::turn(QEventLoop::WaitForMoreEvents);
}

void neverEarly(Stage &stage)
{
    for (const int length : {1, 2, 3, 5, 8, 13}) {
        QTimer timer;
        timer.setTimerType(Qt::PreciseTimer);
        timer.setSingleShot(true);
        bool fired = false;
        SteadyTime end{};
        QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
            fired = true;
            end = now();
        });
        const SteadyTime start = now();
        timer.start(milliseconds(length));
        Stage::turnUntil([&] { return fired; });
        stage.expect(end - start >= milliseconds(length), "a precise timer is never early");
    }
}

void coarseWithinFivePercent(Stage &stage)
{
    for (const int length : {21, 40, 60, 100, 220}) {
        QTimer timer;
        timer.setTimerType(Qt::CoarseTimer);
        timer.setSingleShot(true);
        bool fired = false;
        QObject::connect(&timer, &QTimer::timeout, &timer, [&] { fired = true; });
        const SteadyTime start = now();
        timer.start(milliseconds(length));
        Stage::turnUntil([&] { return fired; });
        stage.expect(now() - start >= milliseconds(length * 95 / 100 - 1), "no more than 5 % early");
    }
}

void repeats(Stage &stage)
{
    SayingTimer timer(stage, "tick");
    const SteadyTime start = now();
    timer.start(milliseconds(3));
    Stage::turnUntil([&] { return timer.fired == 4; });
    stage.expect(now() - start >= milliseconds(12), "four intervals take four intervals");
}

void stoppedInItsSlot(Stage &stage)
{
    SayingTimer timer(stage, "fired");
    timer.then = [&] { timer.stop(); };
    SayingTimer later(stage, "later");
    timer.start(milliseconds(1));
    later.start(milliseconds(8));
    Stage::turnUntil([&] { return later.fired > 0; });
}

void timerDeletedInItsSlot(Stage &stage)
{
    auto *const timer = new SayingTimer(stage, "fired");
    timer->then = [timer] { delete timer; };
    SayingTimer later(stage, "later");
    timer->start(milliseconds(1));
    later.start(milliseconds(8));
    Stage::turnUntil([&] { return later.fired > 0; });
}

void restartedInItsSlot(Stage &stage)
{
    SayingTimer timer(stage, "fired");
    const SteadyTime start = now();
    timer.then = [&] { timer.start(milliseconds(10)); };
    timer.start(milliseconds(1));
    Stage::turnUntil([&] { return timer.fired == 2; });
    stage.expect(now() - start >= milliseconds(11), "the new interval holds");
}

void stopsAnotherThatIsDue(Stage &stage)
{
    SayingTimer first(stage, "first");
    SayingTimer second(stage, "second");
    first.setSingleShot(true);
    first.then = [&] { second.stop(); };
    first.start(milliseconds(0));
    second.start(milliseconds(0));
    Stage::turn(QEventLoop::WaitForMoreEvents);
    Stage::turn();
}

void doesNotReenterItself(Stage &stage)
{
    SayingTimer outer(stage, "outer");
    SayingTimer inner(stage, "inner");
    outer.then = [&] {
        outer.then = nullptr;
        inner.start(milliseconds(2));
        Stage::turnUntil([&] { return inner.fired == 3; });
        stage.say("outer's slot ends");
        inner.stop();
    };
    outer.start(milliseconds(1));
    Stage::turnUntil([&] { return outer.fired == 2; });
}

void zeroTimerDoesNotReenterItself(Stage &stage)
{
    SayingTimer zero(stage, "zero");
    zero.then = [&] {
        zero.then = nullptr;
        Stage::turn();
        Stage::turn();
        stage.say("slot ends");
    };
    zero.start(milliseconds(0));
    Stage::turn(QEventLoop::WaitForMoreEvents);
    Stage::turn(QEventLoop::WaitForMoreEvents);
}

void stoppedInANestedLoop(Stage &stage)
{
    SayingTimer outer(stage, "outer");
    SayingTimer killer(stage, "killer");
    killer.setSingleShot(true);
    killer.then = [&] { outer.stop(); };
    outer.then = [&] {
        killer.start(milliseconds(1));
        Stage::turnUntil([&] { return killer.fired == 1; });
    };
    outer.start(milliseconds(1));
    Stage::turnUntil([&] { return outer.fired == 1; });
    stage.expect(!outer.isActive(), "stopped for good");
    Stage::turn();
}

void remainingTimes(Stage &stage)
{
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    timer.start(seconds(100));
    stage.expect(timer.remainingTime() > 90'000 && timer.remainingTime() <= 100'000,
                 "some of 100 s are left");
    stage.expect(Stage::dispatcher()->remainingTime(timer.timerId() + 1000) == -1, "unknown: -1");
    timer.start(milliseconds(1));
    const SteadyTime start = now();
    while (now() - start < milliseconds(2)) {
    }
    stage.expect(timer.remainingTime() == 0, "overdue: 0");
}

void books(Stage &stage)
{
    QObject object;
    QObject other;
    const int precise = object.startTimer(milliseconds(100), Qt::PreciseTimer);
    const int coarse = object.startTimer(milliseconds(200), Qt::CoarseTimer);
    const int veryCoarse = object.startTimer(seconds(3), Qt::VeryCoarseTimer);
    const int others = other.startTimer(seconds(3));
    auto *const dispatcher = Stage::dispatcher();
    auto timers = dispatcher->registeredTimers(&object);
    std::sort(timers.begin(), timers.end(), [](auto &a, auto &b) { return a.interval < b.interval; });
    for (const auto &timer : std::as_const(timers)) {
        stage.say(QString::number(timer.interval) % QLatin1Char(' ') % QString::number(timer.timerType));
        stage.expect(timer.timerId == precise || timer.timerId == coarse || timer.timerId == veryCoarse,
                     "id");
    }
    stage.expect(dispatcher->unregisterTimer(coarse), "known");
    stage.expect(!dispatcher->unregisterTimer(coarse), "not known any more");
    stage.expect(dispatcher->unregisterTimers(&object), "had two more");
    stage.expect(dispatcher->registeredTimers(&object).isEmpty(), "none");
    stage.expect(dispatcher->registeredTimers(&other).size() == 1, "the other's is still there");
    other.killTimer(others);
}

void thousandsOfTimers(Stage &stage)
{
    /// Many timers of one object; remembers the order in which they fire.
    class Many : public QObject
    {
    public:
        void timerEvent(QTimerEvent *event) override
        {
            killTimer(event->timerId());
            fired.append(event->timerId());
        }
        QList<int> fired;
    };
    constexpr int count = 5000;
    Many many;
    QHash<int, std::pair<SteadyTime, SteadyTime>> due; // at the earliest, and at the latest
    QRandomGenerator random(1);
    for (int i = 0; i < count; ++i) {
        const milliseconds length(random.bounded(30));
        const SteadyTime before = now();
        const int id = many.startTimer(length, Qt::PreciseTimer);
        due.insert(id, {before + length, now() + length});
    }
    Stage::turnUntil([&] { return many.fired.size() == count; });
    SteadyTime latest{};
    bool inOrder = true;
    for (const int id : std::as_const(many.fired)) {
        const auto [earliest, atLatest] = due.value(id);
        inOrder = inOrder && atLatest >= latest;
        latest = std::max(latest, earliest);
    }
    stage.expect(inOrder, "by due time");
    stage.say("all fired once");
}

} // namespace

std::vector<Story> timerStories()
{
    return {
        {"timers fire by due time", byDueTime, lines({"2 ms", "4 ms", "6 ms"})},
        {"zero timers fire once a turn, in the order of their start", zeroTimersInOrder,
         lines({"a", "b", "c", "a", "b", "c"})},
        {"a zero timer started by a zero timer fires in the next turn", zeroTimerStartedByAZeroTimer,
         lines({"first", "turn", "second"})},
        {"precise timers are never early", neverEarly, {}},
        {"coarse timers are at most 5 % early", coarseWithinFivePercent, {}},
        {"a timer repeats", repeats, lines({"tick", "tick", "tick", "tick"})},
        {"a timer stopped in its slot", stoppedInItsSlot, lines({"fired", "later"})},
        {"a timer deleted in its slot", timerDeletedInItsSlot, lines({"fired", "later"})},
        {"a timer restarted in its slot", restartedInItsSlot, lines({"fired", "fired"})},
        {"a timer stops another that is due", stopsAnotherThatIsDue, lines({"first"})},
        {"a timer does not re-enter its own slot", doesNotReenterItself,
         lines({"outer", "inner", "inner", "inner", "outer's slot ends", "outer"})},
        {"a zero timer does not re-enter its own slot", zeroTimerDoesNotReenterItself,
         lines({"zero", "slot ends", "zero"})},
        {"a timer stopped in a nested loop of its slot", stoppedInANestedLoop, lines({"outer", "killer"})},
        {"remaining times", remainingTimes, {}},
        {"registered timers", books, lines({"100 0", "200 1", "3000 2"})},
        {"thousands of timers", thousandsOfTimers, lines({"all fired once"})},
    };
}

} // namespace Pongwatch::Tests
