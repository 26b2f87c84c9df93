// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/clock.h"

namespace Pongwatch::TestSupport
{

/// A clock that moves only when a test moves it. One thread.
class FakeClock final : public Clock
{
public:
    [[nodiscard]] SteadyTime now() const override { return m_now; }
    [[nodiscard]] WallTime wallNow() const override
    {
        return m_wallStart + std::chrono::duration_cast<microseconds>(m_now.time_since_epoch() + m_suspended);
    }
    [[nodiscard]] nanoseconds suspendedSoFar() const override { return m_suspended; }

    void advance(nanoseconds by) { m_now += by; }
    void setNow(SteadyTime now) { m_now = now; }

    /// The machine sleeps: the steady clock stands still, the wall clock goes on.
    void suspend(nanoseconds by) { m_suspended += by; }

private:
    SteadyTime m_now{seconds(1000)};
    WallTime m_wallStart{seconds(1'790'000'000)};
    nanoseconds m_suspended{0};
};

} // namespace Pongwatch::TestSupport
