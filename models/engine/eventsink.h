// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"

namespace Pongwatch
{

/// Where I/O threads send their reports. Called on the I/O thread, in order of events for each peer.
class EventSink
{
public:
    virtual ~EventSink() = default;
    virtual void sample(const PingSample &sample) = 0;
    virtual void event(ConnectionEvent event) = 0;

    /// The longest delay with which the thread has served something since the last call.
    virtual void noteLag(nanoseconds lag) = 0;
};

} // namespace Pongwatch
