// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reconnectpolicy.h"

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
    // Compared as doubles first: a large factor would overflow the count of nanoseconds.
    const double grown = static_cast<double>(m_next.count()) * std::max(1.0, m_settings.factor);
    m_next = grown >= static_cast<double>(m_settings.maximum.count())
                 ? m_settings.maximum
                 : nanoseconds(static_cast<nanoseconds::rep>(grown));
    return delay;
}

void ReconnectPolicy::reset()
{
    m_attempts = 0;
}

} // namespace Pongwatch
