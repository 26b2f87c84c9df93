// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <mutex>
#include <vector>

namespace Pongwatch
{

/// The system's wall clock was set.
struct ClockStep {
    WallTime at{};     ///< as it is recorded
    nanoseconds by{0}; ///< back is negative

    friend bool operator==(const ClockStep &, const ClockStep &) = default;
};

/// The wall clock that records go by. It begins as the system's and follows its small corrections, as NTP
/// makes them all the time; but when that is set, forward or back, it goes on as before until the program is
/// started again: what is recorded stays in order, and the difference of two moments is how long it took. Any
/// thread.
class RecordedClock
{
public:
    /// A difference below this, and below a thousandth of the time since it was last looked, is a correction.
    static constexpr seconds leastStep{1};

    /// The moment to record. `awake` is a clock that no one sets and that runs on while the machine sleeps;
    /// both were read at the same time.
    [[nodiscard]] WallTime at(nanoseconds awake, WallTime system);

    /// Those behind the first `known`, oldest first. At most 1,000 are kept.
    [[nodiscard]] std::vector<ClockStep> stepsAfter(size_t known) const;

private:
    mutable std::mutex m_mutex;
    bool m_isBegun = false;
    nanoseconds m_lastAwake{0};
    microseconds m_offset{0}; ///< system minus awake, when it was last looked
    microseconds m_ahead{0};  ///< how far the recorded time is ahead of the system's
    std::vector<ClockStep> m_steps;
};

/// Steps of this process's clock, as far as currentWallTime() has seen them, behind the first `known`.
[[nodiscard]] std::vector<ClockStep> clockStepsAfter(size_t known);

} // namespace Pongwatch
