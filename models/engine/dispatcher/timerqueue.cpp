// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dispatcher/timerqueue.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

constexpr auto notInHeap = static_cast<size_t>(-1);
constexpr milliseconds coarseFrom(21);        // up to here, 5 % is within the precision of 1 ms
constexpr milliseconds veryCoarseFrom(20000); // from here on, 5 % is a second or more

/// The multiple of `grid` nearest to `moment`.
SteadyTime nearest(SteadyTime moment, nanoseconds grid)
{
    const nanoseconds past = moment.time_since_epoch() % grid;
    return past * 2 < grid ? moment - past : moment - past + grid;
}

} // namespace

SteadyTime timerMoment(SteadyTime nominal, milliseconds interval, Qt::TimerType type)
{
    if (interval <= milliseconds(0) || type == Qt::PreciseTimer)
        return nominal;
    if (type == Qt::VeryCoarseTimer || interval >= veryCoarseFrom)
        return nearest(nominal, seconds(1));
    if (interval < coarseFrom)
        return nominal;
    constexpr std::array grids = {milliseconds(1000), milliseconds(500), milliseconds(250), milliseconds(200),
                                  milliseconds(100),  milliseconds(50),  milliseconds(25),  milliseconds(10),
                                  milliseconds(4),    milliseconds(2)};
    const nanoseconds tolerance = nanoseconds(interval) / 20;
    for (const nanoseconds grid : grids) {
        const SteadyTime rounded = nearest(nominal, grid);
        if (std::chrono::abs(rounded - nominal) <= tolerance)
            return rounded;
    }
    return nominal;
}

struct TimerQueue::Timer {
    int id = 0;
    Qt::TimerType type = Qt::CoarseTimer;
    milliseconds interval{0}; ///< as requested
    milliseconds period{0};   ///< in whole seconds for very coarse timers
    QObject *object = nullptr;
    SteadyTime nominal{}; ///< when it is due judging by its period alone
    SteadyTime due{};     ///< when it fires
    quint64 arming = 0;
    quint64 round = 0; ///< the last activate() that fired it
    size_t place = notInHeap;
};

TimerQueue::TimerQueue() = default;
TimerQueue::~TimerQueue() = default;

void TimerQueue::add(int id, milliseconds interval, Qt::TimerType type, QObject *object, SteadyTime now)
{
    auto timer = std::make_unique<Timer>();
    timer->id = id;
    timer->type = type;
    timer->interval = interval;
    timer->period = interval;
    if (type == Qt::VeryCoarseTimer && interval > milliseconds(0))
        timer->period = std::max(seconds(1), std::chrono::round<seconds>(interval));
    timer->object = object;
    timer->nominal = now + timer->period;
    timer->due = timerMoment(timer->nominal, timer->period, type);
    timer->arming = ++m_armings;
    Timer *const added = timer.get();
    remove(id);
    m_timers.emplace(id, std::move(timer));
    push(added);
}

bool TimerQueue::remove(int id)
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end())
        return false;
    Timer *const timer = found->second.get();
    if (timer->place == notInHeap)
        std::replace(m_serving.begin(), m_serving.end(), timer, static_cast<Timer *>(nullptr));
    else
        takeOut(*timer);
    m_timers.erase(found);
    return true;
}

bool TimerQueue::removeAll(const QObject *object)
{
    std::vector<int> ids;
    for (const auto &[id, timer] : m_timers)
        if (timer->object == object)
            ids.push_back(id);
    for (const int id : ids)
        remove(id);
    return !ids.empty();
}

QList<QAbstractEventDispatcher::TimerInfo> TimerQueue::timersOf(const QObject *object) const
{
    QList<QAbstractEventDispatcher::TimerInfo> list;
    for (const auto &[id, timer] : m_timers)
        if (timer->object == object)
            list.append({id, static_cast<int>(timer->interval.count()), timer->type});
    return list;
}

std::optional<nanoseconds> TimerQueue::remaining(int id, SteadyTime now) const
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end())
        return std::nullopt;
    return std::max(nanoseconds(0), nanoseconds(found->second->due - now));
}

std::optional<SteadyTime> TimerQueue::nextDue() const
{
    if (m_heap.empty())
        return std::nullopt;
    return m_heap.front()->due;
}

int TimerQueue::activate(SteadyTime now)
{
    const quint64 round = ++m_round;
    for (Timer *const timer : m_serving)
        if (timer != nullptr && timer->due <= now)
            rearm(*timer, now);
    int sent = 0;
    while (!m_heap.empty()) {
        Timer *const timer = m_heap.front();
        if (timer->due > now || timer->round == round)
            break;
        takeOut(*timer);
        timer->round = round;
        rearm(*timer, now);
        if (timer->period > milliseconds(0))
            ++sent;
        m_serving.push_back(timer);
        QTimerEvent event(timer->id);
        QCoreApplication::sendEvent(timer->object, &event);
        Timer *const stillThere = m_serving.back();
        m_serving.pop_back();
        if (stillThere != nullptr)
            push(stillThere);
    }
    return sent;
}

void TimerQueue::rearm(Timer &timer, SteadyTime now)
{
    timer.nominal += timer.period;
    if (timer.nominal < now)
        timer.nominal = now + timer.period;
    timer.due = timerMoment(timer.nominal, timer.period, timer.type);
    if (timer.due <= now)
        timer.due = timer.nominal; // rounding had moved it into the past
    timer.arming = ++m_armings;
}

bool TimerQueue::isBefore(const Timer &a, const Timer &b)
{
    return a.due != b.due ? a.due < b.due : a.arming < b.arming;
}

void TimerQueue::push(Timer *timer)
{
    m_heap.push_back(timer);
    timer->place = m_heap.size() - 1;
    siftUp(timer->place);
}

void TimerQueue::takeOut(const Timer &timer)
{
    const size_t hole = timer.place;
    m_heap[hole]->place = notInHeap;
    Timer *const last = m_heap.back();
    m_heap.pop_back();
    if (hole == m_heap.size())
        return;
    place(hole, last);
    siftUp(hole);
    siftDown(last->place);
}

void TimerQueue::siftUp(size_t index)
{
    Timer *const timer = m_heap[index];
    while (index > 0) {
        const size_t parent = (index - 1) / 2;
        if (!isBefore(*timer, *m_heap[parent]))
            break;
        place(index, m_heap[parent]);
        index = parent;
    }
    place(index, timer);
}

void TimerQueue::siftDown(size_t index)
{
    Timer *const timer = m_heap[index];
    for (;;) {
        size_t child = 2 * index + 1;
        if (child >= m_heap.size())
            break;
        if (child + 1 < m_heap.size() && isBefore(*m_heap[child + 1], *m_heap[child]))
            ++child;
        if (!isBefore(*m_heap[child], *timer))
            break;
        place(index, m_heap[child]);
        index = child;
    }
    place(index, timer);
}

void TimerQueue::place(size_t index, Timer *timer)
{
    m_heap[index] = timer;
    timer->place = index;
}

} // namespace Pongwatch
