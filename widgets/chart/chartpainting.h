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

/// Draws what a chart has besides its lines, in pixels and without any plotting library.
namespace ChartPainting
{

/// A stretch without a connection.
void shade(QPainter *painter, const QRectF &rect, const QColor &color);

/// A stretch with a connection but without the expected feed.
void stale(QPainter *painter, const QRectF &rect, const QPalette &palette);

/// A stretch without measurements; shows these words if there is room.
void notMeasured(QPainter *painter, const QRectF &rect, const QString &words, const QPalette &palette);

/// Lines for unanswered pings, below the curves: opaque, with neighbours joined into one rectangle, since
/// there can be one for each pixel.
void timeoutLines(QPainter *painter, const QRect &area, const QVector<double> &places,
                  const QPalette &palette);

/// The flag at the foot of such a line, where the middle of its lower edge goes. If `owner` is valid, that
/// peer's colour is shown above it.
inline constexpr QSize flagSize{15, 22};
[[nodiscard]] QPixmap timeoutFlag(const QColor &owner, const QPalette &palette, double ratio);

/// An answer that came after its deadline.
void late(QPainter *painter, const QPointF &center, const QPalette &palette);

/// A ping for which a later one was answered first.
void superseded(QPainter *painter, const QPointF &foot, const QPalette &palette);

/// A ping whose connection ended first.
void lost(QPainter *painter, const QPointF &foot, const QPalette &palette);

/// A value above the upper end of the axis.
void clipped(QPainter *painter, const QPointF &top, const QColor &color, const QPalette &palette);

/// Where the value next to such a mark goes: to its right, or to its left near the right end of the area.
[[nodiscard]] QRectF clippedLabel(const QFontMetrics &metrics, const QRectF &area, double x,
                                  const QString &text);

/// Text on a background of its own, over lines.
void label(QPainter *painter, const QRectF &box, const QString &text, const QPalette &palette);

/// The range that the user has marked.
void mark(QPainter *painter, const QRectF &rect, const QPalette &palette);

/// The line at the moment of the readout.
void crosshair(QPainter *painter, const QRectF &area, double x, const QPalette &palette);

/// A ring around a value in the readout.
void emphasis(QPainter *painter, const QPointF &center, const QColor &color, const QPalette &palette);

/// A box next to the line at x with the values there.
void readout(QPainter *painter, const QRectF &area, double x, const ChartReadout &what,
             const QPalette &palette, const QFont &font);

/// Text in the middle of an empty view.
void hint(QPainter *painter, const QRectF &area, const QString &text, const QPalette &palette);

} // namespace ChartPainting

} // namespace Pongwatch
