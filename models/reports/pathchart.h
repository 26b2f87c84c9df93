// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/drawing.h"
#include "reports/report.h"

namespace Pongwatch
{

/// The network path to a peer over time: a row for each hop, a column for each trace, in three strengths by
/// how long the hop took. What is missing of a cell is the share of lost probes; a dash is a hop that answers
/// in other traces. Where more traces come close together than can be seen, the last is shown. `width` is in
/// units of the drawing.
[[nodiscard]] Drawing pathChart(const ReportPeer &peer, const Report &report, double width);

/// What the newest trace has shown, and when it was made.
[[nodiscard]] QString pathSentence(const ReportPeer &peer, const Report &report);

} // namespace Pongwatch
