// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>

namespace Pongwatch
{

/// Where tiles lie on a wall: rows and columns chosen so that tiles are as large as they can be at a pleasant
/// shape. A plain value, without a window.
class WallGrid
{
public:
    /// Tiles in `area`, `gap` apart, all of one size. With no tile or no room nothing has a place.
    WallGrid(const QRect &area, int tiles, int gap);

    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] QSize tileSize() const { return m_size; }

    /// The place of a tile, by rows; from the right where text runs from right to left.
    [[nodiscard]] QRect place(int tile, Qt::LayoutDirection direction = Qt::LeftToRight) const;

    /// So many tiles can be told apart on this area: none is smaller than `smallest`.
    [[nodiscard]] static int mostTiles(const QSize &area, const QSize &smallest, int gap);

private:
    QRect m_area;
    int m_tiles;
    int m_gap;
    int m_columns = 0;
    int m_rows = 0;
    QSize m_size;
};

/// The nearest of the places in this direction (one step right or down, or against it), `from` itself where
/// there is none: how arrow keys move between tiles of different sizes.
[[nodiscard]] qsizetype neighbourOf(const QList<QRect> &places, qsizetype from, int right, int down);

} // namespace Pongwatch
