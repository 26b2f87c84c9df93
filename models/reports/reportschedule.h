// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"
#include "reports/reportwriter.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QTime>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace Pongwatch
{

/// When to make reports automatically, and where to put them.
struct ReportSchedule {
    enum class Kind : quint8 { Off, EachInterval, Daily, Weekly, EachIncident };

    Kind kind = Kind::Off;
    std::chrono::minutes interval{60}; ///< EachInterval
    QTime at{8, 0};                    ///< Daily and Weekly, by the clock of the time zone
    int weekday = 1;                   ///< Weekly: Monday is 1
    QString folder;
    QString pattern = QStringLiteral("$workspace $date $time"); ///< see expandPattern()
    QList<ReportFormat> formats = {ReportFormat::Pdf};
    int mostFiles = 100;   ///< of its own; 0: no limit
    int mostMegabytes = 0; ///< of its own; 0: no limit

    friend bool operator==(const ReportSchedule &, const ReportSchedule &) = default;
};

/// The first report due after `after`; nullopt if none is due by the clock alone. Intervals are aligned with
/// the clock, so that a restart shifts nothing. If clocks are put forward, a report in the missing hour is
/// made after it.
[[nodiscard]] std::optional<WallTime> nextReport(const ReportSchedule &schedule, WallTime after,
                                                 const QTimeZone &zone);

/// The newest report due at or before `now`; nullopt if none is due by the clock alone.
[[nodiscard]] std::optional<WallTime> newestReport(const ReportSchedule &schedule, WallTime now,
                                                   const QTimeZone &zone);

/// The time covered by a report made at this moment: the last interval, day or week; for an incident, the
/// hour before it.
[[nodiscard]] nanoseconds reportedTime(const ReportSchedule &schedule);

/// The values available in a file name pattern.
struct PatternFacts {
    QString workspace;
    QString peer; ///< the peer that an incident is about; otherwise "all"
    WallTime time{};
    QTimeZone zone;
};

/// A file name without extension from a pattern with $workspace, $peer, $date (2026-11-22) and $time
/// (13-00-05). The result is a single plain name: characters that some file system may not accept become "_",
/// and it never starts with a dot. Never empty.
[[nodiscard]] QString expandPattern(const QString &pattern, const PatternFacts &facts);

/// A file made by the schedule.
struct MadeReport {
    QString path;
    qint64 bytes = 0;

    friend bool operator==(const MadeReport &, const MadeReport &) = default;
};

/// How many of the first (oldest) files must be deleted to keep the schedule's limits. The newest is always
/// kept.
[[nodiscard]] size_t tooMany(const std::vector<MadeReport> &files, const ReportSchedule &schedule);

} // namespace Pongwatch
