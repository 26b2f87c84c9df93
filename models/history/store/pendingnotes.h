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

/// Notes waiting to be added to the history file, changed in it or removed from it. If a note changes several
/// times, only the last change is written. Belongs to the thread of its database.
class PendingNotes
{
public:
    /// Writing an unchanged note again does no harm.
    void keep(const Note &note) { m_changes.insert_or_assign(note.id, note); }
    void remove(qint64 id) { m_changes.insert_or_assign(id, std::nullopt); }

    [[nodiscard]] bool isEmpty() const { return m_changes.empty(); }
    [[nodiscard]] size_t count() const { return m_changes.size(); }

    /// Writes all of them in one transaction; after an error they keep waiting.
    Outcome write(HistoryDatabase &database);

    /// The ids of the changes written since the last call, including removals.
    [[nodiscard]] std::vector<qint64> takeWritten() { return std::exchange(m_written, {}); }

private:
    std::map<qint64, std::optional<Note>> m_changes; // by id; nullopt: remove it
    std::vector<qint64> m_written;
};

} // namespace Pongwatch
