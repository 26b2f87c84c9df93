// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/seriespyramid.h"
#include "widgets/chart/timerange.h"

#include <optional>
#include <vector>

namespace Pongwatch
{

/// The trouble around a moment: successive states without an `Ok` (or a pause) in between. Nullopt if all was
/// well at the moment. `states` must be in order.
[[nodiscard]] std::optional<TimeRange> incidentAround(const std::vector<StateSpan> &states, WallTime moment);

/// The range to show so that a range is seen with its surroundings: half of its length on either side.
[[nodiscard]] TimeRange withSurroundings(const TimeRange &range);

} // namespace Pongwatch
