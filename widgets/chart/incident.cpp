// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/incident.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

bool isTrouble(const StateSpan &span)
{
    return span.health != Health::Ok && span.health != Health::Paused;
}

} // namespace

std::optional<TimeRange> incidentAround(const std::vector<StateSpan> &states, WallTime moment)
{
    const auto at = std::find_if(states.cbegin(), states.cend(), [moment](const StateSpan &span) {
        return moment >= span.from && moment < span.to;
    });
    if (at == states.cend() || !isTrouble(*at))
        return {};
    auto first = at;
    while (first != states.cbegin() && isTrouble(*std::prev(first)))
        --first;
    const auto after = std::find_if_not(at, states.cend(), isTrouble);
    return TimeRange{first->from, std::prev(after)->to};
}

TimeRange withSurroundings(const TimeRange &range)
{
    const microseconds margin = std::max<microseconds>(range.length() / 2, seconds(2));
    return {range.from - margin, range.to + margin};
}

} // namespace Pongwatch
