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

/// Durations are differences of this clock: it never jumps. On Linux it stands still while the machine is
/// suspended.
using SteadyTime = std::chrono::steady_clock::time_point;

/// Moments for records and for people: UTC, microseconds since 1970. Never used to compute a duration that is
/// reported as measured.
using WallTime = std::chrono::sys_time<microseconds>;

/// The moment now on the wall clock. Code that is tested with a fake clock takes a Clock instead.
[[nodiscard]] WallTime currentWallTime();

/// RFC 3339 in UTC with six digits of microseconds: "2026-11-22T03:00:00.000000Z".
[[nodiscard]] QString toRfc3339(WallTime time);

/// A duration in milliseconds with its fraction, for output and for the chart.
[[nodiscard]] constexpr double toMilliseconds(nanoseconds duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

/// A duration in seconds with its fraction.
[[nodiscard]] constexpr double toSeconds(nanoseconds duration)
{
    return std::chrono::duration<double>(duration).count();
}

/// The duration of so many seconds, rounded to the nanosecond.
[[nodiscard]] constexpr nanoseconds fromSeconds(double s)
{
    return nanoseconds(static_cast<nanoseconds::rep>(s * 1e9 + (s < 0 ? -0.5 : 0.5)));
}

} // namespace Pongwatch
