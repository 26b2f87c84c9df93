// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/drawing.h"
#include "reports/report.h"

namespace Pongwatch
{

// The charts of a report, as shapes. `width` is in units of the drawing.

/// Latency over time: the range from the shortest to the longest round trip of each bucket, their mean as a
/// line, timeouts as full-height marks, shading where there was no connection, and the state as a strip
/// below. Notes are flags. The axis leaves out rare peaks, which then have caps above it, and the highest is
/// labelled.
[[nodiscard]] Drawing latencyChart(const ReportPeer &peer, const Report &report, double width);

/// A small version with the peer's name and most important figures above, for many peers side by
/// side.
[[nodiscard]] Drawing smallLatencyChart(const ReportPeer &peer, const Report &report, double width);

/// The peer's state over time: a thin bar for open, a thicker one for slow, full height for no connection;
/// empty where the program did not run.
[[nodiscard]] Drawing stateStrip(const ReportPeer &peer, WallTime from, WallTime to, double width,
                                 double height);

/// How often each latency was measured; both tails are cut off at the last 0.1 %.
[[nodiscard]] Drawing distributionChart(const ReportPeer &peer, const Report &report, double width);

/// Messages of its feed per second, over time.
[[nodiscard]] Drawing feedChart(const ReportPeer &peer, const Report &report, double width);

/// Availability by day, as bars that hang down from 100 %: what you see is what is missing.
[[nodiscard]] Drawing daysChart(const ReportPeer &peer, const Report &report, double width);

} // namespace Pongwatch
