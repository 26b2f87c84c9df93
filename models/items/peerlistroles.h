// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace Pongwatch
{

/// The columns of the list of peers, in their order.
enum class PeerColumn : int {
    State, ///< health in a word
    Name,
    LastRtt,
    Trend,  ///< the last minute as a Trend
    Median, ///< since the peer was added, as all figures of the list
    P95,
    Loss,
    OpenTime,
    LastEnd, ///< why the last connection ended, in a few words
};
constexpr int peerColumnCount = 9;

/// What the list of peers tells beside Qt's own roles.
enum PeerRole : int {
    PeerSortRole = Qt::UserRole + 1, ///< raw: severity rank, text, nanoseconds or a ratio; invalid: no value
    PeerIdRole,                      ///< quint32
    PeerHealthRole,                  ///< int of a Health
    PeerDetailRole,                  ///< State only: since when, or when the next dial comes
    PeerTrendRole,                   ///< Trend only: a Pongwatch::Trend
    PeerUrlRole,                     ///< the URL as it may be shown
};

} // namespace Pongwatch
