// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace Pongwatch
{

/// How the history is kept, and for how long.
struct HistoryOptions {
    QString path;
    nanoseconds keepSamples = std::chrono::hours(7 * 24);
    nanoseconds keepMinutes = std::chrono::hours(90 * 24); ///< minute buckets
    std::optional<nanoseconds> keepHours;                  ///< hour buckets; nullopt: for good
    qint64 sizeLimit =
        0; ///< bytes of the file, 0 for none: the oldest samples go first, then minutes, events
    /// Bytes of packed samples and events that wait in memory while the file can't be written: 64 MiB are
    /// more than six million pings. Beyond it the oldest are dropped, and counted.
    qint64 memoryLimit = 64 * 1024 * 1024;
    nanoseconds retryAfter = seconds(2); ///< while the file can't be written

    friend bool operator==(const HistoryOptions &, const HistoryOptions &) = default;
};

/// What the user must know about the history.
struct HistoryStatus {
    enum class State : quint8 {
        Writing,  ///< all is well
        InMemory, ///< the file can't be written; what is measured waits in memory
    };
    State state = State::Writing;
    QString path;                ///< the file that is written, which may be another one than was asked for
    QString notice;              ///< a sentence for a person; empty when there is nothing to say
    quint64 samplesInMemory = 0; ///< waiting
    quint64 notesInMemory = 0;   ///< waiting; none is ever dropped
    quint64 samplesDropped = 0;  ///< lost to the memory limit
    qint64 fileBytes = 0;

    friend bool operator==(const HistoryStatus &, const HistoryStatus &) = default;
};

} // namespace Pongwatch

Q_DECLARE_METATYPE(Pongwatch::HistoryStatus)
