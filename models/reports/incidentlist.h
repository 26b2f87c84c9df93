// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/document.h"
#include "reports/report.h"
#include "reports/reporttext.h"

namespace Pongwatch
{

// The parts of a report's document about what went wrong, and about unwatched times.

/// Similar ones share a row; see incidentRows().
void addIncidents(Document &document, const Report &report, const ReportText &text, size_t most);
/// When peers were not watched for a minute or more; adds nothing if there are none.
void addBreaks(Document &document, const Report &report, const ReportText &text);

} // namespace Pongwatch
