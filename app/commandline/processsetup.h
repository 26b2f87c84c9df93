// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Pongwatch
{

// What main() does with the process before anything else, even before threads and libraries.

/// Opens descriptors 0 to 2 if the parent process closed them: otherwise the next file opened, perhaps a
/// history, would receive output meant for the terminal. Writing to them still fails, as it should, so that
/// closed output is reported.
void reserveStandardDescriptors();

/// Raises the limit of open files as far as the system allows: each connection takes one, and the usual limit
/// of 1024 is for programs that use select(2), which nothing here does.
void raiseFileLimit();

/// Lets writing to a pipe whose reader has gone fail, in place of ending the program: an output that has been
/// seen enough of (`| head`) ends each command with its usual status.
void ignoreBrokenPipes();

} // namespace Pongwatch
