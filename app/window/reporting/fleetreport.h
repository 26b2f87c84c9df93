// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/reportfleet.h"

#include <optional>

namespace Pongwatch
{

class FleetBoard;
class PeerBook;

/// What the open fleet says of these peers, by name (none: all); nullopt if none is open, or it was never
/// read.
[[nodiscard]] std::optional<ReportFleet> fleetForReport(const FleetBoard &board, const PeerBook &book,
                                                        const QStringList &names);

} // namespace Pongwatch
