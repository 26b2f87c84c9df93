// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

#include <bitset>

namespace Pongwatch
{

/// The columns of the list of peers, in the order that it starts with.
enum class PeerColumn : int {
    State, ///< health in a word
    Name,
    LastRtt,
    Median, ///< over the time in sight, as all figures of the list
    P95,
    Jitter,
    Loss,
    Availability, ///< share of the watched time that was open
    OpenTime,
    Connections, ///< how many were opened
    NextRetry,   ///< when it is dialled again
    Certificate, ///< when the peer's certificate expires
    Timeline,    ///< states and latencies over the time that the chart shows
    LastEnd,     ///< why the last connection ended, in a few words; of a group: how many peers in which state
    Tags,
};
constexpr int peerColumnCount = 15;

/// Some of the columns, by their numbers.
using PeerColumns = std::bitset<peerColumnCount>;

/// What the list of peers tells beside Qt's own roles.
enum PeerRole : int {
    PeerSortRole = Qt::UserRole + 1, ///< raw: severity rank, text, nanoseconds or a ratio; invalid: no value
    PeerIdRole,                      ///< quint32; of a group: invalid
    PeerHealthRole,                  ///< int of a Health; of a group: its worst
    PeerDetailRole,                  ///< State only: since when
    PeerUrlRole,                     ///< the URL as it may be shown
    PeerIsGroupRole,                 ///< bool
    PeerGroupRole,                   ///< QString: the group that this is, or that the peer is in
    PeerTagsRole,                    ///< QStringList
    PeerCountsRole,                  ///< of a group: a Pongwatch::HealthCounts
    PeerUnverifiedRole,              ///< bool: the peer's certificate is not checked
    PeerMutedRole,                   ///< bool: the user wants no alerts about the peer
    PeerWarningRole,                 ///< bool: the cell's value is one to worry about
};

} // namespace Pongwatch
