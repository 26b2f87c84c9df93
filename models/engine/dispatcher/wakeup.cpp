// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dispatcher/wakeup.h"

#include <cerrno>
#include <cstdint>

#include <sys/eventfd.h>
#include <unistd.h>

namespace Pongwatch
{

WakeUp::WakeUp()
    : m_descriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
}

WakeUp::~WakeUp()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

void WakeUp::wake()
{
    // Whoever turns Waiting into Woken writes; the counter can't overflow within the lifetime of a machine.
    if (m_state.exchange(State::Woken, std::memory_order_acq_rel) != State::Waiting)
        return;
    const std::uint64_t one = 1;
    while (write(m_descriptor, &one, sizeof one) < 0 && errno == EINTR) {
    }
}

bool WakeUp::beginWait()
{
    State expected = State::Running;
    return m_state.compare_exchange_strong(expected, State::Waiting, std::memory_order_acq_rel);
}

bool WakeUp::endWait()
{
    return m_state.exchange(State::Running, std::memory_order_acq_rel) == State::Woken;
}

void WakeUp::drain() const
{
    std::uint64_t count = 0;
    while (read(m_descriptor, &count, sizeof count) < 0 && errno == EINTR) {
    }
}

} // namespace Pongwatch
