// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"

#include <algorithm>
#include <vector>

namespace Pongwatch
{

/// Recognises the second report of a ping (TimedOut turned Late). Remembers the newest 1,024 pings that timed
/// out; if the pong comes even later, it counts as a ping of its own.
class RevisionTracker
{
public:
    /// If this is the second report, the marks of the first one. Call it once for each sample, in order of
    /// arrival.
    [[nodiscard]] std::optional<SampleMarks> revised(const PingSample &sample)
    {
        if (sample.outcome == PingOutcome::TimedOut) {
            if (m_timedOut.size() >= limit)
                m_timedOut.erase(m_timedOut.begin(), m_timedOut.begin() + limit / 2);
            m_timedOut.push_back({sample.seq, sample.marks});
            return std::nullopt;
        }
        if (sample.outcome != PingOutcome::Late)
            return std::nullopt;
        const auto known = std::find_if(m_timedOut.rbegin(), m_timedOut.rend(),
                                        [&sample](const Ping &ping) { return ping.seq == sample.seq; });
        if (known == m_timedOut.rend())
            return std::nullopt;
        const SampleMarks marks = known->marks;
        m_timedOut.erase(std::prev(known.base()));
        return marks;
    }

    [[nodiscard]] size_t heapBytes() const { return m_timedOut.capacity() * sizeof(Ping); }

private:
    struct Ping {
        quint32 seq = 0;
        SampleMarks marks;
    };
    static constexpr size_t limit = 1024;
    std::vector<Ping> m_timedOut; // in order of arrival
};

} // namespace Pongwatch
