// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/seriespyramid.h"
#include "widgets/chart/chartaxis.h"

#include <vector>

namespace Pongwatch
{

/// A stretch of a strip in which a peer's health is drawn in one look, in pixels.
struct StateBand {
    double left = 0;
    double right = 0;
    Health health = Health::Connecting;
    WallTime from{};
    WallTime to{};

    friend bool operator==(const StateBand &, const StateBand &) = default;
};

/// The states on the axis, cut at its ends. Anything narrower than a pixel is joined into bands of at least a
/// pixel, with the worst of its states: short trouble is never lost between pixels.
[[nodiscard]] std::vector<StateBand> stateBands(const std::vector<StateSpan> &states, const ChartAxis &axis);

} // namespace Pongwatch
