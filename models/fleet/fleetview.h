// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Pongwatch
{

/// What one vantage sees of a peer.
enum class Sight : quint8 {
    Up,     ///< the connection is open, and pings are answered
    Down,   ///< it is not, or they are not
    Silent, ///< the vantage is not heard, which says nothing about the peer
};

/// One cell of a fleet: a peer as seen from one vantage.
struct VantageSight {
    QString vantage;
    QString provider; ///< whose network the vantage is in; empty: not known
    Sight sight = Sight::Up;
    QString state;                 ///< the word of its state there ("timed-out"); empty: not known
    std::optional<WallTime> since; ///< Down only: since when it has been down, if that is known
    QString cause;   ///< Down only: the word for why its last connection ended; empty: not known
    QString suspect; ///< Down only: where that end points to, words joined by commas

    friend bool operator==(const VantageSight &, const VantageSight &) = default;
};

/// One row of a fleet.
struct FleetPeer {
    QString name;
    QString group;                ///< empty: none
    QString url{};                ///< scheme, host and port; empty: not told
    QList<VantageSight> sights{}; ///< by the names of the vantages

    friend bool operator==(const FleetPeer &, const FleetPeer &) = default;
};

/// All peers as all vantages see them at one moment.
struct FleetView {
    WallTime at{};
    QList<FleetPeer> peers; ///< by group and name
    QStringList vantages;   ///< all of them, by name, including the silent ones

    friend bool operator==(const FleetView &, const FleetView &) = default;
};

} // namespace Pongwatch
