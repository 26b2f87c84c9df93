// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <functional>
#include <utility>

namespace Pongwatch
{

/// Measures how late this program itself is, so that its own slowness is not blamed on a peer.
///
/// There are three sources. While a ping is in flight: a tick every `tickInterval` (if it comes late, the
/// thread was kept from running for that long). While none is: what the thread plans to do next. And the time
/// since the event loop woke up (what is served now may have waited that long behind what was served before).
/// The tick stops while no ping is in flight: with few peers it would cost more than their pings. Lives on
/// one I/O thread; fed by IoWorker and its connections.
class LagMeter
{
public:
    static constexpr milliseconds tickInterval{50};
    /// A sample taken with more lag than this is marked.
    static constexpr milliseconds markAbove{5};
    /// A thread that was kept from running for this long stood still: the process was stopped (SIGSTOP, a
    /// debugger, a frozen container), the machine was far too busy, or a call blocked. Pings in flight during
    /// that time say nothing about anybody.
    static constexpr milliseconds standstillFrom{1000};

    /// Called when the event loop has stopped waiting, before it serves what woke it; may be empty.
    void setWoken(std::function<void()> callback) { m_woken = std::move(callback); }

    /// Called when the thread resumes after standing still, before it looks at anything that came meanwhile,
    /// with the time for which it is known to have been kept from running. May be empty.
    void setStoodStill(std::function<void(nanoseconds)> callback) { m_stoodStill = std::move(callback); }

    /// Called when the tick is needed, and when it may stop; may be empty.
    void setTickWanted(std::function<void(bool wanted)> callback) { m_tickWanted = std::move(callback); }

    /// The number of pings in flight has changed by this much.
    void pingsOut(int change);
    [[nodiscard]] bool arePingsOut() const { return m_pingsOut > 0; }

    /// When the thread plans to do something next; nullopt: nothing.
    void meansToRunAt(std::optional<SteadyTime> due) { m_due = due; }

    /// The event loop is about to wait: the time until something is served is not lag.
    void loopBlocks() { m_blocked = true; }

    /// Something is served at `now`: the first thing after a wait, or a further one. (Event dispatchers
    /// announce that they will wait, but serve what woke them before they announce that they are awake.)
    void served(SteadyTime now);

    /// The event loop has stopped waiting.
    void loopAwake(SteadyTime now);

    /// The tick's timer fired or was started; the next tick is due `tickInterval` later.
    void tick(SteadyTime now);

    /// The tick was stopped: none is expected any more.
    void stopTicking();

    /// How long this thread may have delayed something that is served now.
    [[nodiscard]] nanoseconds lagAt(SteadyTime now) const;

    /// The machine slept, or its clock jumped: earlier expectations mean nothing.
    void forget(SteadyTime now);

    /// The largest lag noted by loopAwake() and served() since the last call.
    [[nodiscard]] nanoseconds takeWorst();

private:
    void noticeStandstill(SteadyTime now, nanoseconds kept);

    std::optional<SteadyTime> m_awakeSince;
    std::optional<SteadyTime> m_lastServed; ///< since the loop woke up
    std::optional<SteadyTime> m_tickDue;
    std::optional<SteadyTime> m_due;
    nanoseconds m_lateAtWake{0};
    nanoseconds m_worst{0};
    bool m_blocked = false;
    std::function<void()> m_woken;
    std::function<void(nanoseconds)> m_stoodStill;
    std::function<void(bool)> m_tickWanted;
    int m_pingsOut = 0;
};

} // namespace Pongwatch
