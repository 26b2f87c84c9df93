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

/// The notes that people pinned to moments of the chart. With a history they are kept in its file, and those
/// of earlier runs are read from it by the stretch that is looked at. What is in no file yet, because there
/// is no history or it can't be written, can be kept elsewhere by toJson(). Lives on the GUI thread.
class Notebook : public QObject
{
    Q_OBJECT

public:
    static constexpr int longestText = 2000; ///< characters; what is longer is cut

    explicit Notebook(QObject *parent = nullptr);
    ~Notebook() override;

    /// From now on notes are written into this history, those that are here already at once, and read from
    /// it. Both outlive the last call of this notebook.
    void keepIn(HistoryWriter *writer, HistoryReader *reader);

    /// Gives the note an id, which names it in the file, too. A text without anything but spaces is no note:
    /// 0.
    qint64 add(const Note &note);
    /// Replaces the note with this id; nothing happens when there is none.
    void edit(const Note &note);
    void remove(qint64 id);

    /// Those of [from, to), oldest first, as far as they were read; changed() says when there are more.
    [[nodiscard]] std::vector<Note> notes(WallTime from, WallTime to) const;
    [[nodiscard]] std::optional<Note> note(qint64 id) const;

    /// The notes that are in no file yet: a JSON array, times in microseconds since 1970.
    [[nodiscard]] QByteArray toJson() const;
    /// Adds those that were kept. What is no note is left out.
    void fromJson(const QByteArray &json);

Q_SIGNALS:
    void changed();
    /// toJson() has something else to say.
    void unwrittenChanged();

private:
    void take(Note note);
    void noteWritten(const std::vector<qint64> &ids);
    void takeRead(const std::vector<Note> &notes);

    std::map<qint64, Note> m_notes;    // written or changed in this run, by id
    std::map<qint64, Note> m_read;     // of earlier runs, as far as they were read
    std::set<qint64> m_unwritten;      // of m_notes
    std::set<qint64> m_removed;        // in this run: may still come from the file
    HistoryWriter *m_writer = nullptr; // null: there is no history
    std::unique_ptr<PastNotes> m_past;
};

} // namespace Pongwatch
