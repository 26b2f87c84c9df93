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

/// An event dispatcher whose cost depends on the number of events, not on the number of watched sockets: Qt's
/// own on Unix passes every descriptor to poll(2) at each wake-up. Otherwise it works like Qt's, in the same
/// order: posted events, then sockets, then timers.
///
/// There are two differences: timers are exact to the nanosecond, and if a descriptor is closed while its
/// notifier is enabled, the notifier goes silent without a warning. All functions except wakeUp() and
/// interrupt() may be called only on the dispatcher's thread.
class EpollEventDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT

public:
    explicit EpollEventDispatcher(QObject *parent = nullptr);
    ~EpollEventDispatcher() override;

    /// False if the system refused to give a descriptor; the dispatcher can't wait then.
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
    std::vector<ReadyDescriptor> m_ready; ///< empty except just after a wait; kept for its memory
    std::atomic<bool> m_interrupted = false;
};

} // namespace Pongwatch
