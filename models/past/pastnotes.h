// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/note.h"
#include "history/store/historyreader.h"
#include "history/timespan.h"

#include <QObject>

#include <deque>

namespace Pongwatch
{

/// Reads notes from the history file: for the four stretches of time looked at last, each extended by its own
/// length on either side, so that moving on a little reads nothing. Lives on the GUI thread.
class PastNotes : public QObject
{
    Q_OBJECT

public:
    static constexpr int limit = 5000; ///< the newest ones of a stretch
    static constexpr size_t most = 4;  ///< number of stretches

    /// The reader must outlive this object.
    explicit PastNotes(HistoryReader *reader, QObject *parent = nullptr);

    /// Reads [from, to), unless that has been done or is in progress.
    void want(WallTime from, WallTime to);

Q_SIGNALS:
    /// The notes of all stretches, some more than once. They replace those emitted before.
    void read(const std::vector<Pongwatch::Note> &notes);

private:
    struct Stretch {
        TimeSpan span;
        HistoryRequest request = 0; // 0: none is under way
        std::vector<Note> notes;
    };

    void take(HistoryRequest request, const std::vector<Note> &notes);

    HistoryReader *m_reader;
    std::deque<Stretch> m_stretches; // the one looked at last comes first
};

} // namespace Pongwatch
