// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QPalette>
#include <QRectF>
#include <QString>

class QPainter;

namespace Pongwatch
{

/// What a chart draws besides lines, in pixels and without knowing any plotting library.
namespace ChartPainting
{

/// One peer's value in a readout.
struct ReadoutLine {
    QColor color;
    QString text;
};

/// A stretch without a connection.
void shade(QPainter *painter, const QRectF &rect, const QColor &color);

/// A ping that was not answered: a flag on the axis, and a line up from it.
void timeout(QPainter *painter, const QRectF &area, double x, const QPalette &palette);

/// An answer that came after its deadline.
void late(QPainter *painter, const QPointF &center, const QPalette &palette);

/// The line under the pointer, and a box beside it with the values there.
void readout(QPainter *painter, const QRectF &area, double x, const QString &title,
             const QList<ReadoutLine> &lines, const QPalette &palette, const QFont &font);

} // namespace ChartPainting

} // namespace Pongwatch
