// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/note.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <set>

namespace Pongwatch
{

class HistoryReader;
class HistoryWriter;
class PastNotes;

/// The notes that people attach to moments of the chart. If there is a history, they are stored in its file,
/// and those of earlier runs are read from it for the visible stretch. Notes that are in no file yet, as
/// there is no history or it can't be written, can be stored elsewhere with toJson(). Lives on the GUI
/// thread.
class Notebook : public QObject
{
    Q_OBJECT

public:
    static constexpr int longestText = 2000; ///< in characters; longer texts are cut

    explicit Notebook(QObject *parent = nullptr);
    ~Notebook() override;

    /// From now on, notes are written to this history, including those already here, and read from it. Both
    /// must outlive the last call of this notebook.
    void keepIn(HistoryWriter *writer, HistoryReader *reader);

    /// Adds the note with a new id, also used in the file. Returns 0 if the text has only spaces: no note
    /// then.
    qint64 add(const Note &note);
    /// Replaces the note with this id; does nothing if there is none.
    void edit(const Note &note);
    void remove(qint64 id);

    /// Those in [from, to), oldest first, as far as they have been read; changed() follows if there are more.
    [[nodiscard]] std::vector<Note> notes(WallTime from, WallTime to) const;
    [[nodiscard]] std::optional<Note> note(qint64 id) const;

    /// The notes that are in no file yet: a JSON array, with times in microseconds since 1970.
    [[nodiscard]] QByteArray toJson() const;
    /// Adds notes that were stored in this way. Invalid ones are left out.
    void fromJson(const QByteArray &json);

Q_SIGNALS:
    void changed();
    /// The result of toJson() has changed.
    void unwrittenChanged();

private:
    void take(Note note);
    void noteWritten(const std::vector<qint64> &ids);
    void takeRead(const std::vector<Note> &notes);

    std::map<qint64, Note> m_notes;    // written or changed in this run, by id
    std::map<qint64, Note> m_read;     // of earlier runs, as far as they have been read
    std::set<qint64> m_unwritten;      // of m_notes
    std::set<qint64> m_removed;        // in this run: may still be read from the file
    HistoryWriter *m_writer = nullptr; // null if there is no history
    std::unique_ptr<PastNotes> m_past;
};

} // namespace Pongwatch
