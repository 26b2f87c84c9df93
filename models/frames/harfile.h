// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frames/framefile.h"

namespace Pongwatch
{

/// The frames of a FrameLog as HAR 1.2, with an entry for each connection and its messages as browsers write
/// them: _webSocketMessages, text as it is and bytes as Base64, the fragments of a message joined. Control
/// frames have no place in it, nor have messages that are not kept whole: these are left out with a comment.
[[nodiscard]] QByteArray framesAsHar(const FrameFileHead &head, const std::deque<SeenFrame> &frames);

} // namespace Pongwatch
