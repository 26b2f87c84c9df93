// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/vantagecells.h"

#include <QFont>
#include <QPalette>
#include <QRect>

class QPainter;

namespace Pongwatch
{

/// Paints the cells of the vantages side by side, each in its own place: shape and word, or the shape alone
/// where there is little room. Without room even for the shapes, they are counted.
namespace VantageStrip
{

void paint(QPainter *painter, const QRect &area, const QList<VantageCell> &cells, bool isOld, bool isMirrored,
           const QFont &font, const QPalette &palette);

/// The names above them; false if there is no room for names.
bool paintHeading(QPainter *painter, const QRect &area, const QStringList &vantages, bool isMirrored,
                  const QFont &font, const QPalette &palette);

/// With words in all cells.
[[nodiscard]] int fullWidth(const QStringList &vantages, const QFont &font);
/// With the shape of the worst, and how many see the peer up: "9 of 10 up".
[[nodiscard]] int countWidth(const QStringList &vantages, const QFont &font);
/// With shapes alone.
[[nodiscard]] int leastWidth(qsizetype vantages, const QFont &font);

} // namespace VantageStrip

} // namespace Pongwatch
