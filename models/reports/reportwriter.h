// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "reports/report.h"

#include <QByteArray>

namespace Pongwatch
{

enum class ReportFormat : quint8 { Json, Csv, Html };

/// The format that a file's ending asks for: .json, .csv, .html or .htm, in any case. The error says which
/// endings there are.
[[nodiscard]] Result<ReportFormat> reportFormatFor(const QString &fileName);

/// The whole report in one format. The same report gives the same bytes.
[[nodiscard]] QByteArray formatReport(const Report &report, ReportFormat format);

/// Writes it in the format of the file's ending; the file appears whole or not at all.
[[nodiscard]] Outcome writeReport(const Report &report, const QString &fileName);

} // namespace Pongwatch
