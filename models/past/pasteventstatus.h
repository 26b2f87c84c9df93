// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QString>

namespace Pongwatch
{

/// How far events of earlier runs have been read.
enum class PastEventState : quint8 {
    More,    ///< there may be more in the file
    Reading, ///< a page is on its way
    All,     ///< there is nothing older, or no more matches
    Full,    ///< the log can't hold more
    Failed,  ///< see the status for the reason; asking again tries again
};

/// Which events to look for.
struct PastEventScope {
    QString peer; ///< its name; empty: all
    WallTime from{};
    WallTime to = WallTime::max();

    [[nodiscard]] bool isEverything() const { return *this == PastEventScope(); }
    friend bool operator==(const PastEventScope &, const PastEventScope &) = default;
};

/// The state of reading them.
struct PastEventStatus {
    PastEventState state = PastEventState::More;
    PastEventScope scope;
    int count = 0;     ///< number of entries in the log
    WallTime oldest{}; ///< the oldest of them
    QString problem;
};

} // namespace Pongwatch
