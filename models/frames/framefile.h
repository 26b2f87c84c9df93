// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/seenframe.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <deque>

namespace Pongwatch
{

/// Whose frames are in the file. `url` contains no secrets.
struct FrameFileHead {
    QString peer;
    QString url;
    QString version; ///< of this program
    WallTime time{}; ///< when it was saved
};

/// The frames of a FrameLog as JSON lines, in the format described in docs/frames.md.
[[nodiscard]] QByteArray framesAsJsonLines(const FrameFileHead &head, const std::deque<SeenFrame> &frames);

/// A single line of it, without a line break.
[[nodiscard]] QByteArray frameAsJson(const SeenFrame &frame);

} // namespace Pongwatch
