// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/reportwriter.h"
#include "widgets/rendering/pdfreport.h"

namespace Pongwatch
{

/// The appearance of a report, in formats that have a choice.
struct ReportStyle {
    ReportPaper paper = ReportPaper::A4; ///< for PDF
    bool dark = false;                   ///< PDF and PNG; HTML follows the reader's system
    int scale = 2;                       ///< for PNG, 1 to 3

    friend bool operator==(const ReportStyle &, const ReportStyle &) = default;
};

/// Writes a report in the format given by the file's extension, any of ReportFormat; the file is written as a
/// whole or not at all. PDF and PNG need a QGuiApplication. Any thread; blocks.
[[nodiscard]] Outcome writeReportFile(const Report &report, const QString &fileName, const ReportStyle &style,
                                      const SampleFeed &feed = {});

} // namespace Pongwatch
