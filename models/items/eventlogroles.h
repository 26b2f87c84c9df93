// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/eventkind.h"

#include <QString>
#include <Qt>

namespace Pongwatch
{

/// The columns of the event log, in their order.
enum class EventColumn : int { Time, Peer, Kind, What };
constexpr int eventColumnCount = 4;

enum EventRole : int {
    EventTimeRole = Qt::UserRole + 1, ///< qint64: microseconds since 1970, UTC
    EventPeerRole,                    ///< quint32
    EventKindRole,                    ///< int of an EventKind
    EventTextRole,                    ///< in every column: the sentence
    EventHostRole,                    ///< the address that the connection went to, without its port; noHost()
    EventLostRole,                    ///< bool: an open connection ended, and the user did not want it
    EventLikenessRole,                ///< two events are alike when theirs are equal
    EventCountRole,                   ///< int: how many entries a line stands for
};

/// In place of an address, of dials that reached none, whose fault is not a host's: all of them have it in
/// common.
[[nodiscard]] inline QString noHost()
{
    return QStringLiteral("*");
}

} // namespace Pongwatch
