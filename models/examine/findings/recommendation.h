// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "examine/findings/finding.h"

#include <QStringList>

namespace Pongwatch
{

/// The ping interval that keeps a connection open under the limit that was found: a third of it, so that one
/// ping may be lost and the next one late, rounded down to 0.5, 1, 1.5, 2, 3, 4, 5, 10, 15, 20, … s, and 20 s
/// at most. nullopt: pings are not known to keep a connection there, or no limit was found.
[[nodiscard]] std::optional<nanoseconds> recommendedPingInterval(const Finding &idleLimit);

/// How it is set in other programs, one line each, in their own words: python-websockets, Node's ws, Gorilla,
/// QWebSocket, browsers.
[[nodiscard]] QStringList recommendationForOthers(nanoseconds interval);

} // namespace Pongwatch
