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
        Up,              ///< all vantages that are heard see it up
        Unknown,         ///< no vantage is heard
        VantageNetwork,  ///< down only from vantages that reach none of the peers that others reach
        Way,             ///< down from vantages that reach other peers, up from other vantages
        ProviderNetwork, ///< down from all vantages of one provider, and from no others
        Peer,            ///< down from everywhere
        OneView,         ///< down, and only one vantage is heard
    };

    Kind kind = Kind::Up;
    QStringList down; ///< the vantages that see it down, including those that are cut
    /// Those of them that the verdict rests on: where others tell anything, a vantage that is cut does not
    /// count.
    QStringList telling;
    QStringList up;     ///< those that see it up
    QStringList silent; ///< those that are not heard
    QString provider;   ///< ProviderNetwork only
    Suspects suspects;  ///< where to look
    /// Since when it is down: the earliest moment told by the vantages that the verdict rests on.
    std::optional<WallTime> since;

    friend bool operator==(const CrossVerdict &, const CrossVerdict &) = default;
};

[[nodiscard]] QLatin1String toWord(CrossVerdict::Kind kind);

/// The vantages whose own network is cut: those that see every peer down that is up from elsewhere, provided
/// that there is such a peer.
[[nodiscard]] QSet<QString> cutVantages(const FleetView &fleet);

/// The verdict about a peer of a fleet in which these vantages are cut. A pure function.
[[nodiscard]] CrossVerdict crossVerdictOf(const FleetPeer &peer, const QSet<QString> &cut);

} // namespace Pongwatch
