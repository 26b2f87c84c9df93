// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/report.h"

namespace Pongwatch
{

/// A row of the list that a reader sees: one incident, or several of one peer that were alike, one after the
/// other: dials that failed in the same outage, or many ends (fewestFolded or more); or such rows of several
/// peers (fewestShared or more) that failed alike at about the same time: one failure, and not many.
struct IncidentRow {
    static constexpr size_t fewestFolded = 6;
    static constexpr size_t fewestShared = 3;
    /// A failure shows at peer after peer: the next one within so long.
    static constexpr seconds sharedWithin{10};

    const ReportIncident *first = nullptr; ///< of the report, which outlives this
    const ReportIncident *last = nullptr;
    size_t count = 1;
    nanoseconds down{0};    ///< without a connection, in the outages that began with them
    bool stillDown = false; ///< the last of these lasts to the end of the report
    QStringList sharedBy{}; ///< names of the peers, in the order in which it showed; empty: first->peer alone
    nanoseconds leastDown{0}; ///< where it is shared: of the peer that was down for the shortest time; `down`
                              ///< is that of the one for the longest
};

/// The report's incidents as rows, in the order in which they began. What this side closed is none: it is in
/// the breaks.
[[nodiscard]] std::vector<IncidentRow> incidentRows(const Report &report);

} // namespace Pongwatch
