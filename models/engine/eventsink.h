// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"

namespace Pongwatch
{

/// Where an I/O thread reports to. Called on that thread, in the order in which things happen for each peer.
class EventSink
{
public:
    virtual ~EventSink() = default;
    virtual void sample(const PingSample &sample) = 0;
    virtual void event(ConnectionEvent event) = 0;

    /// The thread served something so late, at worst, since the last call.
    virtual void noteLag(nanoseconds lag) = 0;
};

} // namespace Pongwatch
