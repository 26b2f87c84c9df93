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
    Ended,     ///< a connection ended or a dial failed; it will be dialled again
    Failed,    ///< it won't be dialled again
    Closed,    ///< closed on purpose, by the user or the program
    Paused,
    Suspended, ///< the machine slept, or the program was stopped
    Message,
    Path, ///< the network path was traced
};

} // namespace Pongwatch
