// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/settings.h"

namespace Pongwatch
{

/// Why QWebSocket can't be asked for a connection with these settings, so that it is dialled by the
/// program's own client whatever the user chose; WireReason::None: it can. Pure; any thread.
[[nodiscard]] WireReason whyNotQWebSocket(const ConnectionSettings &settings);

} // namespace Pongwatch
