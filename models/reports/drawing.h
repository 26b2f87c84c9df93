// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

namespace Pongwatch
{

/// The meaning of a shape in a drawing; each report format has its own colours for them, light and dark.
enum class Ink : quint8 {
    Text,
    SoftText,
    Rule,  ///< grid lines and axes
    Line,  ///< the mean of the round trips
    Band,  ///< from the shortest to the longest round trip
    Bar,   ///< of a distribution
    Good,  ///< open
    Slow,  ///< open, and slow
    Bad,   ///< timeouts, outages
    Shade, ///< behind stretches without a connection
    Quiet, ///< paused
};

/// A picture made of shapes, independent of pixels, from which charts in HTML, PDF and PNG are made. In units
/// of its width and height; y points down. A value; any thread.
struct Drawing {
    enum class Align : quint8 { Left, Middle, Right };

    struct Shape {
        enum class Kind : quint8 { Rect, Line, Path, Text };
        Kind kind = Kind::Rect;
        Ink ink = Ink::Text;
        QRectF rect; ///< Rect; Line: from top left to bottom right; Text: its base point is top left
        QList<QPointF> points; ///< Path: an open line with at least two points
        QString text;          ///< plain
        Align align = Align::Left;
    };

    double width = 0;
    double height = 0;
    QString description; ///< in words, for people who can't see it
    std::vector<Shape> shapes;

    void rect(Ink ink, double x, double y, double w, double h);
    void line(Ink ink, double x1, double y1, double x2, double y2);
    void path(Ink ink, const QList<QPointF> &points);
    void text(Ink ink, double x, double y, const QString &text, Align align = Align::Left);

    /// The approximate width of a text at textSize: enough to keep labels apart, whatever the font.
    [[nodiscard]] static double roughWidth(const QString &text);
    static constexpr double textSize = 11;
};

} // namespace Pongwatch
