// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/pendingnotes.h"

#include "history/store/historydatabase.h"
#include "history/store/storedtime.h"

namespace Pongwatch
{

Outcome PendingNotes::write(HistoryDatabase &database)
{
    if (m_changes.empty())
        return success();
    if (Outcome done = database.begin(); !done)
        return done;
    for (const auto &[id, note] : m_changes) {
        Result<QSqlQuery *> done =
            note ? database.run("write_note",
                                {id, inMicroseconds(note->at),
                                 note->peer.isNull() ? QStringLiteral("") : note->peer, note->text})
                 : database.run("delete_note", {id});
        if (!done) {
            database.rollback();
            return done.error();
        }
    }
    if (Outcome done = database.commit(); !done)
        return done;
    for (const auto &[id, note] : m_changes)
        m_written.push_back(id);
    m_changes.clear();
    return success();
}

} // namespace Pongwatch
