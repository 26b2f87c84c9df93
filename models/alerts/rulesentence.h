// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/objectiveledger.h"
#include "alerts/rules/alertrule.h"
#include "alerts/rules/maintenance.h"
#include "text/formatter.h"

namespace Pongwatch
{

/// When a rule raises an alert, in a few words: "Down for 30 s", "p95 above 200 ms over 5 min".
[[nodiscard]] QString ruleSentence(const AlertCondition &condition, const Formatter &format);

/// "Sun 02:00 to 04:00, Europe/Berlin", or from one moment to another.
[[nodiscard]] QString windowSentence(const MaintenanceWindow &window, const Formatter &format);

/// The standing of an objective: "99.95 % open (of 99.9 %), 52 % of its error budget left".
[[nodiscard]] QString standingInWords(const Objective &objective, const ObjectiveStanding &standing,
                                      const Formatter &format);
/// The same, with its name.
[[nodiscard]] QString standingSentence(const Objective &objective, const ObjectiveStanding &standing,
                                       const Formatter &format);

/// The name of a state that a rule can be about, for a person.
[[nodiscard]] QString stateName(AlertState state);
[[nodiscard]] QString figureName(AlertFigure figure);

} // namespace Pongwatch
