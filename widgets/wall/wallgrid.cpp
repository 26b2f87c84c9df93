// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/wallgrid.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// The aspect ratio at which a name, a state and a figure fill a tile best.
constexpr double pleasantShape = 1.7;

/// The width that a tile really uses: that of the largest rectangle of the pleasant shape in it.
double usefulWidth(const QSize &size)
{
    return std::min<double>(size.width(), size.height() * pleasantShape);
}

int share(int length, int parts, int gap)
{
    return (length - gap * (parts - 1)) / parts;
}

} // namespace

WallGrid::WallGrid(const QRect &area, int tiles, int gap)
    : m_area(area)
    , m_tiles(tiles)
    , m_gap(gap)
{
    for (int columns = 1; columns <= tiles; ++columns) {
        const int rows = (tiles + columns - 1) / columns;
        const QSize size(share(area.width(), columns, gap), share(area.height(), rows, gap));
        if (size.isEmpty())
            continue;
        if (m_columns == 0 || usefulWidth(size) > usefulWidth(m_size)) {
            m_columns = columns;
            m_rows = rows;
            m_size = size;
        }
    }
}

QRect WallGrid::place(int tile, Qt::LayoutDirection direction) const
{
    if (m_columns == 0 || tile < 0 || tile >= m_tiles)
        return {};
    const int column = tile % m_columns;
    const int row = tile / m_columns;
    const int step = column * (m_size.width() + m_gap);
    const int left =
        direction == Qt::RightToLeft ? m_area.right() + 1 - step - m_size.width() : m_area.left() + step;
    return {QPoint(left, m_area.top() + row * (m_size.height() + m_gap)), m_size};
}

int WallGrid::mostTiles(const QSize &area, const QSize &smallest, int gap)
{
    const int columns = (area.width() + gap) / (smallest.width() + gap);
    const int rows = (area.height() + gap) / (smallest.height() + gap);
    return std::max(1, columns * rows);
}

qsizetype neighbourOf(const QList<QRect> &places, qsizetype from, int right, int down)
{
    const QRect &start = places.at(from);
    qsizetype nearest = from;
    double least = 0;
    for (qsizetype i = 0; i < places.size(); ++i) {
        const QPoint step = places.at(i).center() - start.center();
        const int along = step.x() * right + step.y() * down;
        const int aside = std::abs(right != 0 ? step.y() : step.x());
        // Sideways, it stays in the row.
        const bool reachable = right != 0 ? aside < start.height() / 2 : along > 0;
        if (i == from || along <= 0 || !reachable)
            continue;
        const double distance = along + (right != 0 ? 0.0 : 0.5 * aside);
        if (nearest == from || distance < least) {
            nearest = i;
            least = distance;
        }
    }
    return nearest;
}

} // namespace Pongwatch
