// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reconnectpolicy.h"

#include "engine/diagnosis/retryafter.h"

#include <algorithm>
#include <utility>

namespace Pongwatch
{

ReconnectPolicy::ReconnectPolicy(const ReconnectSettings &settings, std::function<double()> random)
    : m_settings(settings)
    , m_random(std::move(random))
{
}

void ReconnectPolicy::connectionEnded(nanoseconds age)
{
    if (age >= m_settings.stableAfter)
        reset();
}

nanoseconds ReconnectPolicy::nextDelay()
{
    ++m_attempts;
    if (m_attempts == 1) {
        m_next = std::min(m_settings.minimum, m_settings.maximum);
        return nanoseconds(
            static_cast<nanoseconds::rep>(m_random() * static_cast<double>(m_settings.initial.count())));
    }
    const nanoseconds delay = m_next;
    // Compared as doubles first: with a large factor, the count of nanoseconds would overflow.
    const double grown = static_cast<double>(m_next.count()) * std::max(1.0, m_settings.factor);
    m_next = grown >= static_cast<double>(m_settings.maximum.count())
                 ? m_settings.maximum
                 : nanoseconds(static_cast<nanoseconds::rep>(grown));
    return delay;
}

nanoseconds ReconnectPolicy::nextLongDelay()
{
    constexpr nanoseconds first = seconds(30);
    constexpr double shorterAtMost = 0.1;
    ++m_attempts;
    m_next = m_settings.maximum; // a temporary fault after this one is no fresh start either
    m_nextLong = m_nextLong == nanoseconds(0) ? first : std::min(2 * m_nextLong, longestInterval);
    const double part = 1.0 - shorterAtMost * m_random();
    return nanoseconds(static_cast<nanoseconds::rep>(part * static_cast<double>(m_nextLong.count())));
}

nanoseconds ReconnectPolicy::obeying(nanoseconds delay, std::optional<nanoseconds> retryAfter)
{
    if (!retryAfter || *retryAfter <= nanoseconds(0))
        return delay;
    constexpr double longerAtMost = 0.1;
    const auto asked = static_cast<double>(std::min(*retryAfter, longestRetryAfter).count());
    const nanoseconds obeyed(static_cast<nanoseconds::rep>(asked * (1.0 + longerAtMost * m_random())));
    return std::max(delay, obeyed);
}

void ReconnectPolicy::reset()
{
    m_nextLong = nanoseconds(0);
    m_attempts = 0;
}

} // namespace Pongwatch
