// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QRectF>

#include <vector>

class QPainter;

namespace Pongwatch
{

/// The marks of latencies above the upper end of an axis: each has its triangle at the upper edge, and its
/// value beside it where there is room; of those that are too close, the largest.
class ClippedMarks
{
public:
    /// `shared`: one mark for all peers where several would stand, instead of one for each of them; many of
    /// each would take longer than a frame has.
    explicit ClippedMarks(bool shared = false)
        : m_isShared(shared)
    {
    }

    /// The marks of the peer with this colour follow.
    void beginPeer(const QColor &color);
    /// `x` in pixels, from 0 on. Of marks that would lie over each other the largest is kept.
    void add(double x, double ms);

    /// Paints them at the upper edge of the area, in the painter's font.
    void paint(QPainter *painter, const QRectF &area, const QPalette &palette);

    [[nodiscard]] int count() const { return static_cast<int>(m_marks.size()); }
    /// How many were painted with their value.
    [[nodiscard]] int labelled() const { return m_labelled; }

private:
    struct Mark {
        double x = 0;
        double ms = 0; // 0: none
        QColor color;
    };

    void takeCells();

    bool m_isShared;
    std::vector<Mark> m_cells; // by their place, a mark's width each
    std::vector<Mark> m_marks;
    QColor m_color;
    int m_labelled = 0;
};

} // namespace Pongwatch
