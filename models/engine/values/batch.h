// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"

#include <QMetaType>

#include <variant>
#include <vector>

namespace Pongwatch
{

/// What the I/O threads have gathered since the last batch; for each peer, in the order in which it happened.
/// Passed by value to the GUI and store threads, at most 20 times a second.
struct Batch {
    std::vector<std::variant<PingSample, ConnectionEvent>> items;
    nanoseconds worstLag{0}; ///< the longest delay in serving an event on an I/O thread since then
};

} // namespace Pongwatch

Q_DECLARE_METATYPE(Pongwatch::Batch)
