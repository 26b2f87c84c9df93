// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <mutex>
#include <vector>

namespace Pongwatch
{

/// The system's wall clock was set.
struct ClockStep {
    WallTime at{};     ///< in recorded time
    nanoseconds by{0}; ///< negative: set back

    friend bool operator==(const ClockStep &, const ClockStep &) = default;
};

/// The wall clock used for records. It starts as the system's and follows its small corrections, such as
/// those that NTP keeps making. When the system's clock is set, forward or back, this one carries on as
/// before until the program is restarted: so records stay in order, and the difference of two moments is the
/// time that passed. May be used on any thread.
class RecordedClock
{
public:
    /// A difference below this, or below a thousandth of the time since the last reading, is a correction.
    static constexpr seconds leastStep{1};

    /// The moment to record. `awake` is from a clock that nobody sets and that keeps running while the
    /// machine sleeps; both must have been read at the same time.
    [[nodiscard]] WallTime at(nanoseconds awake, WallTime system);

    /// The steps after the first `known`, oldest first. At most 1,000 are kept.
    [[nodiscard]] std::vector<ClockStep> stepsAfter(size_t known) const;

private:
    mutable std::mutex m_mutex;
    bool m_isBegun = false;
    nanoseconds m_lastAwake{0};
    microseconds m_offset{0}; ///< system minus awake at the last reading
    microseconds m_ahead{0};  ///< how far recorded time is ahead of the system's
    std::vector<ClockStep> m_steps;
};

/// The steps of this process's clock after the first `known`, as far as currentWallTime() has seen them.
[[nodiscard]] std::vector<ClockStep> clockStepsAfter(size_t known);

} // namespace Pongwatch
