// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/settings.h"

namespace Pongwatch
{

/// Why QWebSocket can't make a connection with these settings, so that the program's own client is used
/// whatever the user chose; WireReason::None if it can. Pure; any thread.
[[nodiscard]] WireReason whyNotQWebSocket(const ConnectionSettings &settings);

} // namespace Pongwatch
