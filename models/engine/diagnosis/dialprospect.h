// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"
#include "engine/values/httpanswer.h"
#include "engine/values/timetypes.h"

#include <optional>

namespace Pongwatch
{

/// Nothing suggests that the cause of this end passes by itself, so that dialling again soon is of no use: a
/// wrong path, missing credentials, a certificate that is refused, an answer that no WebSocket server gives.
/// 408, 425, 429 and 500 to 599 pass, as do failures of the network. Any thread.
[[nodiscard]] bool looksLasting(const TransportEnd &end, const DialStory &story);

/// What the server asked to wait by Retry-After (RFC 9110 10.2.3), as a number of seconds or as a date; a
/// date is taken relative to the answer's own Date, or to `now` where it has none. nullopt: nothing was
/// asked, or nothing that can be understood.
[[nodiscard]] std::optional<nanoseconds> retryAfterOf(const HttpAnswer &answer, WallTime now);

} // namespace Pongwatch
