// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/optionparser.h"
#include "reports/historyreport.h"
#include "widgets/rendering/reportfile.h"

#include <QCoreApplication>

namespace Pongwatch
{

/// The translation context that several files here share.
struct ReportCommandStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::ReportCommand)
};

/// What the report command is to do; checked.
struct ReportRequest {
    HistoryReportRequest history; ///< its range is set by readReportRange()
    QStringList files;            ///< to write
    QString from;                 ///< as typed; empty: the beginning of the file
    QString to;                   ///< the same; empty: its end
    QString title;
    QString note;
    ReportStyle style;
};

[[nodiscard]] QList<OptionSpec> reportOptionSpecs();

/// The options for looks alone, which the monitor command shares: --paper, --theme, --scale.
[[nodiscard]] QList<OptionSpec> reportStyleSpecs();
[[nodiscard]] Result<ReportStyle> readReportStyle(const ParsedArguments &arguments);

[[nodiscard]] Result<ReportRequest> readReportOptions(const ParsedArguments &arguments);

/// Finds the range that was asked for; what was not given is that of the file.
[[nodiscard]] Outcome readReportRange(ReportRequest &request, WallTime now);

} // namespace Pongwatch
