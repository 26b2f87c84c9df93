// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/examinedlimits.h"
#include "engine/values/settings.h"
#include "examine/findings/finding.h"

#include <optional>

namespace Pongwatch
{

/// What findings say of how long connections may last, for the verdicts on their ends; nullopt: no limit was
/// found.
[[nodiscard]] std::optional<ExaminedLimits> limitsFound(const QList<Finding> &findings);

/// That a peer is pinged too seldom for the limit of silence that was found.
struct IntervalAdvice {
    QString sentence;                      ///< translated
    std::optional<nanoseconds> interval{}; ///< to be set; nullopt: no interval of pings helps
};

/// What to tell about the settings of an examined peer; nullopt: nothing, what it sends comes often enough,
/// or nothing is known. An interval has to be a tenth shorter than the limit, since pings may come late. A
/// peer with a dialogue is left alone: what keeps its connections open is in there.
[[nodiscard]] std::optional<IntervalAdvice> intervalAdvice(const ConnectionSettings &settings,
                                                           const ExaminedLimits &limits);

} // namespace Pongwatch
