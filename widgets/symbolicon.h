// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

class QPainter;
class QRectF;

namespace Pongwatch
{

/// One of the program's line icons (resources/icons), by the name of its file without extension. It is drawn
/// in the text colour of the application's palette whenever it is shown, so it follows changes between light
/// and dark automatically.
[[nodiscard]] QIcon symbolIcon(const QString &name);

/// Draws the same symbol in a given colour.
void paintSymbol(QPainter *painter, const QRectF &place, const QString &name, const QColor &color);

/// The program's own icon, in its own colours.
[[nodiscard]] QIcon applicationIcon();

} // namespace Pongwatch
