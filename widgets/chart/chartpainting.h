// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QPalette>
#include <QPixmap>
#include <QRectF>
#include <QString>
#include <QVector>

class QFontMetrics;
class QPainter;

namespace Pongwatch
{

struct ChartReadout;

/// What a chart draws besides lines, in pixels and without knowing any plotting library.
namespace ChartPainting
{

/// A stretch without a connection.
void shade(QPainter *painter, const QRectF &rect, const QColor &color);

/// A stretch with a connection, and without the feed that was to come.
void stale(QPainter *painter, const QRectF &rect, const QPalette &palette);

/// A stretch in which nothing was measured; with these words where they have room.
void notMeasured(QPainter *painter, const QRectF &rect, const QString &words, const QPalette &palette);

/// Lines at pings that were not answered, for under the curves: opaque, and neighbours are one rectangle,
/// since there can be one at each pixel.
void timeoutLines(QPainter *painter, const QRect &area, const QVector<double> &places,
                  const QPalette &palette);

/// The flag at the foot of such a line, to be stamped with the middle of its lower edge there. With a valid
/// `owner`, the colour of the peer whose it is, above it.
inline constexpr QSize flagSize{15, 22};
[[nodiscard]] QPixmap timeoutFlag(const QColor &owner, const QPalette &palette, double ratio);

/// An answer that came after its deadline.
void late(QPainter *painter, const QPointF &center, const QPalette &palette);

/// A ping that was overtaken by a later one.
void superseded(QPainter *painter, const QPointF &foot, const QPalette &palette);

/// A ping whose connection ended first.
void lost(QPainter *painter, const QPointF &foot, const QPalette &palette);

/// Something that lies above the upper end of the axis.
void clipped(QPainter *painter, const QPointF &top, const QColor &color, const QPalette &palette);

/// Where the value beside such a mark lies: to its right, or to its left at the right end of the area.
[[nodiscard]] QRectF clippedLabel(const QFontMetrics &metrics, const QRectF &area, double x,
                                  const QString &text);

/// Text on a ground of its own, over lines.
void label(QPainter *painter, const QRectF &box, const QString &text, const QPalette &palette);

/// The range that the user has marked.
void mark(QPainter *painter, const QRectF &rect, const QPalette &palette);

/// The line at the moment that is read out.
void crosshair(QPainter *painter, const QRectF &area, double x, const QPalette &palette);

/// A ring around the value that is read out.
void emphasis(QPainter *painter, const QPointF &center, const QColor &color, const QPalette &palette);

/// A box beside the line at x with the values there.
void readout(QPainter *painter, const QRectF &area, double x, const ChartReadout &what,
             const QPalette &palette, const QFont &font);

/// Text in the middle of a view that has nothing to draw.
void hint(QPainter *painter, const QRectF &area, const QString &text, const QPalette &palette);

} // namespace ChartPainting

} // namespace Pongwatch
