// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "history/note.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace Pongwatch
{

class HistoryDatabase;

/// Notes that are to be written into the history file, changed in it or removed from it, until that is done.
/// Of several changes of one note only the last is written. Belongs to the thread of its database.
class PendingNotes
{
public:
    /// Notes that say nothing new are written again without harm.
    void keep(const Note &note) { m_changes.insert_or_assign(note.id, note); }
    void remove(qint64 id) { m_changes.insert_or_assign(id, std::nullopt); }

    [[nodiscard]] bool isEmpty() const { return m_changes.empty(); }
    [[nodiscard]] size_t count() const { return m_changes.size(); }

    /// Writes all of them in one transaction; after an error they go on waiting.
    Outcome write(HistoryDatabase &database);

    /// The ids of what was written since the last call, removals included.
    [[nodiscard]] std::vector<qint64> takeWritten() { return std::exchange(m_written, {}); }

private:
    std::map<qint64, std::optional<Note>> m_changes; // by id; nullopt: to be removed
    std::vector<qint64> m_written;
};

} // namespace Pongwatch
