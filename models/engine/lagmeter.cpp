// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/lagmeter.h"

#include <algorithm>
#include <utility>

namespace Pongwatch
{

namespace
{
// A timer may fire this late without anything being wrong: the resolution of the event loop.
constexpr milliseconds timerResolution{2};
} // namespace

void LagMeter::loopAwake(SteadyTime now)
{
    m_awakeSince = now;
    m_lateAtWake = nanoseconds(0);
    const std::optional<SteadyTime> expected = m_tickDue ? m_tickDue : m_due;
    if (expected && now > *expected + timerResolution)
        m_lateAtWake = now - *expected;
    m_worst = std::max(m_worst, m_lateAtWake);
}

void LagMeter::pingsOut(int change)
{
    const bool before = arePingsOut();
    m_pingsOut += change;
    if (before != arePingsOut() && m_tickWanted)
        m_tickWanted(!before);
}

void LagMeter::tick(SteadyTime now)
{
    m_tickDue = now + tickInterval;
}

void LagMeter::stopTicking()
{
    m_tickDue.reset();
}

nanoseconds LagMeter::lagAt(SteadyTime now) const
{
    if (!m_awakeSince)
        return nanoseconds(0);
    return m_lateAtWake + std::max(nanoseconds(0), nanoseconds(now - *m_awakeSince));
}

void LagMeter::forget(SteadyTime now)
{
    m_lateAtWake = nanoseconds(0);
    m_awakeSince = now;
    m_lastServed.reset();
    if (m_tickDue)
        m_tickDue = now + tickInterval;
    m_due.reset();
}

nanoseconds LagMeter::takeWorst()
{
    return std::exchange(m_worst, nanoseconds(0));
}

void LagMeter::served(SteadyTime now)
{
    if (std::exchange(m_blocked, false)) {
        loopAwake(now);
        if (m_woken)
            m_woken();
        noticeStandstill(now, m_lateAtWake);
    } else if (m_lastServed) {
        noticeStandstill(now, now - *m_lastServed);
    }
    m_lastServed = now;
    m_worst = std::max(m_worst, lagAt(now));
}

void LagMeter::noticeStandstill(SteadyTime now, nanoseconds kept)
{
    if (kept < standstillFrom)
        return;
    // Don't report the same delay again for what was expected during that time.
    if (m_tickDue)
        m_tickDue = std::max(*m_tickDue, now + tickInterval);
    if (m_due)
        m_due = std::max(*m_due, now);
    if (m_stoodStill)
        m_stoodStill(kept);
}

} // namespace Pongwatch
