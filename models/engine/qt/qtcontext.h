// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/qt/qtrequest.h"
#include "engine/qt/witnessedmasks.h"
#include "engine/wire/wirecontext.h"

#include <memory>
#include <utility>

namespace Pongwatch
{

/// What all QWebSockets of one I/O thread share. Owned jointly by the thread's factory and its transports.
struct QtContext {
    explicit QtContext(std::shared_ptr<WireContext> theWire)
        : wire(std::move(theWire))
        , masks(wire->masks)
    {
    }

    std::shared_ptr<WireContext> wire; ///< clock and buffers, shared with the thread's wire client
    WitnessedMasks masks;
    QtRequests requests;
};

} // namespace Pongwatch
