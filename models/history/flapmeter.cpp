// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/flapmeter.h"

#include <algorithm>

namespace Pongwatch
{

bool isFlapping(std::span<const LostConnection> lost, std::optional<WallTime> openSince, WallTime now)
{
    const auto inWindow = [now](const LostConnection &one) { return one.at > now - FlapRule::window; };
    if (static_cast<size_t>(std::count_if(lost.begin(), lost.end(), inWindow)) < FlapRule::fewest)
        return false;
    if (!openSince)
        return now - lost.back().at < FlapRule::downAfter;
    nanoseconds longest{0};
    for (const LostConnection &one : lost)
        if (inWindow(one))
            longest = std::max(longest, one.age);
    return now - *openSince < std::max<nanoseconds>(FlapRule::steadyAfter, 2 * longest);
}

void FlapMeter::add(const ConnectionEvent &event)
{
    if (std::holds_alternative<Opened>(event.what)) {
        m_openSince = event.time;
    } else if (const auto *end = std::get_if<Closed>(&event.what)) {
        const bool wasOpen = end->verdict.phase == DialPhase::Open;
        m_openSince.reset();
        if (end->verdict.cause == Cause::LocalClose) {
            m_lost.clear(); // somebody is taking care of it
        } else if (wasOpen) {
            if (m_lost.size() >= limit)
                m_lost.erase(m_lost.begin());
            m_lost.push_back({event.time, end->verdict.age});
        }
    }
    look(event.time);
}

void FlapMeter::recall(const std::vector<LostConnection> &earlier, WallTime now)
{
    m_lost.insert(m_lost.begin(), earlier.begin(), earlier.end());
    if (m_lost.size() > limit)
        m_lost.erase(m_lost.begin(), m_lost.end() - limit);
    look(now);
}

bool FlapMeter::look(WallTime now)
{
    std::erase_if(m_lost, [now](const LostConnection &one) {
        return one.at <= now - FlapRule::window ||
               one.at > now + FlapRule::window; // or the clock was set back
    });
    const bool before = m_since.has_value();
    if (!Pongwatch::isFlapping(m_lost, m_openSince, now))
        m_since.reset();
    else if (!m_since)
        m_since = m_lost.front().at;
    return m_since.has_value() != before;
}

} // namespace Pongwatch
