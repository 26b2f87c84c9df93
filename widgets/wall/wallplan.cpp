// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/wallplan.h"

#include "widgets/wall/fieldgrid.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// The maximum height of a tile without trouble, so that it does not compete with trouble.
constexpr int partsOfHeight = 8;
constexpr double shapeOfSmall = 1.75; // width to height

QRect topOf(const QRect &area, int height)
{
    return {area.topLeft(), QSize(area.width(), std::max(0, height))};
}

} // namespace

WallPlan::WallPlan(const QRect &area, int trouble, int others, int gap, int nameWidth, int groups)
{
    const auto canGroup = [groups, gap](const QSize &room) {
        return groups > 1 && groups <= WallGrid::mostTiles(room, smallestGroup, gap);
    };
    if (trouble == 0) {
        if (others <= WallGrid::mostTiles(area.size(), smallestSmall, gap)) {
            m_small = WallGrid(area, others, gap);
            m_smallTiles = others;
        } else {
            m_field = area;
            m_inField = others;
            m_isGrouped = canGroup(area.size()) && !FieldGrid(area.size(), others, nameWidth).isNamed();
        }
        return;
    }
    const int whole = WallGrid::mostTiles(area.size(), smallestLarge, gap);
    if (others == 0 && trouble <= whole) {
        m_largeTiles = trouble;
        m_large = WallGrid(area, trouble, gap);
        return;
    }
    const QSize kept(area.width(), static_cast<int>(area.height() * (1 - shareOfOthers)));
    m_largeTiles = std::min(trouble, WallGrid::mostTiles(kept, smallestLarge, gap));
    const int overflow = trouble - m_largeTiles;
    if (overflow > 0 && canGroup(area.size())) {
        // A dozen tiles would say nothing about hundreds of others: their groups do.
        m_largeTiles = 0;
        m_inField = trouble + others;
        m_field = area;
        m_isGrouped = true;
        return;
    }
    if (overflow > 0 || !placeSmall(area, others, gap)) {
        m_inField = overflow + others;
        const int most = static_cast<int>(area.height() * shareOfOthers);
        const QSize room(area.width(), most);
        m_isGrouped = canGroup(room) && !FieldGrid(room, m_inField, nameWidth).isNamed();
        const int height = m_isGrouped ? most : FieldGrid::heightFor(m_inField, room, nameWidth);
        m_field = QRect(area.left(), area.bottom() + 1 - height, area.width(), height);
        m_rest = topOf(area, area.height() - height - 2 * gap);
    }
    m_large = WallGrid(m_rest, m_largeTiles, gap);
}

/// Returns false if they can't all have a tile in their share of the area.
bool WallPlan::placeSmall(const QRect &area, int others, int gap)
{
    for (int height = std::max(smallestSmall.height(), area.height() / partsOfHeight);
         height >= smallestSmall.height(); height -= 4) {
        const int width = std::max(smallestSmall.width(), static_cast<int>(height * shapeOfSmall));
        const int columns = std::max(1, (area.width() + gap) / (width + gap));
        const int rows = (others + columns - 1) / columns;
        const int whole = rows * (height + gap) - gap;
        if (whole > area.height() * shareOfOthers)
            continue;
        // A few of them don't become wider.
        const int wide = others < columns ? others * (width + gap) - gap : area.width();
        m_small = WallGrid(QRect(area.left(), area.bottom() + 1 - whole, wide, whole), others, gap);
        m_smallTiles = others;
        m_rest = topOf(area, area.height() - whole - 2 * gap);
        return true;
    }
    return false;
}

} // namespace Pongwatch
