// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Pongwatch
{

/// Changes a locale without UTF-8 ("C") to C.UTF-8, which Qt would do itself, but with a warning on standard
/// error. Call it before creating a QCoreApplication or a thread.
void preferUtf8Locale();

} // namespace Pongwatch
