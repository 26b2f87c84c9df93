// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Pongwatch
{

/// Turns a locale without UTF-8 ("C") into C.UTF-8, which Qt would do by itself, but with a warning on
/// standard error. To be called before there is a QCoreApplication or a thread.
void preferUtf8Locale();

} // namespace Pongwatch
