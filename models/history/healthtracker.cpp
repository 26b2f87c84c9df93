// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/healthtracker.h"

namespace Pongwatch
{

namespace
{

// Reports may be slightly out of order; anything beyond this means that the clock was set back.
constexpr auto disorder = std::chrono::minutes(1);

} // namespace

Health HealthTracker::health() const
{
    if (m_state == ConnectionState::Paused)
        return Health::Paused;
    if (m_state == ConnectionState::Failed)
        return Health::Failed;
    if (m_timedOut)
        return Health::TimedOut;
    switch (m_state) {
    case ConnectionState::Open:
        return m_stale ? Health::Stale : m_slow ? Health::Slow : Health::Ok;
    case ConnectionState::Connecting:
        return Health::Connecting;
    case ConnectionState::Waiting:
        return Health::Waiting;
    case ConnectionState::Closing:
        if (m_stale)
            return Health::Stale;
        break;
    case ConnectionState::Closed:
    case ConnectionState::Failed:
    case ConnectionState::Paused:
        break;
    }
    return Health::Closed;
}

bool HealthTracker::add(const PingSample &sample)
{
    const Health before = health();
    if (sample.outcome == PingOutcome::TimedOut) {
        m_timedOut = true;
    } else if (hasRoundTrip(sample.outcome)) {
        m_timedOut = false;
        m_slow = sample.outcome != PingOutcome::Answered;
    }
    return settle(before, m_state, sample.settledAt());
}

bool HealthTracker::add(const ConnectionEvent &event)
{
    const Health before = health();
    const ConnectionState stateBefore = m_state;
    if (const auto *change = std::get_if<StateChanged>(&event.what)) {
        m_state = change->state;
        if (m_state == ConnectionState::Open || m_state == ConnectionState::Paused) {
            // Reported once, when each connection starts.
            if (stateBefore != m_state)
                m_timedOut = m_slow = false;
        }
        if (m_state == ConnectionState::Paused)
            m_stale = false;
    } else if (std::holds_alternative<Opened>(event.what)) {
        m_timedOut = m_slow = false;
    } else if (std::holds_alternative<PingTimedOut>(event.what)) {
        m_timedOut = true;
    } else if (const auto *end = std::get_if<Closed>(&event.what)) {
        m_slow = false;
        m_endWanted = end->verdict.cause == Cause::LocalClose;
        if (m_endWanted)
            m_timedOut = m_stale = false;
    } else if (const auto *feed = std::get_if<FeedStale>(&event.what)) {
        m_stale = !feed->goesOn;
    } else if (std::holds_alternative<FeedSeen>(event.what)) {
        m_stale = false;
    } else {
        return false;
    }
    return settle(before, stateBefore, event.time);
}

void HealthTracker::settleTrouble(WallTime time)
{
    bool inTrouble = false;
    switch (health()) {
    case Health::Connecting:
        return; // keeps its previous value
    case Health::Closed:
        if (m_state == ConnectionState::Closing)
            return; // the reason is not known yet
        inTrouble = !m_endWanted;
        break;
    case Health::Failed:
    case Health::TimedOut:
    case Health::Waiting:
    case Health::Stale:
        inTrouble = true;
        break;
    case Health::Slow:
    case Health::Ok:
    case Health::Paused:
    case Health::Flapping: // these it never is
    case Health::Partly:
    case Health::Unknown:
        break;
    }
    if (!inTrouble)
        m_troubleSince.reset();
    else if (!m_troubleSince)
        m_troubleSince = time;
}

bool HealthTracker::settle(Health before, ConnectionState stateBefore, WallTime time)
{
    // A moment in the future was recorded before the clock was set back: "now" is the best we have.
    if (m_since && *m_since > time + disorder)
        m_since = time;
    if (m_troubleSince && *m_troubleSince > time + disorder)
        m_troubleSince = time;
    if (!m_since || health() != before)
        m_since = time;
    settleTrouble(time);
    return health() != before || m_state != stateBefore;
}

} // namespace Pongwatch
