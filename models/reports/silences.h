// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/report.h"

namespace Pongwatch
{

/// The stretches in which the peer's pings were overdue but its connection stayed open, as happens with peers
/// that are kept on a timeout: these show up in no end. A silence with which a connection ended belongs to
/// that end. The evidence is what the kernel knew at the missed deadlines. In time order, the newest `most`;
/// from the peer's states, up to `to`.
[[nodiscard]] std::vector<ReportIncident> silencesOf(const ReportPeer &peer, WallTime to,
                                                     const QTimeZone &timeZone, size_t most = 10'000);

} // namespace Pongwatch
