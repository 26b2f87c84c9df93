// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"

namespace Pongwatch
{

class PeerRecord;

/// What a peer's pings are up to at this moment.
struct PingOutlook {
    std::optional<nanoseconds> nextPing; ///< until the next scheduled one; nullopt: none is, or not known yet
    quint32 inFlight = 0;                ///< scheduled pings that are due and not settled
    std::optional<nanoseconds> oldest;   ///< how long the first of these has been out
};

/// Worked out from the cadence, which never drifts: the k-th ping after a settled one is due k intervals
/// after it. Pings that were sent by hand are not counted. Before the first ping of a connection is settled
/// nothing is known but that it comes within one interval, or went out at once, as the settings have it; the
/// one after that which went out at once comes within one interval.
[[nodiscard]] PingOutlook pingOutlook(const PeerRecord &record, const KeepaliveSettings &settings,
                                      WallTime now);

} // namespace Pongwatch
