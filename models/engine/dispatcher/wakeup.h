// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>

namespace Pongwatch
{

/// Ends a wait of one thread from any other. The descriptor is written only while the thread really waits: a
/// thread that wakes itself, and a second wake-up before the first was noticed, cost no system call.
///
/// The owner waits like this: ask beginWait(), wait for descriptor() among others (not at all when it said
/// no), call endWait().
class WakeUp
{
public:
    WakeUp();
    ~WakeUp();
    Q_DISABLE_COPY_MOVE(WakeUp)

    /// The eventfd; -1 when the system refused one. Watch it edge-triggered: nobody reads it.
    [[nodiscard]] int descriptor() const { return m_descriptor; }

    /// Any thread. Ends the current wait, or else the next one.
    void wake();

    /// True between a wake-up and the end of the wait that it ended. Owner's thread.
    [[nodiscard]] bool isPending() const { return m_state.load(std::memory_order_acquire) == State::Woken; }

    /// False when a wake-up is pending: don't block. endWait() must follow in both cases. Owner's thread.
    [[nodiscard]] bool beginWait();

    /// Takes the wake-up; true when there was one. Owner's thread.
    bool endWait();

    /// Makes the descriptor unreadable, for a wait that is not edge-triggered. Only before beginWait().
    void drain() const;

private:
    enum class State : unsigned char { Running, Woken, Waiting };
    std::atomic<State> m_state = State::Running;
    int m_descriptor = -1;
};

} // namespace Pongwatch
