// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "reports/csvreport.h"
#include "reports/report.h"

#include <QByteArray>
#include <QStringList>

namespace Pongwatch
{

/// The formats of a report. Pdf and Png are painted: see widgets/rendering/reportfile.h.
enum class ReportFormat : quint8 { Json, Csv, Html, Pdf, Png };

/// The format for a file's extension, ignoring case: .json, .csv, .html or .htm, .pdf, .png. The error lists
/// the possible extensions.
[[nodiscard]] Result<ReportFormat> reportFormatFor(const QString &fileName);

/// "html": its extension without the dot.
[[nodiscard]] QString endingOf(ReportFormat format);

/// How many of the files have the extension of CSV.
[[nodiscard]] int csvFilesAmong(const QStringList &fileNames);

/// Whether it must be painted, which requires a QGuiApplication.
[[nodiscard]] constexpr bool isPainted(ReportFormat format)
{
    return format == ReportFormat::Pdf || format == ReportFormat::Png;
}

/// The whole report in one of the text formats. The same report gives the same bytes.
[[nodiscard]] QByteArray formatReport(const Report &report, ReportFormat format);

/// Writes it in the text format given by the file's extension; the file is written as a whole or not at all.
/// A feed provides the samples for CSV; null: uses those in the report.
[[nodiscard]] Outcome writeReport(const Report &report, const QString &fileName, const SampleFeed &feed = {});

} // namespace Pongwatch
