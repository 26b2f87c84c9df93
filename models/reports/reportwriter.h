// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "reports/csvreport.h"
#include "reports/report.h"

#include <QByteArray>
#include <QStringList>

namespace Pongwatch
{

/// The forms of a report. Pdf and Png are painted: see widgets/rendering/reportfile.h.
enum class ReportFormat : quint8 { Json, Csv, Html, Pdf, Png };

/// The format that a file's ending asks for, in any case: .json, .csv, .html or .htm, .pdf, .png. The error
/// says which endings there are.
[[nodiscard]] Result<ReportFormat> reportFormatFor(const QString &fileName);

/// "html": its ending without the point.
[[nodiscard]] QString endingOf(ReportFormat format);

/// How many of the files are CSV by their endings.
[[nodiscard]] int csvFilesAmong(const QStringList &fileNames);

/// Whether it has to be painted, for which there must be a QGuiApplication.
[[nodiscard]] constexpr bool isPainted(ReportFormat format)
{
    return format == ReportFormat::Pdf || format == ReportFormat::Png;
}

/// The whole report in one of the forms that are text. The same report gives the same bytes.
[[nodiscard]] QByteArray formatReport(const Report &report, ReportFormat format);

/// Writes it in the format of the file's ending, which is one of text; the file appears whole or not at all.
/// A feed gives a CSV file's samples; null: those of the report.
[[nodiscard]] Outcome writeReport(const Report &report, const QString &fileName, const SampleFeed &feed = {});

} // namespace Pongwatch
