// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/trend.h"

#include <QColor>
#include <QPalette>
#include <QRectF>

class QPainter;

namespace Pongwatch
{

/// Draws a trend into a rectangle: a line through the round trips, scaled to the largest, a red bar from top
/// to bottom for each timeout, a hollow mark for each late answer, and hatching where there was no
/// connection. The line is interrupted by timeouts and gaps.
void paintTrend(QPainter *painter, const QRectF &rect, const Trend &trend, const QPalette &palette);

} // namespace Pongwatch
