// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/report.h"

#include <span>

namespace Pongwatch
{

// What follows from a peer's states (in time order, holes where the program did not run), in [from, to).

/// The stretches without a connection (see ReportOutage); one that touches `to` is ongoing.
[[nodiscard]] std::vector<ReportOutage> outagesIn(const std::vector<StateSpan> &states, WallTime to);

/// The longest of the outages; 0 when there are none.
[[nodiscard]] nanoseconds longestOutage(const std::vector<ReportOutage> &outages);

/// The edges of the days of a time zone that touch [from, to): `from`, each midnight, `to`.
[[nodiscard]] std::vector<WallTime> dayEdges(WallTime from, WallTime to, const QTimeZone &timeZone);

/// The days, from the peer's states and outages; at most 400 of them, which is a year and more.
[[nodiscard]] std::vector<ReportDay> daysOf(const ReportPeer &peer, WallTime from, WallTime to,
                                            const QTimeZone &timeZone);

/// Adds the pings to the days in which they were due.
void countSamples(std::vector<ReportDay> &days, std::span<const PingSample> samples);

} // namespace Pongwatch
