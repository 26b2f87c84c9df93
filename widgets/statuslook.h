// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/health.h"

#include <QColor>
#include <QPalette>
#include <QPixmap>

class QPainter;

namespace Pongwatch
{

/// The look of states and series on a light or dark palette. Every state has its own shape, so that none is
/// recognised by colour alone; colours have a contrast of at least 4.5:1 to the palette's base.
namespace StatusLook
{

[[nodiscard]] bool isDark(const QPalette &palette);

[[nodiscard]] QColor healthColor(Health health, const QPalette &palette);

/// Only for timeouts.
[[nodiscard]] QColor timeoutColor(const QPalette &palette);

/// For late answers.
[[nodiscard]] QColor lateColor(const QPalette &palette);

/// Colour n of eight for the series in a chart, which colour-blind eyes can tell apart, too. After Okabe and
/// Ito, "Color Universal Design", 2008, darkened for light backgrounds and lightened for dark ones; instead
/// of their vermillion, as red means timeouts, it has the wine of Paul Tol's "muted" scheme
/// (SRON/EPS/TN/09-002, 2021).
[[nodiscard]] QColor seriesColor(qsizetype n, const QPalette &palette);

/// For series without one of the colours.
[[nodiscard]] QColor greySeries(const QPalette &palette);

/// For secondary text: units, ages, headings.
[[nodiscard]] QColor quietText(const QPalette &palette);

/// Hairlines between parts, and grid lines.
[[nodiscard]] QColor hairline(const QPalette &palette);

/// Around fields and check boxes: at least 3:1 to every background.
[[nodiscard]] QColor fieldOutline(const QPalette &palette);

/// Around buttons, which are recognised by their text: softer.
[[nodiscard]] QColor buttonOutline(const QPalette &palette);

/// Around what has the keyboard focus: at least 3:1 to every background.
[[nodiscard]] QColor focusRing(const QPalette &palette);

/// A mixture of two colours; `shareOfB` is from 0 to 1.
[[nodiscard]] QColor mixed(const QColor &a, const QColor &b, double shareOfB);

/// For what needs attention soon: certificates that expire, checks that are off.
[[nodiscard]] QColor warningColor(const QPalette &palette);

/// Behind the headings of groups.
[[nodiscard]] QColor band(const QPalette &palette);

/// True for states without a working connection that nobody wanted.
[[nodiscard]] bool isTrouble(Health health);

/// A tint behind what is in trouble; transparent otherwise.
[[nodiscard]] QColor wash(Health health, const QPalette &palette);

/// Draws the state's shape into the square.
void paintShape(QPainter *painter, const QRectF &square, Health health, const QColor &color);

/// The shape as a picture of `size` device-independent pixels.
[[nodiscard]] QPixmap shapePixmap(Health health, int size, qreal scale, const QPalette &palette);

} // namespace StatusLook

} // namespace Pongwatch
