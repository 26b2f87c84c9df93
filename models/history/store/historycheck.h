// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/store/historyquery.h"

#include <QStringList>

namespace Pongwatch
{

/// What is in a history file, and whether all of it can be read and agrees.
struct HistoryCheck {
    struct Peer {
        HistoryPeer peer;
        HistoryCounts counts;
    };

    qint64 bytes = 0;
    int format = 0;
    std::vector<HistoryRun> runs; ///< of the program
    std::vector<Peer> peers;
    std::vector<HistoryDamage> damage;
    QStringList complaints; ///< of SQLite

    [[nodiscard]] bool isFine() const;
};

/// Reads all of a file, which may be written meanwhile. For a worker thread or a command.
Result<HistoryCheck> checkHistory(const QString &path);

} // namespace Pongwatch
