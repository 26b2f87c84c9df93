// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/diagnosis/endpattern.h"
#include "examine/findings/finding.h"

#include <optional>
#include <vector>

namespace Pongwatch
{

/// The end of a connection that was watched earlier.
struct PastEnd {
    WallTime at{};
    EndPattern end;
};

/// What the ends of a peer's connections say of how old one may get, in any order; nullopt: too little is
/// known.
///
/// They show a limit if connections were ended by the other side, in one way (FIN, RST, or one close code),
/// at the same age: at least three, a third of all that it ended. Ages are the same within 0.2 %, at least 1
/// s and at most 30 s. There is none if a connection lived longer after the first of them, or if nothing had
/// come in for most of that time in any of them: then it may be a limit of silence.
[[nodiscard]] std::optional<Finding> ageFound(const std::vector<PastEnd> &ends);

} // namespace Pongwatch
