// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/fieldgrid.h"

#include <algorithm>

namespace Pongwatch
{

FieldGrid::FieldGrid(const QSize &room, int cells, int nameWidth)
{
    const int namedColumns = std::max(1, room.width() / std::max(1, nameWidth));
    const int namedRows = (cells + namedColumns - 1) / namedColumns;
    if (namedRows * namedHeight <= room.height()) {
        m_isNamed = true;
        m_columns = namedColumns;
        m_cell = QSize(room.width() / namedColumns, namedHeight);
        m_placed = cells;
        return;
    }
    int side = largestCell;
    const auto places = [&room](int cell) { return (room.width() / cell) * (room.height() / cell); };
    while (side > smallestCell && places(side) < cells)
        --side;
    m_cell = QSize(side, side);
    m_columns = std::max(1, room.width() / side);
    m_placed = std::min(cells, places(side));
}

int FieldGrid::heightFor(int cells, const QSize &room, int nameWidth)
{
    const FieldGrid grid(room, cells, nameWidth);
    const int rows = (grid.placed() + grid.columns() - 1) / grid.columns();
    return std::min(room.height(), rows * grid.cellSize().height());
}

QRect FieldGrid::place(int cell) const
{
    if (cell < 0 || cell >= m_placed)
        return {};
    return {QPoint(cell % m_columns * m_cell.width(), cell / m_columns * m_cell.height()), m_cell};
}

int FieldGrid::cellAt(const QPoint &place) const
{
    if (place.x() < 0 || place.y() < 0 || place.x() >= m_columns * m_cell.width())
        return -1;
    const int cell = place.y() / m_cell.height() * m_columns + place.x() / m_cell.width();
    return cell < m_placed ? cell : -1;
}

} // namespace Pongwatch
