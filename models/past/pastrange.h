// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "engine/values/timetypes.h"

namespace Pongwatch
{

/// Where what the history file tells about a peer ends, and what memory tells begins.
struct HistoryJoint {
    WallTime began;    ///< memory has nothing from before: here this run first heard of the peer
    WallTime complete; ///< memory knows every ping from here on, one by one; not before `began`
    WallTime at;       ///< a good moment to join them: the file has all before, and memory all after it
};

/// A stretch of time of one peer, some of which the history file tells.
struct PastRange {
    PeerId peer{};
    qint64 row = 0; ///< the peer's, in the file
    WallTime from{};
    WallTime to{};
    HistoryJoint joint;
};

} // namespace Pongwatch
