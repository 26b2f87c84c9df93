// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"

namespace Pongwatch
{

class PeerRecord;

/// The state of a peer's pings at this moment.
struct PingOutlook {
    std::optional<nanoseconds> nextPing; ///< until the next scheduled ping; nullopt: none, or not known yet
    quint32 inFlight = 0;                ///< scheduled pings that are due but not settled
    std::optional<nanoseconds> oldest;   ///< how long the first of these has been in flight
};

/// Computed from the cadence, which never drifts: the k-th ping after a settled one is due k intervals after
/// it. Pings sent by hand are not counted. Before the first ping of a connection is settled, all that is
/// known is that it comes within one interval, or was sent at once, depending on the settings; after one that
/// was sent at once, the next comes within one interval.
[[nodiscard]] PingOutlook pingOutlook(const PeerRecord &record, const KeepaliveSettings &settings,
                                      WallTime now);

} // namespace Pongwatch
