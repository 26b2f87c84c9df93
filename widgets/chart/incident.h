// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/seriespyramid.h"
#include "widgets/chart/timerange.h"

#include <optional>
#include <vector>

namespace Pongwatch
{

/// The trouble around a moment: the states that follow one another without an `Ok` (or a pause) between them.
/// Nullopt when all was well then. `states` are in order.
[[nodiscard]] std::optional<TimeRange> incidentAround(const std::vector<StateSpan> &states, WallTime moment);

/// What to show so that the range is seen with what came before and after: half of its length on both sides.
[[nodiscard]] TimeRange withSurroundings(const TimeRange &range);

} // namespace Pongwatch
