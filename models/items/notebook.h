// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/note.h"

#include <QObject>

#include <map>
#include <optional>

namespace Pongwatch
{

/// The notes that people pinned to moments of the chart. Lives on the GUI thread; whoever owns it keeps them
/// for later runs, by toJson() and fromJson().
class Notebook : public QObject
{
    Q_OBJECT

public:
    static constexpr int longestText = 2000; ///< characters; what is longer is cut

    explicit Notebook(QObject *parent = nullptr);
    ~Notebook() override;

    /// Gives the note's id. A text without anything but spaces is no note: 0.
    qint64 add(const Note &note);
    /// Replaces the note with this id; nothing happens when there is none.
    void edit(const Note &note);
    void remove(qint64 id);

    /// Those of [from, to), oldest first.
    [[nodiscard]] std::vector<Note> notes(WallTime from, WallTime to) const;
    [[nodiscard]] std::optional<Note> note(qint64 id) const;

    /// All notes, to be kept: a JSON array, times in microseconds since 1970.
    [[nodiscard]] QByteArray toJson() const;
    /// Adds those that were kept. What is no note is left out.
    void fromJson(const QByteArray &json);

Q_SIGNALS:
    void changed();

private:
    std::map<qint64, Note> m_notes; // by id
    qint64 m_lastId = 0;
};

} // namespace Pongwatch
