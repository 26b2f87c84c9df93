// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/report.h"

namespace Pongwatch
{

// When a peer was watched and when it was not: availability is a share of the watched time.

/// When the peer was not watched in [from, to), in time order, from its states after withoutOwnEnds(), its
/// sleeps and ends. Mere moments between two states don't count.
[[nodiscard]] std::vector<ReportBreak> breaksOf(const ReportPeer &peer, WallTime from, WallTime to);

/// The words used in the output contract.
[[nodiscard]] QLatin1String toWord(ReportBreak::Why why);

/// Their total duration.
[[nodiscard]] nanoseconds totalOf(const std::vector<ReportBreak> &breaks);

} // namespace Pongwatch
