// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"

#include <span>
#include <vector>

namespace Pongwatch
{

/// One of the last pings of a peer, as far as a rule about "M of the last N" needs it.
struct RecentPing {
    quint32 seq = 0;
    WallTime due{};
    bool missed = false; ///< not answered by its deadline, whether it was answered later or not
    bool slow = false;
};

/// The last pings of a peer that say something about it, without those that were lost with their connection,
/// superseded, or measured while this program was late. Keeps as many as any rule looks at.
class RecentPings
{
public:
    void add(const PingSample &sample);

    /// Oldest first.
    [[nodiscard]] std::span<const RecentPing> pings() const { return m_pings; }

private:
    std::vector<RecentPing> m_pings; // by seq
};

} // namespace Pongwatch
