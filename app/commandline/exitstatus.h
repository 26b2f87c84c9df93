// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Pongwatch
{

/// How the program ends, as scripts see it. The numbers are part of the output contract.
enum ExitStatus : int {
    ExitFine = 0,          ///< every peer was open and unflagged at the end
    ExitTrouble = 1,       ///< a peer was timed out, closed or failed
    ExitUsage = 2,         ///< wrong usage, or a file that can't be read or written
    ExitInterrupted = 130, ///< ended by a signal
};

} // namespace Pongwatch
