// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace Pongwatch
{

using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::seconds;

/// For durations, which are differences of this clock: it never jumps. On Linux it stands still while the
/// machine is suspended.
using SteadyTime = std::chrono::steady_clock::time_point;

/// A moment for records and people: UTC, microseconds since 1970. Never used to compute a duration that is
/// reported as measured.
using WallTime = std::chrono::sys_time<microseconds>;

/// The current time of the wall clock. Code that is tested with a fake clock takes a Clock instead.
[[nodiscard]] WallTime currentWallTime();

/// RFC 3339 in UTC with six digits of microseconds: "2026-11-22T03:00:00.000000Z".
[[nodiscard]] QString toRfc3339(WallTime time);

/// A duration in milliseconds, with fractions, for output and the chart.
[[nodiscard]] constexpr double toMilliseconds(nanoseconds duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

/// A duration in seconds, with fractions.
[[nodiscard]] constexpr double toSeconds(nanoseconds duration)
{
    return std::chrono::duration<double>(duration).count();
}

/// Converts seconds to a duration, rounded to the nanosecond. It may be any number of a stranger's: what is
/// beyond 290 years becomes 290 years, and what is not a number 0.
[[nodiscard]] constexpr nanoseconds fromSeconds(double s)
{
    constexpr double longest = 290.0 * 365 * 24 * 60 * 60; // 2^63 ns are 292 years
    if (!(s >= 0) && !(s < 0))
        s = 0;
    if (s > longest)
        s = longest;
    if (s < -longest)
        s = -longest;
    return nanoseconds(static_cast<nanoseconds::rep>(s * 1e9 + (s < 0 ? -0.5 : 0.5)));
}

} // namespace Pongwatch
