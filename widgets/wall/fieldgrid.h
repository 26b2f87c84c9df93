// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

namespace Pongwatch
{

/// The cells of a field of many peers: with their names if there is room for all, otherwise only a shape
/// each, as large as possible. A plain value, independent of any window.
class FieldGrid
{
public:
    static constexpr int namedHeight = 26;
    static constexpr int largestCell = 40;
    static constexpr int smallestCell = 9;

    /// `nameWidth`: of a cell in which every name fits.
    FieldGrid(const QSize &room, int cells, int nameWidth);

    /// The preferred height of the field, at most that of `room`.
    [[nodiscard]] static int heightFor(int cells, const QSize &room, int nameWidth);

    [[nodiscard]] bool isNamed() const { return m_isNamed; }
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] QSize cellSize() const { return m_cell; }
    /// How many have a place: all, unless there is hardly any room.
    [[nodiscard]] int placed() const { return m_placed; }

    /// From the left, row by row; the caller mirrors it.
    [[nodiscard]] QRect place(int cell) const;
    /// The cell there; -1 if there is none.
    [[nodiscard]] int cellAt(const QPoint &place) const;

private:
    QSize m_cell;
    int m_columns = 1;
    int m_placed = 0;
    bool m_isNamed = false;
};

} // namespace Pongwatch
