// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clock.h"

#include <time.h>

namespace Pongwatch
{

SteadyTime SystemClock::now() const
{
    return std::chrono::steady_clock::now();
}

WallTime SystemClock::wallNow() const
{
    return currentWallTime();
}

nanoseconds SystemClock::suspendedSoFar() const
{
    timespec boot{};
    timespec monotonic{};
    if (clock_gettime(CLOCK_BOOTTIME, &boot) != 0 || clock_gettime(CLOCK_MONOTONIC, &monotonic) != 0)
        return nanoseconds(0);
    return seconds(boot.tv_sec - monotonic.tv_sec) + nanoseconds(boot.tv_nsec - monotonic.tv_nsec);
}

} // namespace Pongwatch
