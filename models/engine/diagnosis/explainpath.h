// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/diagnosis/pathfinding.h"
#include "engine/values/pathtrace.h"

#include <QString>

namespace Pongwatch
{

/// What a trace says, in sentences for a person: where the path ends or what is wrong with it, what was there
/// in the last good trace, and whose side that is. Names and addresses in it are made harmless. `lastGood` as
/// in findOnPath().
[[nodiscard]] QString explainPath(const PathTrace &trace, const PathTrace *lastGood);

[[nodiscard]] QString explainPath(const TracedPath &path);

/// The same from a finding that is known already.
[[nodiscard]] QString explainPath(const PathFinding &finding, const PathTrace &trace,
                                  const PathTrace *lastGood);

/// "core1.example.net (203.0.113.7)", or the address alone.
[[nodiscard]] QString spokenAddress(const HopAddress &address);

} // namespace Pongwatch
