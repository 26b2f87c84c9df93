// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Pongwatch
{

/// Ends our half of a TCP connection (a FIN), so that the peer can still send. All our bytes must have been
/// passed to the system before.
void endSending(qintptr descriptor);

/// Makes closing this descriptor reset the connection (RST) instead of ending it normally.
void resetOnClose(qintptr descriptor);

} // namespace Pongwatch
