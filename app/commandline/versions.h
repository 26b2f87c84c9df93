// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Pongwatch
{

/// What --version says: the program's version, then one line for each library whose version matters when
/// something behaves differently on another machine, as they are loaded now. Blocks for the milliseconds that
/// it takes to load them.
[[nodiscard]] QString versionText(const QString &program);

} // namespace Pongwatch
