// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/document.h"
#include "reports/report.h"
#include "reports/reporttext.h"

namespace Pongwatch
{

// Parts of a report's document; see reportDocument().

/// The report's title, or a plain one.
[[nodiscard]] QString documentTitle(const Report &report);

/// The author's note, made harmless, with its line breaks.
[[nodiscard]] QString noteText(const QString &note);

/// Names of peers in one line: some of them, and the number of others.
[[nodiscard]] QString someNames(const QStringList &names);

/// What was told, and how long it took to tell it, to acknowledge it and to recover. Nothing when there are
/// none.
/// How the objectives stand; nothing if there are none.
void addObjectiveList(Document &document, const Report &report, const ReportText &text, size_t most);

void addAlertList(Document &document, const Report &report, const ReportText &text, size_t most);
/// Nothing when there are none. They have the numbers of their flags in the charts.
void addNoteList(Document &document, const Report &report, const ReportText &text, size_t most);
/// What examinations found out about the peers; nothing when there were none.
void addExaminations(Document &document, const Report &report, const ReportText &text);
/// What agents in other places see; nothing if no fleet was open.
void addFleet(Document &document, const Report &report, const ReportText &text, size_t most);
void addSettings(Document &document, const Report &report, const ReportText &text);
void addMethod(Document &document, const Report &report, const ReportText &text);

} // namespace Pongwatch
