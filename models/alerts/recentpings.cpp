// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/recentpings.h"

#include "alerts/rules/alertrule.h"

#include <algorithm>

namespace Pongwatch
{

void RecentPings::add(const PingSample &sample)
{
    const bool missed = sample.outcome == PingOutcome::TimedOut || sample.outcome == PingOutcome::Late;
    if ((!missed && !hasRoundTrip(sample.outcome)) || sample.marks.testFlag(SampleMark::ObserverLag))
        return;
    const RecentPing ping{sample.seq, sample.sentAt, missed, sample.outcome == PingOutcome::Slow};
    const auto place = std::lower_bound(m_pings.begin(), m_pings.end(), ping.seq,
                                        [](const RecentPing &known, quint32 seq) { return known.seq < seq; });
    if (place != m_pings.end() && place->seq == ping.seq) {
        *place = ping; // the pong came after the deadline, so the ping stays missed
        return;
    }
    m_pings.insert(place, ping);
    if (m_pings.size() > static_cast<size_t>(PingsMissed::most))
        m_pings.erase(m_pings.begin());
}

} // namespace Pongwatch
