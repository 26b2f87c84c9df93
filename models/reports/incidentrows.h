// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/report.h"

namespace Pongwatch
{

/// A row in the list of incidents: one incident, or several similar ones of one peer in succession (dials
/// that failed during the same outage, or at least fewestFolded ends), or such rows of at least fewestShared
/// peers that failed in the same way at about the same time, which are a single failure.
struct IncidentRow {
    static constexpr size_t fewestFolded = 6;
    static constexpr size_t fewestShared = 3;
    /// A failure shows up at one peer after the other: at the next one within this time.
    static constexpr seconds sharedWithin{10};

    const ReportIncident *first = nullptr; ///< in the report, which must outlive this
    const ReportIncident *last = nullptr;
    size_t count = 1;
    nanoseconds down{0};      ///< without a connection, in outages that began with these
    bool stillDown = false;   ///< the last of these outages lasts until the end of the report
    QStringList sharedBy{};   ///< names of the peers, in the order of their failures; empty: only first->peer
    nanoseconds leastDown{0}; ///< if shared: of the peer that was down for the shortest time; `down` is for
                              ///< the one that was down longest
};

/// The report's incidents as rows, in the order in which they began. Ends by this side are not included: they
/// are breaks.
[[nodiscard]] std::vector<IncidentRow> incidentRows(const Report &report);

} // namespace Pongwatch
