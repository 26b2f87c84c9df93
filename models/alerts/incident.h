// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/conditionreading.h"

#include <vector>

namespace Pongwatch
{

/// What becomes of one rule about one peer: it opens once its condition holds, and closes once that has not
/// held for long enough. A value.
struct Incident {
    bool isOpen = false;
    bool isTold = false;                ///< of an open one: what was not told is over at once
    WallTime since{};                   ///< of an open one: when the trouble began
    std::optional<WallTime> clearSince; ///< of an open one: the condition has not held since
    std::vector<WallTime> openings;     ///< of the last hour, this one included
    /// What its condition said last, and when that may change by itself.
    ConditionReading reading;
};

enum class IncidentStep : quint8 { None, Opened, Closed };

/// How long the condition must not hold before the incident is over: as the rule says, and twice as long for
/// each time that it opened again within the hour, an hour at most. What comes and goes stays one incident.
[[nodiscard]] nanoseconds recoveryTime(nanoseconds recoverAfter, size_t openingsInHour);

/// Moves an incident on by a new reading. `mayOpen`: false while a silence lasts; what is open stays so.
IncidentStep advance(Incident &incident, const ConditionReading &reading, nanoseconds recoverAfter,
                     bool mayOpen, WallTime now);

/// When it is worth a look again although nothing was reported; nullopt: it is not.
[[nodiscard]] std::optional<WallTime> lookAgainAt(const Incident &incident, nanoseconds recoverAfter);

} // namespace Pongwatch
