// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/recordedclock.h"

#include <algorithm>

#include <time.h>

namespace Pongwatch
{

namespace
{

constexpr size_t mostSteps = 1000;

/// Nobody sets this clock, and it runs while the machine sleeps. On Linux: CLOCK_BOOTTIME (clock_gettime(2)).
nanoseconds awakeNow()
{
    timespec boot{};
    if (clock_gettime(CLOCK_BOOTTIME, &boot) == 0)
        return seconds(boot.tv_sec) + nanoseconds(boot.tv_nsec);
    return std::chrono::steady_clock::now().time_since_epoch();
}

WallTime systemNow()
{
    return std::chrono::time_point_cast<microseconds>(std::chrono::system_clock::now());
}

/// A process has one wall clock, and so a single record of how it was set.
RecordedClock &processClock()
{
    static RecordedClock clock;
    return clock;
}

} // namespace

WallTime RecordedClock::at(nanoseconds awake, WallTime system)
{
    const microseconds offset = system.time_since_epoch() - std::chrono::floor<microseconds>(awake);
    const std::lock_guard lock(m_mutex);
    if (m_isBegun && awake < m_lastAwake)
        // Another thread has read the clocks since these were read, and may have seen a step.
        return WallTime(std::chrono::floor<microseconds>(awake) + m_offset + m_ahead);
    const microseconds difference = m_isBegun ? offset - m_offset : microseconds(0);
    const nanoseconds drift = std::max<nanoseconds>(leastStep, (awake - m_lastAwake) / 1000);
    m_isBegun = true;
    m_lastAwake = awake;
    m_offset = offset;
    if (std::chrono::abs(difference) >= drift) {
        m_ahead -= difference;
        if (m_steps.size() < mostSteps)
            m_steps.push_back({system + m_ahead, difference});
    }
    return system + m_ahead;
}

std::vector<ClockStep> RecordedClock::stepsAfter(size_t known) const
{
    const std::lock_guard lock(m_mutex);
    const auto first = m_steps.cbegin() + static_cast<std::ptrdiff_t>(std::min(known, m_steps.size()));
    return {first, m_steps.cend()};
}

WallTime currentWallTime()
{
    // A delay of this thread between two readings must not be taken for a step.
    constexpr milliseconds atOnce(20);
    constexpr int mostTries = 5;
    nanoseconds before = awakeNow();
    WallTime system = systemNow();
    for (int i = 0; i < mostTries && awakeNow() - before > atOnce; ++i) {
        before = awakeNow();
        system = systemNow();
    }
    return processClock().at(before, system);
}

std::vector<ClockStep> clockStepsAfter(size_t known)
{
    return processClock().stepsAfter(known);
}

} // namespace Pongwatch
