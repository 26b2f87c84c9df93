// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/suspects.h"
#include "engine/values/timetypes.h"
#include "history/health.h"

#include <QString>

namespace Pongwatch
{

/// What others say about a peer that this program does not watch itself. The texts are in the language of
/// whoever reads them.
struct OutsideView {
    Health health = Health::Unknown;
    WallTime since{};       ///< since when; 1970: not known
    bool inTrouble = false; ///< then `since` is when the trouble began
    Suspicion suspicion;    ///< where to look
    QString inShort;        ///< what is wrong, in about 40 characters; empty: nothing
    QString sentence;       ///< the same in one or a few sentences

    friend bool operator==(const OutsideView &, const OutsideView &) = default;
};

} // namespace Pongwatch
