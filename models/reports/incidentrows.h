// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/report.h"

namespace Pongwatch
{

/// A row of the list that a reader sees: one incident, or several of one peer that were alike, one after the
/// other: dials that failed in the same outage, or many ends (fewestFolded or more).
struct IncidentRow {
    static constexpr size_t fewestFolded = 6;

    const ReportIncident *first = nullptr; ///< of the report, which outlives this
    const ReportIncident *last = nullptr;
    size_t count = 1;
    nanoseconds down{0};    ///< without a connection, in the outages that began with them
    bool stillDown = false; ///< the last of these lasts to the end of the report
};

/// The report's incidents as rows, in time order. What this side closed is none: it is in the breaks.
[[nodiscard]] std::vector<IncidentRow> incidentRows(const Report &report);

} // namespace Pongwatch
