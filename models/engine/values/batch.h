// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"

#include <QMetaType>

#include <variant>
#include <vector>

namespace Pongwatch
{

/// What the I/O threads have gathered since the last batch, in the order in which it happened for each peer.
/// Crosses to the GUI and store threads by value, at most 20 a second.
struct Batch {
    std::vector<std::variant<PingSample, ConnectionEvent>> items;
    nanoseconds worstLag{0}; ///< how late the I/O threads served an event, at most, since the last batch
};

} // namespace Pongwatch

Q_DECLARE_METATYPE(Pongwatch::Batch)
