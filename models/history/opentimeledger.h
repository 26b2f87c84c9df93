// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"
#include "history/statisticssummary.h"

#include <vector>

namespace Pongwatch
{

/// Keeps track of when a peer's connections were open, and how long it took to recover from trouble.
///
/// Keeps the connections and recoveries of the last day, the newest `limit` of each: at most 94 KiB, and that
/// only for a peer that is lost every half a minute all day long.
class OpenTimeLedger
{
public:
    static constexpr size_t limit = 3000;

    void add(const ConnectionEvent &event);
    void add(const PingSample &sample);

    /// Sets openTime, connects and timeToRecover for the stretch (from, to].
    void fill(StatisticsSummary &summary, WallTime from, WallTime to) const;

    /// The same since the beginning.
    void fillSinceStart(StatisticsSummary &summary, WallTime now) const;

    [[nodiscard]] size_t heapBytes() const;

private:
    struct OpenSpan {
        WallTime from;
        WallTime to; // far in the future while still open
    };
    struct Recovery {
        WallTime at;
        nanoseconds took;
    };

    void opened(WallTime time);
    void closed(WallTime time, nanoseconds age);
    void troubleBegan(WallTime time);
    void troubleEnded(WallTime time);
    void forget(WallTime now);

    std::vector<OpenSpan> m_spans;
    std::vector<Recovery> m_recoveries;
    bool m_open = false;
    std::optional<WallTime> m_troubleSince;
    nanoseconds m_openTimeBefore{0}; // of all ended connections
    nanoseconds m_recoveryTime{0};
    quint32 m_recoveryCount = 0;
    quint32 m_connects = 0;
};

} // namespace Pongwatch
