// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"

namespace Pongwatch
{

/// Nothing suggests that the cause of this end passes by itself, so that dialling again soon is of no use: a
/// wrong path, missing credentials, a certificate that is refused, an answer that no WebSocket server gives.
/// 408, 425, 429 and 500 to 599 pass, as do failures of the network. Any thread.
[[nodiscard]] bool looksLasting(const TransportEnd &end, const DialStory &story);

} // namespace Pongwatch
