// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"

namespace Pongwatch
{

/// Where the connections of an I/O thread report to. Called on that thread, in the order in which things
/// happen.
class EventSink
{
public:
    virtual ~EventSink() = default;
    virtual void sample(const PingSample &sample) = 0;
    virtual void event(ConnectionEvent event) = 0;
};

} // namespace Pongwatch
