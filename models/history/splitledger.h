// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"

#include <algorithm>
#include <vector>

namespace Pongwatch
{

/// The round trips of one minute, split by where the time went.
struct SplitMinute {
    WallTime from{};
    quint32 count = 0; ///< round trips for which the kernel told TCP's part
    float network = 0; ///< ns, mean of TCP's part of them
    float whole = 0;   ///< ns, mean of the round trips
};

/// Keeps the network's part of one peer's round trips, minute by minute, for longer than the pings themselves
/// are kept: the newest `capacity` minutes that have any, which is a day or more.
class SplitLedger
{
public:
    static constexpr size_t capacity = 1500;

    void add(const PingSample &sample)
    {
        if (!hasRoundTrip(sample.outcome) || !sample.tcpRtt)
            return;
        const WallTime minute = std::chrono::floor<std::chrono::minutes>(sample.sentAt);
        auto place = m_minutes.end();
        while (place != m_minutes.begin() && std::prev(place)->from > minute)
            --place;
        if (place == m_minutes.begin() || std::prev(place)->from != minute) {
            if (m_minutes.size() >= capacity) {
                if (place == m_minutes.begin())
                    return;
                const auto offset = place - m_minutes.begin();
                m_minutes.erase(m_minutes.begin());
                place = m_minutes.begin() + offset - 1;
            }
            place = std::next(m_minutes.insert(place, SplitMinute{minute, 0, 0, 0}));
        }
        SplitMinute &its = *std::prev(place);
        ++its.count;
        const auto share = 1.0F / static_cast<float>(its.count);
        const auto network = static_cast<float>(std::min(*sample.tcpRtt, sample.rtt).count());
        its.network += (network - its.network) * share;
        its.whole += (static_cast<float>(sample.rtt.count()) - its.whole) * share;
    }

    /// Those that touch [from, to), in time order.
    [[nodiscard]] std::vector<SplitMinute> minutes(WallTime from, WallTime to) const
    {
        std::vector<SplitMinute> found;
        std::copy_if(m_minutes.cbegin(), m_minutes.cend(), std::back_inserter(found),
                     [from, to](const SplitMinute &one) {
                         return one.from + std::chrono::minutes(1) > from && one.from < to;
                     });
        return found;
    }

    [[nodiscard]] size_t heapBytes() const { return m_minutes.capacity() * sizeof(SplitMinute); }

private:
    std::vector<SplitMinute> m_minutes; // by time
};

} // namespace Pongwatch
