// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/health.h"

#include <QIcon>
#include <QPalette>

#include <optional>

namespace Pongwatch
{

/// The icon for the tray that shows the worst state of all peers (nullopt: there are none).
///
/// If the program is installed, the icon has the name of a symbol in one colour, which a panel draws in the
/// colour of its own text, light or dark. Panels that don't know names or symbols get pictures: the program's
/// icon, with the state's shape on a disc in a corner.
[[nodiscard]] QIcon trayIcon(std::optional<Health> worst, const QPalette &palette);

} // namespace Pongwatch
