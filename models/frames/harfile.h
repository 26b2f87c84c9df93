// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frames/framefile.h"

namespace Pongwatch
{

/// The frames of a FrameLog as HAR 1.2, with an entry for each connection and its messages as browsers write
/// them: _webSocketMessages, with text as it is, bytes as Base64, and fragments joined. Control frames, and
/// messages not kept as a whole, have no place in it: they are left out, with a comment.
[[nodiscard]] QByteArray framesAsHar(const FrameFileHead &head, const std::deque<SeenFrame> &frames);

} // namespace Pongwatch
