// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace Pongwatch
{

/// The columns of the event log, in their order.
enum class EventColumn : int { Time, Peer, Kind, What };
constexpr int eventColumnCount = 4;

/// The kinds of entries in the event log.
enum class EventKind : quint8 {
    Opened,
    TimedOut,
    Recovered, ///< a pong came after its deadline
    Ended,     ///< a connection ended or a dial failed; it is tried again
    Failed,    ///< it is not tried again
    Closed,    ///< as wanted: by the user or the program
    Paused,
    Suspended, ///< the machine slept
    Message,
};

enum EventRole : int {
    EventTimeRole = Qt::UserRole + 1, ///< qint64: microseconds since 1970, UTC
    EventPeerRole,                    ///< quint32
    EventKindRole,                    ///< int of an EventKind
    EventTextRole,                    ///< in every column: the sentence
    EventHostRole,                    ///< the address that the connection went to, without its port
    EventLostRole,                    ///< bool: an open connection ended, and the user did not want it
    EventLikenessRole,                ///< two events are alike when theirs are equal
    EventCountRole,                   ///< int: how many entries a line stands for
};

} // namespace Pongwatch
