// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/rules/maintenance.h"
#include "engine/values/result.h"

#include <QByteArray>
#include <QStringList>

namespace Pongwatch
{

/// What a calendar file has of times of maintenance.
struct CalendarImport {
    QList<MaintenanceWindow> windows;
    QStringList notes; ///< what was left out or changed, a sentence each, with its line
};

/// Reads the events of a calendar (RFC 5545, .ics): single ones, and those that come every day or every week.
/// What comes to an end, or not every week, becomes single ones for a year to come. Times without a time zone
/// are this machine's. The file is a stranger's: there are limits to all of it. The error: it is no calendar,
/// or too large.
[[nodiscard]] Result<CalendarImport> importCalendar(const QByteArray &text, const QString &file,
                                                    WallTime now);

} // namespace Pongwatch
