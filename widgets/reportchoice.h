// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"
#include "reports/reportwriter.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Pongwatch
{

/// What the user wants in a report, as chosen in the dialog. A value.
struct ReportChoice {
    enum class Range : quint8 {
        ThisRun,
        LastHour,
        LastDay,
        LastWeek,
        Today,
        Yesterday,
        LastThirtyDays,
        LastMonth, ///< the last complete calendar month
        Custom,
    };

    Range range = Range::ThisRun;
    WallTime from{};   ///< Custom
    WallTime to{};     ///< Custom
    QStringList peers; ///< by name; empty: all
    QString title;
    QString note;
    QList<ReportFormat> formats = {ReportFormat::Pdf};
    QString baseName; ///< of the files, with the folder but without extension
    bool letter = false;
    bool dark = false;
    int scale = 2;

    friend bool operator==(const ReportChoice &, const ReportChoice &) = default;
};

} // namespace Pongwatch
