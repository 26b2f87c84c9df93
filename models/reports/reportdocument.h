// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/document.h"
#include "reports/report.h"

namespace Pongwatch
{

/// How much of a report to show in a document.
struct DocumentOptions {
    size_t mostPeers = 200;   ///< in the overview: those that were open for the shortest time
    size_t mostParts = 200;   ///< of these, with a chart of their own
    size_t mostFullParts = 8; ///< if there are more peers, small charts are shown side by side, and only the
                              ///< worst of them, half as many, have a part of their own
    bool compact = false;     ///< a peer's part has only its chart, without distribution, days and figures
    size_t mostIncidents = 400; ///< in the list; the newest
    size_t mostNotes = 400;     ///< likewise
    double width = 860;         ///< of the drawings
};

/// The contents of a report for a reader, in the current language.
[[nodiscard]] Document reportDocument(const Report &report, const DocumentOptions &options = {});

/// Facts for tracing a report or picture to its source: title, range, time zone, peers, version.
[[nodiscard]] QList<std::pair<QString, QString>> reportFacts(const Report &report);

} // namespace Pongwatch
