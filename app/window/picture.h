// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"

#include <QImage>

#include <functional>

class QObject;

namespace Pongwatch
{

/// Writes the picture in the format of the file's extension (.png). Blocks.
Outcome writePicture(const QImage &picture, const QString &path);

/// The same on another thread. `told` is called on the thread of `context`, unless that is destroyed by then.
void writePictureInBackground(const QImage &picture, const QString &path, QObject *context,
                              std::function<void(const Outcome &)> told);

} // namespace Pongwatch
