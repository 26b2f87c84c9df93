// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"
#include "reports/reportwriter.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Pongwatch
{

/// What the user wants to have reported, as the dialog has it. A value.
struct ReportChoice {
    enum class Range : quint8 {
        ThisRun,
        LastHour,
        LastDay,
        LastWeek,
        Today,
        Yesterday,
        LastThirtyDays,
        LastMonth, ///< of the calendar, which is over
        Custom,
    };

    Range range = Range::ThisRun;
    WallTime from{};   ///< Custom
    WallTime to{};     ///< Custom
    QStringList peers; ///< by name; empty: all
    QString title;
    QString note;
    QList<ReportFormat> formats = {ReportFormat::Pdf};
    QString baseName; ///< of the files, with folder and without ending
    bool letter = false;
    bool dark = false;
    int scale = 2;

    friend bool operator==(const ReportChoice &, const ReportChoice &) = default;
};

} // namespace Pongwatch
