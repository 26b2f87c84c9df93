// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/report.h"

namespace Pongwatch
{

// When a peer was watched and when it was not: the time that availability is a share of.

/// The states without the stretches in which the machine slept: nobody knows how the peer was then.
[[nodiscard]] std::vector<StateSpan> without(const std::vector<StateSpan> &states,
                                             const std::vector<TimeSpan> &sleeps);

/// The states without what follows from an end that this side wanted. Where it is dialled again, that counts
/// as a first dial: a hole is in front of it.
[[nodiscard]] std::vector<StateSpan> withoutOwnEnds(std::vector<StateSpan> states,
                                                    const std::vector<OwnEnd> &ends);

/// When the peer was not watched in [from, to), in time order, from its states as they are after
/// withoutOwnEnds(), its sleeps and ends. Moments between two states are none.
[[nodiscard]] std::vector<ReportBreak> breaksOf(const ReportPeer &peer, WallTime from, WallTime to);

/// The words of the output contract.
[[nodiscard]] QLatin1String toWord(ReportBreak::Why why);

/// How long they lasted in all.
[[nodiscard]] nanoseconds totalOf(const std::vector<ReportBreak> &breaks);

} // namespace Pongwatch
