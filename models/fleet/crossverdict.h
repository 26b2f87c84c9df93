// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/suspects.h"
#include "fleet/fleetview.h"

#include <QLatin1String>
#include <QSet>

namespace Pongwatch
{

/// What several vantages together say about one peer. The rules are the table in docs/verdicts.md.
struct CrossVerdict {
    /// The words (toWord) are those of the output contract.
    enum class Kind : quint8 {
        Up,              ///< all that tell anything see it up
        Unknown,         ///< nobody tells anything
        VantageNetwork,  ///< down only from vantages that reach nothing of what others reach
        Way,             ///< down from some that reach other peers, up from others
        ProviderNetwork, ///< down from all vantages of one provider, and only from those
        Peer,            ///< down from everywhere
        OneView,         ///< down, and only one vantage tells anything
    };

    Kind kind = Kind::Up;
    QStringList down; ///< the vantages that see it down, those that are cut included
    /// Those of them that the verdict rests on: where others tell anything, a vantage that is cut does not
    /// count.
    QStringList telling;
    QStringList up;     ///< those that see it up
    QStringList silent; ///< those from which nothing is heard
    QString provider;   ///< ProviderNetwork only
    Suspects suspects;  ///< where to look
    /// Since when it is seen down: from the first of those that the verdict rests on.
    std::optional<WallTime> since;

    friend bool operator==(const CrossVerdict &, const CrossVerdict &) = default;
};

[[nodiscard]] QLatin1String toWord(CrossVerdict::Kind kind);

/// The vantages whose own network is cut: of the peers that are up from elsewhere, they see all down, and
/// there is at least one.
[[nodiscard]] QSet<QString> cutVantages(const FleetView &fleet);

/// The verdict about a peer of a fleet in which these vantages are cut. A pure function.
[[nodiscard]] CrossVerdict crossVerdictOf(const FleetPeer &peer, const QSet<QString> &cut);

} // namespace Pongwatch
