// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/formatter.h"

#include <QColor>
#include <QPalette>
#include <QRectF>

#include <vector>

class QPainter;

namespace Pongwatch
{

/// The marks of latencies above the upper end of an axis: each has a triangle at the upper edge, with its
/// value next to it where there is room; of marks that are too close, only the largest is shown.
class ClippedMarks
{
public:
    /// `shared`: where marks of several peers would be, draws one for all of them, because many marks for
    /// each would take longer than a frame.
    explicit ClippedMarks(bool shared = false)
        : m_isShared(shared)
    {
    }

    /// The next marks are those of the peer with this colour.
    void beginPeer(const QColor &color);
    /// `x` in pixels, from 0. Of marks that would overlap, the largest is kept.
    void add(double x, double ms);

    /// Paints them at the upper edge of the area, in the painter's font.
    void paint(QPainter *painter, const QRectF &area, const QPalette &palette, const Formatter &format);

    [[nodiscard]] int count() const { return static_cast<int>(m_marks.size()); }
    /// How many were painted with their values.
    [[nodiscard]] int labelled() const { return m_labelled; }

private:
    struct Mark {
        double x = 0;
        double ms = 0; // 0: none
        QColor color;
    };

    void takeCells();

    bool m_isShared;
    std::vector<Mark> m_cells; // by position, one mark's width each
    std::vector<Mark> m_marks;
    QColor m_color;
    int m_labelled = 0;
};

} // namespace Pongwatch
