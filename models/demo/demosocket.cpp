// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demosocket.h"

#include <sys/socket.h>

namespace Pongwatch
{

// Either call may fail if the peer is already gone; then there is nothing left to end.

void endSending(qintptr descriptor)
{
    ::shutdown(static_cast<int>(descriptor), SHUT_WR);
}

void resetOnClose(qintptr descriptor)
{
    linger now{};
    now.l_onoff = 1;
    now.l_linger = 0;
    ::setsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

} // namespace Pongwatch
