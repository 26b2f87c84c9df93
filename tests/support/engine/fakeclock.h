// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/clock.h"
#include "engine/values/recordedclock.h"

namespace Pongwatch::TestSupport
{

/// A clock that only moves when a test moves it. One thread.
class FakeClock final : public Clock
{
public:
    [[nodiscard]] SteadyTime now() const override { return m_now; }
    [[nodiscard]] WallTime wallNow() const override
    {
        const nanoseconds awake = m_now.time_since_epoch() + m_suspended;
        return m_recorded.at(awake, m_wallStart + m_set + std::chrono::duration_cast<microseconds>(awake));
    }
    [[nodiscard]] nanoseconds suspendedSoFar() const override { return m_suspended; }

    void advance(nanoseconds by) { m_now += by; }
    void setNow(SteadyTime now) { m_now = now; }

    /// The machine sleeps: the steady clock stands still, the wall clock runs on.
    void suspend(nanoseconds by) { m_suspended += by; }

    /// Like a process's clock: see clockStepsAfter().
    [[nodiscard]] std::vector<ClockStep> stepsAfter(size_t known) const
    {
        return m_recorded.stepsAfter(known);
    }

    /// Somebody sets the wall clock.
    void setWall(nanoseconds by) { m_set += std::chrono::duration_cast<microseconds>(by); }

private:
    SteadyTime m_now{seconds(1000)};
    WallTime m_wallStart{seconds(1'790'000'000)};
    nanoseconds m_suspended{0};
    microseconds m_set{0};
    mutable RecordedClock m_recorded;
};

} // namespace Pongwatch::TestSupport
