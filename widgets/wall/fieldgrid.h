// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

namespace Pongwatch
{

/// The cells of a field of many peers: with their names where there is room for all, else a shape each, as
/// large as it can be. A plain value, without a window.
class FieldGrid
{
public:
    static constexpr int namedHeight = 26;
    static constexpr int largestCell = 40;
    static constexpr int smallestCell = 9;

    /// `nameWidth`: of a cell in which every name can be read whole.
    FieldGrid(const QSize &room, int cells, int nameWidth);

    /// How high the field wants to be, at most as `room`.
    [[nodiscard]] static int heightFor(int cells, const QSize &room, int nameWidth);

    [[nodiscard]] bool isNamed() const { return m_isNamed; }
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] QSize cellSize() const { return m_cell; }
    /// How many have a place: all, unless there is hardly any room.
    [[nodiscard]] int placed() const { return m_placed; }

    /// From the left, by rows; the caller mirrors it.
    [[nodiscard]] QRect place(int cell) const;
    /// The cell there; -1: none.
    [[nodiscard]] int cellAt(const QPoint &place) const;

private:
    QSize m_cell;
    int m_columns = 1;
    int m_placed = 0;
    bool m_isNamed = false;
};

} // namespace Pongwatch
