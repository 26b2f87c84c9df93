// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QString>

namespace Pongwatch
{

/// How far events of earlier runs were read.
enum class PastEventState : quint8 {
    More,    ///< there may be more in the file
    Reading, ///< a page is on its way
    All,     ///< there is nothing older, or nothing else of what was looked for
    Full,    ///< the log holds no more
    Failed,  ///< the status says why; asking again tries again
};

/// Which events are looked for.
struct PastEventScope {
    QString peer; ///< its name; empty: all
    WallTime from{};
    WallTime to = WallTime::max();

    [[nodiscard]] bool isEverything() const { return *this == PastEventScope(); }
    friend bool operator==(const PastEventScope &, const PastEventScope &) = default;
};

/// What there is to say about it.
struct PastEventStatus {
    PastEventState state = PastEventState::More;
    PastEventScope scope;
    int count = 0;     ///< entries that the log has
    WallTime oldest{}; ///< of them
    QString problem;
};

} // namespace Pongwatch
