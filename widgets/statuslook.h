// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/health.h"

#include <QColor>
#include <QPalette>
#include <QPixmap>

class QPainter;

namespace Pongwatch
{

/// How states and series look on a palette, light or dark. Every state has a shape of its own, so that none
/// is told by colour alone; colours have a contrast of at least 4.5:1 to the palette's base.
namespace StatusLook
{

[[nodiscard]] bool isDark(const QPalette &palette);

[[nodiscard]] QColor healthColor(Health health, const QPalette &palette);

/// For timeouts, and nothing else.
[[nodiscard]] QColor timeoutColor(const QPalette &palette);

/// For late answers.
[[nodiscard]] QColor lateColor(const QPalette &palette);

/// The n-th of eight colours of series in a chart: told apart by colour-blind eyes too. After Okabe and Ito,
/// "Color Universal Design", 2008, darkened for light grounds and lightened for dark ones; their vermillion
/// is left out, as reds are the timeouts', and the wine of Paul Tol's "muted" scheme (SRON/EPS/TN/09-002,
/// 2021) takes its place.
[[nodiscard]] QColor seriesColor(qsizetype n, const QPalette &palette);

/// Of series that have none of the colours.
[[nodiscard]] QColor greySeries(const QPalette &palette);

/// Text of second rank: units, ages, headings.
[[nodiscard]] QColor quietText(const QPalette &palette);

/// Hairlines between parts, and grid lines.
[[nodiscard]] QColor hairline(const QPalette &palette);

/// Around what is typed into or ticked: at least 3:1 to every ground.
[[nodiscard]] QColor fieldOutline(const QPalette &palette);

/// Around buttons, which their texts tell: softer.
[[nodiscard]] QColor buttonOutline(const QPalette &palette);

/// Around what has the keyboard: at least 3:1 to every ground.
[[nodiscard]] QColor focusRing(const QPalette &palette);

/// A colour between two; `shareOfB` of 0 to 1.
[[nodiscard]] QColor mixed(const QColor &a, const QColor &b, double shareOfB);

/// For what is to be looked at soon: certificates that expire, checks that are off.
[[nodiscard]] QColor warningColor(const QPalette &palette);

/// Behind headings of groups.
[[nodiscard]] QColor band(const QPalette &palette);

/// True for the states in which there is no working connection and nobody wanted that.
[[nodiscard]] bool isTrouble(Health health);

/// A wash behind what is in trouble; transparent for what is not.
[[nodiscard]] QColor wash(Health health, const QPalette &palette);

/// Draws the state's shape into the square.
void paintShape(QPainter *painter, const QRectF &square, Health health, const QColor &color);

/// The shape as a picture of `size` device-independent pixels.
[[nodiscard]] QPixmap shapePixmap(Health health, int size, qreal scale, const QPalette &palette);

} // namespace StatusLook

} // namespace Pongwatch
