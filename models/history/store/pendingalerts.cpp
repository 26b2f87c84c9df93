// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/pendingalerts.h"

#include "history/store/filedalerts.h"
#include "history/store/historydatabase.h"
#include "history/store/storedtime.h"

namespace Pongwatch
{

void PendingAlerts::keep(const AlertEntry &entry)
{
    if (m_entries.size() < most)
        m_entries.insert_or_assign(entry.id, entry);
}

Outcome PendingAlerts::write(HistoryDatabase &database)
{
    if (m_entries.empty())
        return success();
    if (Outcome done = database.begin(); !done)
        return done;
    const auto give = [&database](const Error &error) {
        database.rollback();
        return Outcome(error);
    };
    for (const auto &[id, entry] : m_entries)
        if (const auto done = database.run("write_alert", {id, entry.alert, inMicroseconds(entry.at),
                                                           static_cast<int>(entry.kind), encodeAlert(entry)});
            !done)
            return give(done.error());
    if (const auto done = database.run("delete_old_alerts", {static_cast<qint64>(most) - 1}); !done)
        return give(done.error());
    if (Outcome done = database.commit(); !done)
        return done;
    m_entries.clear();
    return success();
}

} // namespace Pongwatch
