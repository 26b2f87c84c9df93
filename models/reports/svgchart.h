// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/report.h"

namespace Pongwatch
{

/// The latency of one peer from `from` to `to` as an SVG picture to stand inside an HTML page: the span from
/// the shortest to the longest round trip of each bucket, their mean as a line, timeouts as red marks, spans
/// without a connection shaded. Colours are CSS classes of the page.
[[nodiscard]] QString svgLatencyChart(const ReportPeer &peer, WallTime from, WallTime to);

} // namespace Pongwatch
