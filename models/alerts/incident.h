// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/conditionreading.h"

#include <vector>

namespace Pongwatch
{

/// The state of one rule about one peer. It opens when its condition holds, and closes when the condition has
/// not held for long enough. A value.
struct Incident {
    bool isOpen = false;
    bool isTold = false;                ///< if open: whether it was told; if not, it ends at once
    WallTime since{};                   ///< if open: when the trouble began
    std::optional<WallTime> clearSince; ///< if open: since when the condition has not held
    std::vector<WallTime> openings;     ///< of the last hour, including this one
    /// The last reading of its condition, and when that may change by itself.
    ConditionReading reading;
};

enum class IncidentStep : quint8 { None, Opened, Closed };

/// How long the condition must not hold before the incident is over: as long as the rule says, doubled each
/// time that it opened again within the hour, up to an hour. So trouble that comes and goes stays one
/// incident.
[[nodiscard]] nanoseconds recoveryTime(nanoseconds recoverAfter, size_t openingsInHour);

/// Updates an incident with a new reading. `mayOpen`: false during maintenance; an open incident stays open.
IncidentStep advance(Incident &incident, const ConditionReading &reading, nanoseconds recoverAfter,
                     bool mayOpen, WallTime now);

/// When to look at it again although nothing was reported. nullopt: never.
[[nodiscard]] std::optional<WallTime> lookAgainAt(const Incident &incident, nanoseconds recoverAfter);

} // namespace Pongwatch
