// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

namespace Pongwatch
{

/// The clocks that the engine uses. There is one real implementation (SystemClock) and one for tests; both
/// may be read on any thread.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Never jumps; stands still while the machine is suspended.
    [[nodiscard]] virtual SteadyTime now() const = 0;

    /// For records only.
    [[nodiscard]] virtual WallTime wallNow() const = 0;

    /// How long the machine has been suspended since some fixed moment: grows by the length of each
    /// suspend. Zero if the system doesn't tell. On Linux: CLOCK_BOOTTIME minus CLOCK_MONOTONIC
    /// (clock_gettime(2)).
    [[nodiscard]] virtual nanoseconds suspendedSoFar() const = 0;
};

/// The system's clocks.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] SteadyTime now() const override;
    [[nodiscard]] WallTime wallNow() const override;
    [[nodiscard]] nanoseconds suspendedSoFar() const override;
};

} // namespace Pongwatch
