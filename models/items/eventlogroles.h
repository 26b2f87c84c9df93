// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/eventkind.h"

#include <QString>
#include <Qt>

namespace Pongwatch
{

/// The columns of the event log, in order.
enum class EventColumn : int { Time, Peer, Kind, What };
constexpr int eventColumnCount = 4;

enum EventRole : int {
    EventTimeRole = Qt::UserRole + 1, ///< qint64: microseconds since 1970, UTC
    EventPeerRole,                    ///< quint32
    EventKindRole,                    ///< int of an EventKind
    EventTextRole,                    ///< the sentence, in every column
    EventHostRole,                    ///< the address of the connection, without its port; or noHost()
    EventLostRole,                    ///< bool: an open connection ended, which the user did not want
    EventLikenessRole,                ///< two events are alike if theirs are equal
    EventCountRole,                   ///< int: how many entries the line represents
};

/// Stands for the address of dials that reached none and failed for reasons not to do with a host: common to
/// all such dials.
[[nodiscard]] inline QString noHost()
{
    return QStringLiteral("*");
}

} // namespace Pongwatch
