// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/report.h"

namespace Pongwatch
{

/// The stretches in which pings of the peer were overdue and its connection stayed open all the same, as it
/// does for those that are kept on a timeout: no end tells of them. A silence that a connection ended with is
/// its end's. What the kernel knew at the missed deadlines is their evidence. In time order, at most `most`,
/// the newest; from the peer's states, up to `to`.
[[nodiscard]] std::vector<ReportIncident> silencesOf(const ReportPeer &peer, WallTime to,
                                                     const QTimeZone &timeZone, size_t most = 10'000);

} // namespace Pongwatch
