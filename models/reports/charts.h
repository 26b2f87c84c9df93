// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/drawing.h"
#include "reports/report.h"

namespace Pongwatch
{

// The pictures of a report, as shapes. `width` in the drawing's units.

/// Latency over time: the span from the shortest to the longest round trip of each bucket, their mean as a
/// line, timeouts as marks from top to bottom, stretches without a connection shaded, the state as a strip
/// below. Notes are flags. The axis leaves out rare peaks: they have caps above it then, and the highest is
/// told.
[[nodiscard]] Drawing latencyChart(const ReportPeer &peer, const Report &report, double width);

/// The same at a glance, with the peer's name and its most telling figures above: for many peers beside each
/// other.
[[nodiscard]] Drawing smallLatencyChart(const ReportPeer &peer, const Report &report, double width);

/// The peer's state over time: open as a thin bar, slow as a thicker one, no connection from top to bottom;
/// nothing where the program did not run.
[[nodiscard]] Drawing stateStrip(const ReportPeer &peer, WallTime from, WallTime to, double width,
                                 double height);

/// How often which latency was measured; both tails are cut at the last 0.1 %.
[[nodiscard]] Drawing distributionChart(const ReportPeer &peer, const Report &report, double width);

/// Messages of its feed a second, over time.
[[nodiscard]] Drawing feedChart(const ReportPeer &peer, const Report &report, double width);

/// Availability by day, as bars that hang from 100 %: what is missing is what is seen.
[[nodiscard]] Drawing daysChart(const ReportPeer &peer, const Report &report, double width);

} // namespace Pongwatch
