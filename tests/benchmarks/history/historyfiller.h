// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/batch.h"
#include "engine/values/settings.h"
#include "history/store/historystatus.h"

#include <QString>

#include <random>
#include <vector>

namespace Pongwatch::Benchmarks
{

/// When the made-up history begins.
inline constexpr WallTime historyStart = std::chrono::sys_days(std::chrono::year(2026) / 1 / 1);

/// Pings of many peers as a monitor would report them: steady cadence, round trips that wander, some trouble.
class PingSource
{
public:
    PingSource(int peers, nanoseconds step);

    /// The next `rounds` pings of each peer.
    Batch next(int rounds);

    [[nodiscard]] WallTime now() const;

private:
    int m_peers;
    nanoseconds m_step;
    qint64 m_round = 0;
    std::vector<double> m_levels; // ns
    std::mt19937 m_random{1};
    std::uniform_real_distribution<double> m_uniform{0, 1};
};

/// Name and URL of one of the peers, from 1.
[[nodiscard]] ConnectionSettings historyPeer(int number);

/// Nothing is ever thinned.
[[nodiscard]] HistoryOptions historyOptions(const QString &path);

/// Writes a file with the pings of so many peers, one a second for so many days, through the program's own
/// store. Says on standard error how far it is. Gives the time that the store took, in seconds.
double fillHistory(const QString &path, int peers, int days);

} // namespace Pongwatch::Benchmarks
