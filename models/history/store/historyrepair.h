// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"

#include <QString>

namespace Pongwatch
{

/// What a repair made of a history file.
struct HistoryRepair {
    QString file;               ///< the new one, beside the other
    quint64 chunksLost = 0;     ///< that could not be read
    quint64 pagesLost = 0;      ///< of buckets
    quint64 journalLost = 0;    ///< rows, in part or as a whole
    quint64 hoursCounted = 0;   ///< hours of a peer whose buckets were made anew from its pings
    bool isMissingRows = false; ///< SQLite could not read some rows at all
};

/// Writes what can be read of a history file into a new one beside it ("history.repaired.sqlite"), which is
/// complete and counts each ping once. The file itself is not touched. Where the description of its tables is
/// damaged it is read by that of this version. Reads everything; for a worker thread or a command.
Result<HistoryRepair> repairHistory(const QString &path);

} // namespace Pongwatch
