// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "reports/report.h"

#include <QByteArray>

namespace Pongwatch
{

enum class ReportPaper : quint8 { A4, Letter };

/// A report as a PDF file: with vectors, selectable text, page numbers and bookmarks. The same report gives
/// the same bytes. Needs a QGuiApplication; any thread.
[[nodiscard]] Result<QByteArray> toPdf(const Report &report, ReportPaper paper, bool dark = false);

} // namespace Pongwatch
