// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Pongwatch
{

/// The kinds of entries in the event log.
enum class EventKind : quint8 {
    Opened,
    TimedOut,
    Recovered, ///< a pong came after its deadline
    Ended,     ///< a connection ended or a dial failed; it is tried again
    Failed,    ///< it is not tried again
    Closed,    ///< as wanted: by the user or the program
    Paused,
    Suspended, ///< the machine slept, or the program was stopped
    Message,
};

} // namespace Pongwatch
