// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/store/historyquery.h"

#include <QStringList>

namespace Pongwatch
{

/// What is in a history file, and whether it is all readable and consistent.
struct HistoryCheck {
    struct Peer {
        HistoryPeer peer;
        HistoryCounts counts;
    };

    qint64 bytes = 0;
    int format = 0;
    std::vector<HistoryRun> runs; ///< of this program
    std::vector<Peer> peers;
    std::vector<HistoryDamage> damage;
    QStringList complaints; ///< from SQLite

    [[nodiscard]] bool isFine() const;
};

/// Reads the whole file, even while it is being written. For a worker thread or a command.
Result<HistoryCheck> checkHistory(const QString &path);

} // namespace Pongwatch
