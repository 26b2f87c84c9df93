// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/fleetsummary.h"

#include <QHash>

#include <utility>

namespace Pongwatch
{

/// What a peer of a fleet goes by: its group and its name.
using FleetKey = std::pair<QString, QString>;

/// A peer of a fleet with the verdict about it.
struct FleetRow {
    FleetPeer peer;
    CrossVerdict verdict;

    [[nodiscard]] FleetKey key() const { return {peer.group, peer.name}; }
    friend bool operator==(const FleetRow &, const FleetRow &) = default;
};

/// What has changed about a fleet since it was told last.
struct FleetNews {
    WallTime at{}; ///< when it was read
    FleetSummary summary;
    QList<FleetRow> changed; ///< and new ones
    QList<FleetKey> gone;
    qsizetype leftOut = 0; ///< peers beyond FleetMemory::mostRows, which are counted and nothing else
};

/// What was told of a fleet, to tell only changes: most of a large fleet stays the same.
class FleetMemory
{
public:
    /// As many peers are told one by one; first those that are not up from everywhere.
    static constexpr qsizetype mostRows = 20'000;

    [[nodiscard]] FleetNews newsOf(const JudgedFleet &fleet);

private:
    QHash<FleetKey, FleetRow> m_told;
};

/// What this program itself sees of peers, by their keys.
using OwnSights = QHash<FleetKey, VantageSight>;

/// The fleet with one more vantage, for those of its peers that this one watches, too.
[[nodiscard]] FleetView withOwnSights(FleetView fleet, const OwnSights &own);

} // namespace Pongwatch
