// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"

#include <span>
#include <vector>

namespace Pongwatch
{

/// One of the last pings of a peer, as far as a rule over "M of the last N" asks.
struct RecentPing {
    quint32 seq = 0;
    WallTime due{};
    bool missed = false; ///< its deadline passed, whether it was answered later or not
    bool slow = false;
};

/// The last pings of a peer that say something about it: not those that ended with their connection, were
/// answered by a later pong, or were measured while this program was late. Keeps as many as any rule looks
/// at.
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
