// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"
#include "history/opentimeledger.h"
#include "history/revisiontracker.h"
#include "history/sampleaggregate.h"
#include "history/statisticssummary.h"

#include <vector>

namespace Pongwatch
{

/// The figures of one peer over sliding windows and since it was added. Each sample costs the same, whatever
/// came before; all times are those passed in.
///
/// Windows forget exactly: the figures of a window are those of the pings that were due in (windowStart(),
/// now], and of no others. The minute forgets ping by ping; the hour in steps of a minute, the day in steps
/// of half an hour (so a window may start up to one step earlier than its name says). Nothing is ever
/// subtracted: what falls out is dropped, and the rest is joined again.
///
/// Limits: 12,000 pings for the minute (above 200 pings a second, the oldest go first), 122 aggregates for
/// the hour and 98 for the day, each with the histogram of its step. With one ping a second and round trips
/// spread over two orders of magnitude, that is less than 256 KiB; a narrower spread or fewer pings take
/// less, and a new peer takes what it has measured.
class PeerStatistics
{
public:
    enum class Window : quint8 { Minute, Hour, Day, SinceStart };

    void add(const PingSample &sample);
    void add(const ConnectionEvent &event);

    /// The figures of a window that ends now. The cost depends on the window, not on all that was measured.
    [[nodiscard]] StatisticsSummary summary(Window window, WallTime now) const;

    /// Where a window begins, exclusive. SinceStart: the beginning of time.
    [[nodiscard]] static WallTime windowStart(Window window, WallTime now);

    /// All pings due from then on, as if added one by one; from up to one step earlier (see above) where they
    /// are no longer known one by one. nullopt if some of them are forgotten.
    [[nodiscard]] std::optional<SampleAggregate> since(WallTime from) const;

    /// Sets openTime, connects and timeToRecover for (from, to], reaching back at most a day.
    void fillTimes(StatisticsSummary &summary, WallTime from, WallTime to) const
    {
        m_openTimes.fill(summary, from, to);
    }

    /// The distribution of all round trips since the start.
    [[nodiscard]] const LatencyHistogram &histogram() const { return m_sinceStart.histogram(); }

    /// All memory used, including the object itself.
    [[nodiscard]] size_t memoryBytes() const;

private:
    struct Slot {
        qint64 index = 0; // of the step, counted from 1970 on
        SampleAggregate pings;
    };
    /// The steps of one window, by index.
    struct Slots {
        nanoseconds step;
        qint64 kept; // steps before the newest ping
        std::vector<Slot> slots;

        SampleAggregate &slotFor(WallTime time);
        void forget(WallTime now);
    };

    void addToMinute(const PingSample &sample);

    std::vector<PingSample> m_minute; // by sentAt
    Slots m_hour{std::chrono::minutes(1), 61, {}};
    Slots m_day{std::chrono::minutes(30), 49, {}};
    SampleAggregate m_sinceStart;
    OpenTimeLedger m_openTimes;
    RevisionTracker m_revisions;
    quint32 m_newestSeq = 0;
    WallTime m_newest{};                // when the newest ping was due
    WallTime m_first = WallTime::max(); // and the first one
};

} // namespace Pongwatch
