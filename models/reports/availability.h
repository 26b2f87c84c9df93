// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/report.h"

#include <span>

namespace Pongwatch
{

// What a peer's states in [from, to) show (in time order, with holes where the program did not run).

/// The stretches without a connection (see ReportOutage); one that touches `to` is ongoing.
[[nodiscard]] std::vector<ReportOutage> outagesIn(const std::vector<StateSpan> &states, WallTime to);

/// The longest of the outages; 0 if there are none.
[[nodiscard]] nanoseconds longestOutage(const std::vector<ReportOutage> &outages);

/// The edges of the days in a time zone that touch [from, to): `from`, each midnight, `to`.
[[nodiscard]] std::vector<WallTime> dayEdges(WallTime from, WallTime to, const QTimeZone &timeZone);

/// The days, from the peer's states and outages; at most 400, which is more than a year.
[[nodiscard]] std::vector<ReportDay> daysOf(const ReportPeer &peer, WallTime from, WallTime to,
                                            const QTimeZone &timeZone);

/// Adds the pings to the days on which they were due.
void countSamples(std::vector<ReportDay> &days, std::span<const PingSample> samples);

} // namespace Pongwatch
