// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"

namespace Pongwatch
{

/// Whether nothing suggests that the cause of this end will pass, so that dialling again soon is pointless: a
/// wrong path, missing credentials, a refused certificate, an answer that no WebSocket server gives. 408,
/// 425, 429 and 500 to 599 do pass, as do failures of the network. Any thread.
[[nodiscard]] bool looksLasting(const TransportEnd &end, const DialStory &story);

} // namespace Pongwatch
