// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/drawing.h"

#include <algorithm>

namespace Pongwatch
{

void Drawing::rect(Ink ink, double x, double y, double w, double h)
{
    if (w > 0 && h > 0)
        shapes.push_back({Shape::Kind::Rect, ink, QRectF(x, y, w, h), {}, {}, Align::Left});
}

void Drawing::line(Ink ink, double x1, double y1, double x2, double y2)
{
    shapes.push_back({Shape::Kind::Line, ink, QRectF(QPointF(x1, y1), QPointF(x2, y2)), {}, {}, Align::Left});
}

void Drawing::path(Ink ink, const QList<QPointF> &points)
{
    if (points.size() >= 2)
        shapes.push_back({Shape::Kind::Path, ink, {}, points, {}, Align::Left});
}

void Drawing::text(Ink ink, double x, double y, const QString &text, Align align)
{
    if (!text.isEmpty())
        shapes.push_back({Shape::Kind::Text, ink, QRectF(x, y, 0, 0), {}, text, align});
}

double Drawing::roughWidth(const QString &text)
{
    double width = 0;
    for (const QChar c : text)
        width += c.unicode() >= 0x2E80 ? textSize : textSize * 0.58; // ideographs are square
    return width;
}

} // namespace Pongwatch
