// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/seenframe.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <deque>

namespace Pongwatch
{

/// Whose frames a file has. `url` has no secrets.
struct FrameFileHead {
    QString peer;
    QString url;
    QString version; ///< of this program
    WallTime time{}; ///< of saving
};

/// The frames of a FrameLog as JSON lines; docs/frames.md has the format.
[[nodiscard]] QByteArray framesAsJsonLines(const FrameFileHead &head, const std::deque<SeenFrame> &frames);

/// One of these lines, without a line break.
[[nodiscard]] QByteArray frameAsJson(const SeenFrame &frame);

} // namespace Pongwatch
