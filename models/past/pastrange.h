// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "engine/values/timetypes.h"

namespace Pongwatch
{

/// The moment up to which a peer's past comes from the history file, and from which on it comes from memory.
struct HistoryJoint {
    WallTime began;    ///< there is nothing in memory before this: this run's first report about the peer
    WallTime complete; ///< memory has every ping from here on, one by one; not before `began`
    WallTime at;       ///< a good moment to join: all before is in the file, and all after in memory
};

/// A stretch of time of one peer, some of which is only in the history file.
struct PastRange {
    PeerId peer{};
    qint64 row = 0; ///< the peer's row in the file
    WallTime from{};
    WallTime to{};
    HistoryJoint joint;
};

} // namespace Pongwatch
