// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>

namespace Pongwatch
{

/// Ends the wait of one thread from any other. The descriptor is written only while the thread is really
/// waiting: a thread that wakes itself, or a second wake-up before the first was noticed, costs no system
/// call.
///
/// The owner calls beginWait(), waits for descriptor() among others (unless it got false), then endWait().
class WakeUp
{
public:
    WakeUp();
    ~WakeUp();
    Q_DISABLE_COPY_MOVE(WakeUp)

    /// The eventfd, or -1 if the system refused one. Watch it edge-triggered: it is never read.
    [[nodiscard]] int descriptor() const { return m_descriptor; }

    /// Any thread. Ends the current wait, or else the next one.
    void wake();

    /// True from a wake-up until the end of the wait that it ended. Owner's thread only.
    [[nodiscard]] bool isPending() const { return m_state.load(std::memory_order_acquire) == State::Woken; }

    /// Returns false if a wake-up is pending: don't block. endWait() must follow anyway. Owner's thread.
    [[nodiscard]] bool beginWait();

    /// Consumes the wake-up; returns true if there was one. Owner's thread.
    bool endWait();

    /// Makes the descriptor unreadable, for a wait that is not edge-triggered. Only before beginWait().
    void drain() const;

private:
    enum class State : unsigned char { Running, Woken, Waiting };
    std::atomic<State> m_state = State::Running;
    int m_descriptor = -1;
};

} // namespace Pongwatch
