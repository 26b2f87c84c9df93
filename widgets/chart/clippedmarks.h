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
    /// The marks of the peer with this colour follow, from left to right.
    void beginPeer(const QColor &color);
    /// `x` in pixels. One mark a pixel says as much as many.
    void add(double x, double ms);

    /// Paints them at the upper edge of the area, in the painter's font.
    void paint(QPainter *painter, const QRectF &area, const QPalette &palette);

    [[nodiscard]] int count() const { return static_cast<int>(m_marks.size()); }
    /// How many were painted with their value.
    [[nodiscard]] int labelled() const { return m_labelled; }

private:
    struct Mark {
        double x;
        double ms;
        QColor color;
    };

    std::vector<Mark> m_marks;
    QColor m_color;
    int m_lastPixel = -1;
    int m_labelled = 0;
};

} // namespace Pongwatch
