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
/// on, and always for Qt::VeryCoarseTimer, the nearest whole second. Zero intervals are not moved.
[[nodiscard]] SteadyTime timerMoment(SteadyTime nominal, milliseconds interval, Qt::TimerType type);

/// The timers of one thread, ordered by due time: a binary heap, O(log n) to start, stop and fire. Timers due
/// at the same moment fire in the order in which they were started. It reads no clock: the caller passes the
/// time.
class TimerQueue
{
public:
    TimerQueue();
    ~TimerQueue();
    Q_DISABLE_COPY_MOVE(TimerQueue)

    /// Starts a repeating timer. `object` gets a QTimerEvent each time it fires, and must be removed before
    /// it is destroyed.
    void add(int id, milliseconds interval, Qt::TimerType type, QObject *object, SteadyTime now);

    /// Returns false if there is no such timer.
    bool remove(int id);
    /// Returns false if the object has none. O(n).
    bool removeAll(const QObject *object);

    [[nodiscard]] QList<QAbstractEventDispatcher::TimerInfo> timersOf(const QObject *object) const;

    /// The time until the timer fires; zero if it is overdue, nullopt if there is no such timer.
    [[nodiscard]] std::optional<nanoseconds> remaining(int id, SteadyTime now) const;

    /// When the next timer fires, ignoring those whose event is being delivered: they don't fire in a nested
    /// event loop. nullopt: none.
    [[nodiscard]] std::optional<SteadyTime> nextDue() const;

    /// Delivers the events of all timers due at `now`, each at most once, and restarts them: for one interval
    /// after the last due time or, if that is past, after `now`. A timer that comes due in a nested event
    /// loop while its own event is being delivered misses that turn. Returns how many were delivered, not
    /// counting those with an interval of zero, which are always due.
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
    std::vector<Timer *> m_heap;    ///< all except those being delivered; the next due first
    std::vector<Timer *> m_serving; ///< innermost event loop last; null: stopped in the meantime
    quint64 m_armings = 0;          ///< counts them, to order equal due times
    quint64 m_round = 0;            ///< counts the calls of activate()
};

} // namespace Pongwatch
