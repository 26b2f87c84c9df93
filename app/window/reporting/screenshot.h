// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QImage>

class QWidget;

namespace Pongwatch
{

class PeerBook;

/// The window as it is, with what it is a picture of as text in it: when, which peers, which version. Text
/// fields in which secrets can stand are never in a window itself, but in dialogs.
[[nodiscard]] QImage takeScreenshot(QWidget *window, const PeerBook &book);

} // namespace Pongwatch
