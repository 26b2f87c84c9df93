// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/statebands.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr double narrowest = 1.5;
constexpr double smallestHole = 0.5; // pixels

} // namespace

std::vector<StateBand> stateBands(const std::vector<StateSpan> &states, const ChartAxis &axis)
{
    std::vector<StateBand> bands;
    for (const StateSpan &span : states) {
        const double left = std::max(axis.left, axis.x(span.from));
        const double right = std::min(axis.right, axis.x(span.to));
        if (right < left || (right == left && left >= axis.right))
            continue;
        // Where nothing was watched there is a hole, which no band covers.
        const bool follows = !bands.empty() && left <= bands.back().right + smallestHole;
        if (follows && bands.back().health == span.health) {
            bands.back().right = std::max(bands.back().right, right);
            bands.back().to = span.to;
            continue;
        }
        const bool narrow = right - left < narrowest;
        if (follows && narrow && bands.back().right - bands.back().left < narrowest) {
            StateBand &before = bands.back();
            before.right = right;
            before.to = span.to;
            before.health = isWorse(span.health, before.health) ? span.health : before.health;
            continue;
        }
        bands.push_back({left, right, span.health, span.from, span.to});
    }
    // Bands that are still too narrow take from their neighbours, the worse from the better.
    for (size_t i = 0; i < bands.size(); ++i) {
        StateBand &band = bands[i];
        const double missing = narrowest - (band.right - band.left);
        if (missing <= 0)
            continue;
        if (i + 1 < bands.size() && isWorse(band.health, bands[i + 1].health)) {
            band.right += missing;
            bands[i + 1].left = std::min(std::max(bands[i + 1].left, band.right), bands[i + 1].right);
        } else if (i > 0 && isWorse(band.health, bands[i - 1].health)) {
            band.left -= missing;
            bands[i - 1].right = std::max(std::min(bands[i - 1].right, band.left), bands[i - 1].left);
        }
    }
    // Joins neighbours that have become the same.
    std::vector<StateBand> whole;
    for (const StateBand &band : bands) {
        if (!whole.empty() && whole.back().health == band.health &&
            band.left <= whole.back().right + smallestHole) {
            whole.back().right = band.right;
            whole.back().to = band.to;
        } else {
            whole.push_back(band);
        }
    }
    return whole;
}

} // namespace Pongwatch
