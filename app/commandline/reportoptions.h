// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/optionparser.h"
#include "reports/historyreport.h"
#include "widgets/rendering/reportfile.h"

#include <QCoreApplication>

namespace Pongwatch
{

/// The translation context shared by several files here.
struct ReportCommandStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::ReportCommand)
};

/// What the report command should do; already checked.
struct ReportRequest {
    HistoryReportRequest history; ///< its range is set by readReportRange()
    QStringList files;            ///< to write
    QString from;                 ///< as typed; empty: the start of the file
    QString to;                   ///< likewise; empty: its end
    QString title;
    QString note;
    ReportStyle style;
};

[[nodiscard]] QList<OptionSpec> reportOptionSpecs();

/// The options for appearance, which the monitor command has, too: --paper, --theme, --scale.
[[nodiscard]] QList<OptionSpec> reportStyleSpecs();
[[nodiscard]] Result<ReportStyle> readReportStyle(const ParsedArguments &arguments);

[[nodiscard]] Result<ReportRequest> readReportOptions(const ParsedArguments &arguments);

/// Determines the requested range; missing ends are those of the file.
[[nodiscard]] Outcome readReportRange(ReportRequest &request, WallTime now);

} // namespace Pongwatch
