// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"

#include <QString>

namespace Pongwatch
{

/// The result of repairing a history file.
struct HistoryRepair {
    QString file;               ///< the new file, next to the other
    quint64 chunksLost = 0;     ///< that were unreadable
    quint64 pagesLost = 0;      ///< of buckets
    quint64 journalLost = 0;    ///< rows, in part or as a whole
    quint64 hoursCounted = 0;   ///< hours of a peer whose buckets were computed again from its pings
    bool isMissingRows = false; ///< SQLite could not read some rows
};

/// Writes everything readable in a history file into a new one next to it ("history.repaired.sqlite"), which
/// is consistent and counts each ping once. The file itself is not changed. If the definition of its tables
/// is damaged, this version's definition is used. Reads everything; for a worker thread or a command.
Result<HistoryRepair> repairHistory(const QString &path);

} // namespace Pongwatch
