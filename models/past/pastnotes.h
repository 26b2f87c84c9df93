// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/note.h"
#include "history/store/historyreader.h"
#include "history/timespan.h"

#include <QObject>

#include <deque>

namespace Pongwatch
{

/// Has the notes of stretches of time read from the history file: the four that were looked at last, each
/// with as much again on either side, so that moving on a little reads nothing. Lives on the GUI thread.
class PastNotes : public QObject
{
    Q_OBJECT

public:
    static constexpr int limit = 5000; ///< the newest of a stretch
    static constexpr size_t most = 4;  ///< stretches

    /// The reader outlives this.
    explicit PastNotes(HistoryReader *reader, QObject *parent = nullptr);

    /// Reads [from, to), unless that was done or is under way.
    void want(WallTime from, WallTime to);

Q_SIGNALS:
    /// The notes of all stretches, some more than once. They take the place of those that were told before.
    void read(const std::vector<Pongwatch::Note> &notes);

private:
    struct Stretch {
        TimeSpan span;
        HistoryRequest request = 0; // 0: none is under way
        std::vector<Note> notes;
    };

    void take(HistoryRequest request, const std::vector<Note> &notes);

    HistoryReader *m_reader;
    std::deque<Stretch> m_stretches; // what was looked at last in front
};

} // namespace Pongwatch
