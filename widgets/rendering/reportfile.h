// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/reportwriter.h"
#include "widgets/rendering/pdfreport.h"

namespace Pongwatch
{

/// What a report looks like in the forms that have looks of their own.
struct ReportStyle {
    ReportPaper paper = ReportPaper::A4; ///< of PDF
    bool dark = false;                   ///< PDF and PNG; HTML is as the reader's system wants it
    int scale = 2;                       ///< of PNG, 1 to 3

    friend bool operator==(const ReportStyle &, const ReportStyle &) = default;
};

/// Writes a report in the form of the file's ending, any of ReportFormat; the file appears whole or not at
/// all. PDF and PNG need a QGuiApplication. Any thread; blocks.
[[nodiscard]] Outcome writeReportFile(const Report &report, const QString &fileName, const ReportStyle &style,
                                      const SampleFeed &feed = {});

} // namespace Pongwatch
