// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/store/historyquery.h"
#include "text/eventsentence.h"

#include <QString>

#include <vector>

namespace Pongwatch
{

/// An entry of an earlier run, and where the history has it.
struct PastEvent {
    EventEntry entry;
    QString name;
    QString host;
    HistoryPlace place;
};

/// Where PastEvents puts what it reads: the log that shows it.
class PastEventLog
{
public:
    /// Puts entries, oldest first, in front of all others. False when there is no room for more: the oldest
    /// are then left out.
    virtual bool prepend(std::vector<PastEvent> events) = 0;
    virtual void clearPast() = 0;
    [[nodiscard]] virtual int pastCount() const = 0;
    /// Where the history has the first entry; with no entry, beyond its end.
    [[nodiscard]] virtual HistoryPlace oldestPlace() const = 0;

protected:
    PastEventLog() = default;
    ~PastEventLog() = default;
    Q_DISABLE_COPY_MOVE(PastEventLog)
};

} // namespace Pongwatch
