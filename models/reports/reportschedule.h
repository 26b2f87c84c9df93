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

/// When reports are made by themselves, and where they go.
struct ReportSchedule {
    enum class Kind : quint8 { Off, EachInterval, Daily, Weekly, EachIncident };

    Kind kind = Kind::Off;
    std::chrono::minutes interval{60}; ///< EachInterval
    QTime at{8, 0};                    ///< Daily and Weekly, on the clock of the time zone
    int weekday = 1;                   ///< Weekly: Monday is 1
    QString folder;
    QString pattern = QStringLiteral("$workspace $date $time"); ///< see expandPattern()
    QList<ReportFormat> formats = {ReportFormat::Pdf};
    int mostFiles = 100;   ///< of its own; 0: any number
    int mostMegabytes = 0; ///< of its own; 0: any size

    friend bool operator==(const ReportSchedule &, const ReportSchedule &) = default;
};

/// The first report that is due after `after`; nullopt when none is due by the clock alone. Intervals lie on
/// the clock's multiples, so that a restart shifts nothing; where clocks are changed, one that falls into the
/// missing hour is made after it.
[[nodiscard]] std::optional<WallTime> nextReport(const ReportSchedule &schedule, WallTime after,
                                                 const QTimeZone &zone);

/// The newest report that was due at `now` or before; nullopt when none is due by the clock alone.
[[nodiscard]] std::optional<WallTime> newestReport(const ReportSchedule &schedule, WallTime now,
                                                   const QTimeZone &zone);

/// The stretch of time that a report at this moment is about: one interval, day or week back; an incident's
/// is the hour before it.
[[nodiscard]] nanoseconds reportedTime(const ReportSchedule &schedule);

/// What a file name pattern can speak of.
struct PatternFacts {
    QString workspace;
    QString peer; ///< the one that an incident is about; otherwise "all"
    WallTime time{};
    QTimeZone zone;
};

/// A file name without its ending from a pattern with $workspace, $peer, $date (2026-11-22) and $time
/// (13-00-05). What comes out is one plain name: characters that a file system may not take become "_", and
/// it never starts with a point. Never empty.
[[nodiscard]] QString expandPattern(const QString &pattern, const PatternFacts &facts);

/// A file that the schedule made.
struct MadeReport {
    QString path;
    qint64 bytes = 0;

    friend bool operator==(const MadeReport &, const MadeReport &) = default;
};

/// How many of the first (oldest) files have to go for the rest to be within the schedule's limits. The
/// newest always stays.
[[nodiscard]] size_t tooMany(const std::vector<MadeReport> &files, const ReportSchedule &schedule);

} // namespace Pongwatch
