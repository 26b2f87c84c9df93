// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>

namespace Pongwatch
{

/// The positions of tiles on a wall: rows and columns are chosen so that tiles of a pleasant shape are as
/// large as possible. A plain value, independent of any window.
class WallGrid
{
public:
    /// Tiles in `area`, `gap` apart, all of the same size. Without tiles or room, nothing has a place.
    WallGrid(const QRect &area, int tiles, int gap);

    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] QSize tileSize() const { return m_size; }

    /// The place of a tile, row by row; from the right if text runs from right to left.
    [[nodiscard]] QRect place(int tile, Qt::LayoutDirection direction = Qt::LeftToRight) const;

    /// How many tiles fit into this area with none smaller than `smallest`.
    [[nodiscard]] static int mostTiles(const QSize &area, const QSize &smallest, int gap);

private:
    QRect m_area;
    int m_tiles;
    int m_gap;
    int m_columns = 0;
    int m_rows = 0;
    QSize m_size;
};

/// The nearest place in this direction (one step right or down, or the opposite), or `from` itself if there
/// is none: how arrow keys move between tiles of different sizes.
[[nodiscard]] qsizetype neighbourOf(const QList<QRect> &places, qsizetype from, int right, int down);

} // namespace Pongwatch
