// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/crossverdict.h"
#include "fleet/fleetview.h"

#include <QByteArrayList>

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

/// For a person: the peers that are not up from everywhere, each with its verdict and what each vantage sees
/// of it, and a summary. Without line breaks.
[[nodiscard]] QStringList fleetLines(const JudgedFleet &judged);

/// For a program: a "fleet-peer" for each peer, and "fleet" last. Part of the output contract.
[[nodiscard]] QByteArrayList fleetJsonl(const JudgedFleet &judged);

} // namespace Pongwatch
