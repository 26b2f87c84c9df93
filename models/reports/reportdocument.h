// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/document.h"
#include "reports/report.h"

namespace Pongwatch
{

/// How much of a report a document shows.
struct DocumentOptions {
    size_t mostPeers = 200;   ///< in the overview: those that were open least
    size_t mostParts = 200;   ///< of those, with a chart of their own
    size_t mostFullParts = 8; ///< where there are more peers, small charts stand beside each other, and only
                              ///< the worst of them, half as many, have a part of their own
    bool compact = false;     ///< parts of peers are their chart, without distribution, days and figures
    size_t mostIncidents = 400; ///< in the list, the newest
    size_t mostNotes = 400;     ///< the same
    double width = 860;         ///< of the drawings
};

/// What stands in a report for a reader, in the language of the moment.
[[nodiscard]] Document reportDocument(const Report &report, const DocumentOptions &options = {});

/// The facts by which a report or picture can be traced back: title, range, time zone, peers, version.
[[nodiscard]] QList<std::pair<QString, QString>> reportFacts(const Report &report);

} // namespace Pongwatch
