// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dispatcher/epollset.h"
#include "engine/dispatcher/notifiertable.h"
#include "engine/dispatcher/timerqueue.h"
#include "engine/dispatcher/wakeup.h"

#include <QAbstractEventDispatcher>

#include <atomic>

namespace Pongwatch
{

/// An event dispatcher whose cost goes with what happens, not with the number of sockets that are watched:
/// Qt's own on Unix hands every descriptor to poll(2) at each wake-up. Otherwise it behaves like that one, in
/// the order of things too: posted events, then sockets, then timers.
///
/// Two differences: timers are waited for to the nanosecond, and a descriptor that is closed while its
/// notifier is enabled goes silent instead of being warned about. Every function but wakeUp() and interrupt()
/// belongs to the thread that the dispatcher was given to.
class EpollEventDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT

public:
    explicit EpollEventDispatcher(QObject *parent = nullptr);
    ~EpollEventDispatcher() override;

    /// False when the system refused a descriptor; it can't wait then.
    [[nodiscard]] bool isUsable() const;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    using QAbstractEventDispatcher::registerTimer;
    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    [[nodiscard]] QList<TimerInfo> registeredTimers(QObject *object) const override;
    [[nodiscard]] int remainingTime(int timerId) override;

    /// Any thread.
    void wakeUp() override;
    /// Any thread.
    void interrupt() override;

private:
    void waitWithSockets(std::optional<nanoseconds> limit);
    void waitWithoutSockets(std::optional<nanoseconds> limit);

    WakeUp m_wakeUp;
    EpollSet m_watched;
    NotifierTable m_notifiers;
    TimerQueue m_timers;
    std::vector<ReadyDescriptor> m_ready; ///< empty but for the moment after a wait; kept for its memory
    std::atomic<bool> m_interrupted = false;
};

} // namespace Pongwatch
