// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QPen>
#include <QPixmap>
#include <QPointF>

#include <optional>

class QPainter;

namespace Pongwatch
{

/// How a line of the chart looks, whatever its width. The lines of vantages differ in their dashes and in the
/// marks on them as well, so that nobody has to tell them by their colours: all of the first 35 are different
/// even without.
struct LineLook {
    QColor color;
    std::optional<int> shape; ///< of a vantage: its place; nullopt: a solid line without marks

    /// While another line is highlighted.
    [[nodiscard]] LineLook faded(const QPalette &palette) const;
    [[nodiscard]] QPen pen(double width) const;
    /// The mark of the line, in its middle; a disc for a line without a shape.
    void paintMark(QPainter *painter, const QPointF &middle, double size) const;
    /// The same as an image.
    [[nodiscard]] QPixmap mark(double size, double ratio) const;
    /// A piece of the line with its mark, for legends.
    void paintSample(QPainter *painter, const QRectF &place) const;

    friend bool operator==(const LineLook &, const LineLook &) = default;
};

} // namespace Pongwatch
