// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Pongwatch
{

// What main() does with the process before anything else, threads and libraries included.

/// Puts something onto descriptors 0 to 2 that whoever started the program has closed: else the next file
/// that is opened, a history perhaps, would get what is meant for the terminal. Writing there still fails, as
/// it should, so that a closed output is told.
void reserveStandardDescriptors();

/// Raises the number of files that may be open as far as the system allows: each connection takes one, and
/// the usual limit of 1024 is there for programs that use select(2), which nothing here does.
void raiseFileLimit();

/// Lets writing to a pipe whose reader has gone fail, in place of ending the program: an output that has been
/// seen enough of (`| head`) ends each command with its usual status.
void ignoreBrokenPipes();

} // namespace Pongwatch
