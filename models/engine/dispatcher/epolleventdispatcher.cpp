// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dispatcher/epolleventdispatcher.h"

#include <QCoreApplication>
#include <QThread>

#include <cerrno>

#include <poll.h>

namespace Pongwatch
{

namespace
{

SteadyTime steadyNow()
{
    return std::chrono::steady_clock::now();
}

} // namespace

EpollEventDispatcher::EpollEventDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent)
    , m_watched(m_wakeUp.descriptor())
{
}

EpollEventDispatcher::~EpollEventDispatcher() = default;

bool EpollEventDispatcher::isUsable() const
{
    return m_wakeUp.descriptor() >= 0 && m_watched.isUsable();
}

bool EpollEventDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_interrupted.store(false, std::memory_order_relaxed);
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();

    // Events posted in the meantime have woken us: it is enough to check for a wake-up.
    bool mayBlock = flags.testFlag(QEventLoop::WaitForMoreEvents) && !m_wakeUp.isPending() &&
                    !m_interrupted.load(std::memory_order_relaxed);
    if (mayBlock)
        Q_EMIT aboutToBlock();
    if (m_interrupted.load(std::memory_order_relaxed))
        return false;

    const bool withTimers = !flags.testFlag(QEventLoop::X11ExcludeTimers);
    const bool withSockets = !flags.testFlag(QEventLoop::ExcludeSocketNotifiers);
    if (withSockets && m_notifiers.hasReady())
        mayBlock = false; // left over from the event loop around this one

    std::optional<nanoseconds> limit;
    if (withTimers) {
        if (const auto due = m_timers.nextDue())
            limit = std::max(nanoseconds(0), nanoseconds(*due - steadyNow()));
    }
    // Always called, and last: from here on, a wake-up ends the wait, or has already prevented it.
    if (withSockets)
        waitWithSockets(mayBlock ? limit : nanoseconds(0));
    else
        waitWithoutSockets(mayBlock ? limit : nanoseconds(0));
    int served = m_wakeUp.endWait() ? 1 : 0;

    if (withSockets)
        served += m_notifiers.activate();
    if (withTimers && m_timers.nextDue().has_value())
        served += m_timers.activate(steadyNow());
    return served > 0;
}

void EpollEventDispatcher::waitWithSockets(std::optional<nanoseconds> limit)
{
    for (const int fd : m_watched.apply())
        m_notifiers.disable(fd);
    if (!m_wakeUp.beginWait())
        limit = nanoseconds(0);
    m_watched.wait(limit, m_ready);
    for (const ReadyDescriptor &descriptor : m_ready)
        m_notifiers.markReady(descriptor);
    m_ready.clear();
}

void EpollEventDispatcher::waitWithoutSockets(std::optional<nanoseconds> limit)
{
    m_wakeUp.drain();
    if (!m_wakeUp.beginWait())
        return;
    const SteadyTime start = steadyNow();
    pollfd wakeUp{m_wakeUp.descriptor(), POLLIN, 0};
    for (;;) {
        timespec time{};
        if (limit.has_value()) {
            const auto left = std::max(nanoseconds(0), nanoseconds(*limit - (steadyNow() - start)));
            const auto whole = std::chrono::floor<seconds>(left);
            time.tv_sec = whole.count();
            time.tv_nsec = (left - whole).count();
        }
        if (ppoll(&wakeUp, 1, limit.has_value() ? &time : nullptr, nullptr) >= 0 || errno != EINTR)
            return;
    }
}

void EpollEventDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    Q_ASSERT(notifier->thread() == thread() && thread() == QThread::currentThread());
    const qintptr fd = notifier->socket();
    if (fd >= 0)
        m_watched.want(static_cast<int>(fd), m_notifiers.add(notifier));
}

void EpollEventDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    Q_ASSERT(notifier->thread() == thread() && thread() == QThread::currentThread());
    const qintptr fd = notifier->socket();
    if (fd >= 0)
        m_watched.want(static_cast<int>(fd), m_notifiers.remove(notifier));
}

void EpollEventDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType,
                                         QObject *object)
{
    Q_ASSERT(timerId > 0 && interval >= 0 && object != nullptr);
    Q_ASSERT(object->thread() == thread() && thread() == QThread::currentThread());
    m_timers.add(timerId, milliseconds(interval), timerType, object, steadyNow());
}

bool EpollEventDispatcher::unregisterTimer(int timerId)
{
    return m_timers.remove(timerId);
}

bool EpollEventDispatcher::unregisterTimers(QObject *object)
{
    return m_timers.removeAll(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollEventDispatcher::registeredTimers(QObject *object) const
{
    return m_timers.timersOf(object);
}

int EpollEventDispatcher::remainingTime(int timerId)
{
    const auto left = m_timers.remaining(timerId, steadyNow());
    return left.has_value() ? static_cast<int>(std::chrono::ceil<milliseconds>(*left).count()) : -1;
}

void EpollEventDispatcher::wakeUp()
{
    m_wakeUp.wake();
}

void EpollEventDispatcher::interrupt()
{
    m_interrupted.store(true, std::memory_order_relaxed);
    m_wakeUp.wake();
}

} // namespace Pongwatch
