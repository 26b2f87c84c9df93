// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"

#include <QMetaType>

#include <vector>

namespace Pongwatch
{

/// An event as the history tells it: of any run, of a peer that may not be watched any more.
struct PastEvent {
    QString peer;          ///< its name then
    QString url;           ///< without user and password
    ConnectionEvent event; ///< its peer is 0 where that is no longer watched
};

} // namespace Pongwatch

Q_DECLARE_METATYPE(std::vector<Pongwatch::PastEvent>)
