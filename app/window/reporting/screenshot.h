// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QImage>

class QWidget;

namespace Pongwatch
{

class PeerBook;

/// The window as it is, with information about the picture as texts in it: when, which peers, which version.
/// Fields for secrets are only in dialogs, never in the window itself.
[[nodiscard]] QImage takeScreenshot(QWidget *window, const PeerBook &book);

} // namespace Pongwatch
