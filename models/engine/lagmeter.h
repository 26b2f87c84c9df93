// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <functional>
#include <utility>

namespace Pongwatch
{

/// How late this program itself is, so that its own slowness is not reported as a peer's.
///
/// Three sources: a tick that should come every `tickInterval` while a ping is out (how late it is, is how
/// long the thread was kept from running); while none is, what the thread means to do next; and the time
/// since the event loop woke up (what is served now may have waited that long behind what was served before).
/// The tick rests while nothing is out: with few peers it would cost more than their pings. Lives on one I/O
/// thread; fed by IoWorker and its connections.
class LagMeter
{
public:
    static constexpr milliseconds tickInterval{50};
    /// A sample taken with a lag above this is marked.
    static constexpr milliseconds markAbove{5};
    /// A thread that was kept from running for so long stood still: a process that was stopped (SIGSTOP, a
    /// debugger, a frozen container), a machine far too busy, a call that blocked. Figures of pings that were
    /// out meanwhile say nothing about anybody.
    static constexpr milliseconds standstillFrom{1000};

    /// Called when the event loop has come back from waiting, before what woke it is served; may be empty.
    void setWoken(std::function<void()> callback) { m_woken = std::move(callback); }

    /// Called once the thread goes on after it stood still, before anything that came meanwhile is looked at;
    /// with the time that it is known to have been kept from running. May be empty.
    void setStoodStill(std::function<void(nanoseconds)> callback) { m_stoodStill = std::move(callback); }

    /// Called when the tick is wanted from now on, and when it may rest; may be empty.
    void setTickWanted(std::function<void(bool wanted)> callback) { m_tickWanted = std::move(callback); }

    /// So many more pings are out, or fewer.
    void pingsOut(int change);
    [[nodiscard]] bool arePingsOut() const { return m_pingsOut > 0; }

    /// When the thread means to do something next; nullopt: nothing.
    void meansToRunAt(std::optional<SteadyTime> due) { m_due = due; }

    /// The event loop is about to wait: the time until something is served is no lag.
    void loopBlocks() { m_blocked = true; }

    /// Something is served at `now`: the first thing after waiting, or one more. (Event dispatchers tell when
    /// they are about to wait, but serve what woke them before they say that they are awake.)
    void served(SteadyTime now);

    /// The event loop came back from waiting.
    void loopAwake(SteadyTime now);

    /// The tick's timer was served, or started; the next one should come `tickInterval` later.
    void tick(SteadyTime now);

    /// The tick has been stopped: nothing is expected any more.
    void stopTicking();

    /// By how much something that is served now may have been delayed by this thread.
    [[nodiscard]] nanoseconds lagAt(SteadyTime now) const;

    /// The machine slept, or its clock jumped: what was expected before says nothing.
    void forget(SteadyTime now);

    /// The largest lag noted by loopAwake() and served() since the last call.
    [[nodiscard]] nanoseconds takeWorst();

private:
    void noticeStandstill(SteadyTime now, nanoseconds kept);

    std::optional<SteadyTime> m_awakeSince;
    std::optional<SteadyTime> m_lastServed; ///< since it was awake
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
