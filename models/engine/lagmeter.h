// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <functional>
#include <utility>

namespace Pongwatch
{

/// How late this program itself is, so that its own slowness is not reported as a peer's.
///
/// Two sources: a tick that should come every `tickInterval` (how late it is, is how long the thread was kept
/// from running), and the time since the event loop woke up (what is served now may have waited that long
/// behind what was served before). Lives on one I/O thread; fed by IoWorker.
class LagMeter
{
public:
    static constexpr milliseconds tickInterval{50};
    /// A sample taken with a lag above this is marked.
    static constexpr milliseconds markAbove{5};

    /// Called when the event loop has come back from waiting, before what woke it is served; may be empty.
    void setWoken(std::function<void()> callback) { m_woken = std::move(callback); }

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
    std::optional<SteadyTime> m_awakeSince;
    std::optional<SteadyTime> m_tickDue;
    nanoseconds m_lateAtWake{0};
    nanoseconds m_worst{0};
    bool m_blocked = false;
    std::function<void()> m_woken;
};

} // namespace Pongwatch
