// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Pongwatch
{

/// Ends our half of a TCP connection (a FIN), so that the peer's bytes still get in. All of our bytes must
/// have been handed to the system before.
void endSending(qintptr descriptor);

/// Makes the next close of this descriptor a reset (an RST) instead of an orderly end.
void resetOnClose(qintptr descriptor);

} // namespace Pongwatch
