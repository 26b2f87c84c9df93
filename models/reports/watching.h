// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/report.h"

namespace Pongwatch
{

// When a peer was watched and when it was not: the time that availability is a share of.

/// When the peer was not watched in [from, to), in time order, from its states as they are after
/// withoutOwnEnds(), its sleeps and ends. Moments between two states are none.
[[nodiscard]] std::vector<ReportBreak> breaksOf(const ReportPeer &peer, WallTime from, WallTime to);

/// The words of the output contract.
[[nodiscard]] QLatin1String toWord(ReportBreak::Why why);

/// How long they lasted in all.
[[nodiscard]] nanoseconds totalOf(const std::vector<ReportBreak> &breaks);

} // namespace Pongwatch
