// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/note.h"
#include "history/store/historyreader.h"
#include "history/timespan.h"

#include <QObject>

namespace Pongwatch
{

/// Has the notes of a stretch of time read from the history file: the one that was looked at last, with as
/// much again on either side, so that moving on a little reads nothing. At most `limit` of them are held by
/// whoever is told. Lives on the GUI thread.
class PastNotes : public QObject
{
    Q_OBJECT

public:
    static constexpr int limit = 5000; ///< the newest of the stretch

    /// The reader outlives this.
    explicit PastNotes(HistoryReader *reader, QObject *parent = nullptr);

    /// Reads [from, to), unless that was done or is under way.
    void want(WallTime from, WallTime to);

Q_SIGNALS:
    /// All notes of the stretch that was wanted last. They take the place of those that were told before.
    void read(const std::vector<Pongwatch::Note> &notes);

private:
    HistoryReader *m_reader;
    HistoryRequest m_request = 0; // 0: none is under way
    TimeSpan m_asked;             // read, or under way
};

} // namespace Pongwatch
