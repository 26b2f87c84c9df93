// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Pongwatch
{

/// How the program ends, for scripts. The numbers are part of the output contract.
enum ExitStatus : int {
    ExitFine = 0,          ///< at the end, every peer was open and unflagged
    ExitTrouble = 1,       ///< a peer was timed out, closed or failed
    ExitUsage = 2,         ///< wrong usage, or a file that can't be read or written
    ExitInterrupted = 130, ///< ended by a signal
};

} // namespace Pongwatch
