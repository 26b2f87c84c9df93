// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace Pongwatch
{

/// How to keep the history, and for how long.
struct HistoryOptions {
    QString path;
    nanoseconds keepSamples = std::chrono::hours(7 * 24);
    nanoseconds keepMinutes = std::chrono::hours(90 * 24); ///< minute buckets
    std::optional<nanoseconds> keepHours;                  ///< hour buckets; nullopt: forever
    qint64 sizeLimit = 0; ///< size of the file in bytes, 0: no limit. Samples go first, oldest first, then
                          ///< minutes and events
    /// Bytes of packed samples and events that may wait in memory while the file can't be written: 64 MiB
    /// hold more than six million pings. Beyond that, the oldest are dropped and counted.
    qint64 memoryLimit = 64 * 1024 * 1024;
    nanoseconds retryAfter = seconds(2); ///< if the file can't be written

    friend bool operator==(const HistoryOptions &, const HistoryOptions &) = default;
};

/// What the user should know about the history.
struct HistoryStatus {
    enum class State : quint8 {
        Writing,  ///< all is well
        InMemory, ///< the file can't be written; measurements are kept in memory
    };
    State state = State::Writing;
    QString path;                ///< the file being written, which may not be the one asked for
    QString notice;              ///< a sentence for people; empty if there is nothing to say
    quint64 samplesInMemory = 0; ///< waiting to be written
    quint64 notesInMemory = 0;   ///< waiting to be written; none is ever dropped
    quint64 samplesDropped = 0;  ///< lost because of the memory limit
    qint64 fileBytes = 0;

    friend bool operator==(const HistoryStatus &, const HistoryStatus &) = default;
};

} // namespace Pongwatch

Q_DECLARE_METATYPE(Pongwatch::HistoryStatus)
