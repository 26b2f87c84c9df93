// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/store/historyquery.h"
#include "text/eventsentence.h"

#include <QString>

#include <vector>

namespace Pongwatch
{

/// An entry of an earlier run, and its position in the history.
struct PastEvent {
    EventEntry entry;
    QString name;
    QString host;
    HistoryPlace place;
};

/// The log that shows what PastEvents reads.
class PastEventLog
{
public:
    /// Inserts entries, oldest first, before all others. Returns false if there was no room for all: the
    /// oldest are then left out.
    virtual bool prepend(std::vector<PastEvent> events) = 0;
    virtual void clearPast() = 0;
    [[nodiscard]] virtual int pastCount() const = 0;
    /// The position in the history of the first entry; without entries, a position beyond the history's end.
    [[nodiscard]] virtual HistoryPlace oldestPlace() const = 0;

protected:
    PastEventLog() = default;
    ~PastEventLog() = default;
    Q_DISABLE_COPY_MOVE(PastEventLog)
};

} // namespace Pongwatch
