// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

class QPainter;
class QRectF;

namespace Pongwatch
{

/// One of the program's line icons (resources/icons), by its file's name without the ending. It is drawn in
/// the application palette's text colour at the moment it is shown, so it follows a change from light to dark
/// by itself.
[[nodiscard]] QIcon symbolIcon(const QString &name);

/// Draws the same symbol in this colour.
void paintSymbol(QPainter *painter, const QRectF &place, const QString &name, const QColor &color);

/// The program's own icon, in its own colours.
[[nodiscard]] QIcon applicationIcon();

} // namespace Pongwatch
