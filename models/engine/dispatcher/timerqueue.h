// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QAbstractEventDispatcher>

#include <memory>
#include <unordered_map>
#include <vector>

namespace Pongwatch
{

/// The moment at which a timer with this nominal due time fires. Precise timers: that moment. Coarse timers:
/// the roundest moment within 5 % of the interval, so that timers fire together (Qt::CoarseTimer); from 20 s
/// on, and for Qt::VeryCoarseTimer always, the nearest whole second. Zero intervals are never moved.
[[nodiscard]] SteadyTime timerMoment(SteadyTime nominal, milliseconds interval, Qt::TimerType type);

/// The timers of one thread, by due time: a binary heap, O(log n) for each start, stop and firing. Timers
/// that are due at the same moment fire in the order in which they were armed. It reads no clock: the caller
/// says what time it is.
class TimerQueue
{
public:
    TimerQueue();
    ~TimerQueue();
    Q_DISABLE_COPY_MOVE(TimerQueue)

    /// Starts a repeating timer. `object` gets a QTimerEvent at each firing and must be removed before it
    /// dies.
    void add(int id, milliseconds interval, Qt::TimerType type, QObject *object, SteadyTime now);

    /// False when there is no such timer.
    bool remove(int id);
    /// False when the object has none. O(n).
    bool removeAll(const QObject *object);

    [[nodiscard]] QList<QAbstractEventDispatcher::TimerInfo> timersOf(const QObject *object) const;

    /// Until the timer fires; zero when it is overdue, nullopt when there is no such timer.
    [[nodiscard]] std::optional<nanoseconds> remaining(int id, SteadyTime now) const;

    /// When the next timer fires, those left out whose event is being served: they don't fire in a nested
    /// event loop. nullopt: none.
    [[nodiscard]] std::optional<SteadyTime> nextDue() const;

    /// Sends the events of all timers that are due at `now`, each at most once, and arms them anew: one
    /// interval after the last due time or, when that is past, after `now`. A timer that comes due in a
    /// nested event loop while its own event is being served lets that turn pass. Gives how many were sent,
    /// not counting those with an interval of zero, which are always due.
    int activate(SteadyTime now);

private:
    struct Timer;

    static bool isBefore(const Timer &a, const Timer &b);
    void rearm(Timer &timer, SteadyTime now);
    void push(Timer *timer);
    void takeOut(const Timer &timer);
    void siftUp(size_t index);
    void siftDown(size_t index);
    void place(size_t index, Timer *timer);

    std::unordered_map<int, std::unique_ptr<Timer>> m_timers; ///< by id
    std::vector<Timer *> m_heap;    ///< all but those being served; the next due first
    std::vector<Timer *> m_serving; ///< innermost event loop last; null: stopped meanwhile
    quint64 m_armings = 0;          ///< counts them: the order among equal due times
    quint64 m_round = 0;            ///< counts the calls of activate()
};

} // namespace Pongwatch
