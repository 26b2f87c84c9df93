// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

#include <bitset>

namespace Pongwatch
{

/// The columns of the list of peers, in their initial order.
enum class PeerColumn : int {
    State, ///< the health, in a word
    Name,
    LastRtt,
    Median, ///< for the visible time, like all figures in the list
    P95,
    Jitter,
    Loss,
    Availability, ///< the open share of the watched time
    OpenTime,
    Connections, ///< how many have opened
    NextRetry,   ///< when the next dial is due
    Certificate, ///< when the peer's certificate expires
    Timeline,    ///< states and latencies over the time shown in the chart
    LastEnd,     ///< why the last connection ended, in short; for a group: how many peers are in which state
    Tags,
    Budget,   ///< what is left of the error budget of the peer's objectives
    Vantages, ///< what each vantage of the open fleet sees
};
constexpr int peerColumnCount = 17;

/// A set of columns, by number.
using PeerColumns = std::bitset<peerColumnCount>;

/// The roles of the list of peers besides Qt's own.
enum PeerRole : int {
    PeerSortRole = Qt::UserRole + 1, ///< raw: severity rank, text, nanoseconds or a ratio; else invalid
    PeerIdRole,                      ///< quint32; invalid for a group
    PeerHealthRole,                  ///< int of a Health; for a group: the worst
    PeerDetailRole,                  ///< only for State: since when
    PeerUrlRole,                     ///< the URL, as it may be shown
    PeerIsGroupRole,                 ///< bool
    PeerGroupRole,                   ///< QString: the group itself, or the group of the peer
    PeerTagsRole,                    ///< QStringList
    PeerCountsRole,                  ///< for a group: a Pongwatch::HealthCounts
    PeerUnverifiedRole,              ///< bool: the peer's certificate is not checked
    PeerMutedRole,                   ///< bool: the user wants no alerts about the peer
    PeerVantagesRole,                ///< only for Vantages: QList<VantageCell>; of the heading: QStringList
    PeerOldRole,                     ///< bool: this was seen a while ago, and can't be read now
    PeerWarningRole,                 ///< bool: the cell's value deserves a warning
};

} // namespace Pongwatch
