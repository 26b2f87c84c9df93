// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/crossverdict.h"
#include "fleet/fleetview.h"

namespace Pongwatch
{

/// A fleet with what follows from it.
struct JudgedFleet {
    explicit JudgedFleet(const FleetView &view);

    FleetView fleet;
    QSet<QString> cut;
    QList<CrossVerdict> verdicts; ///< of its peers, in their order
    QStringList silent;           ///< vantages from which nothing is heard

    /// Every peer is up from all vantages, and all of them tell.
    [[nodiscard]] bool isFine() const;
};

} // namespace Pongwatch
