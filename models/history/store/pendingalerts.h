// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "history/alertentry.h"

#include <map>

namespace Pongwatch
{

class HistoryDatabase;

/// What happened to alerts and is to be written into the history file, until that is done. Belongs to the
/// thread of its database.
class PendingAlerts
{
public:
    /// What the file keeps, the newest; and what waits, of which nothing is dropped before that.
    static constexpr size_t most = 100'000;

    /// Entries that are written already are written again without harm.
    void keep(const AlertEntry &entry);

    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }

    /// Writes all of them in one transaction; after an error they go on waiting.
    Outcome write(HistoryDatabase &database);

private:
    std::map<qint64, AlertEntry> m_entries; // by id
};

} // namespace Pongwatch
