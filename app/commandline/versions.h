// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Pongwatch
{

/// The text of --version: the program's version, then one line for each library whose version matters if
/// something behaves differently on another machine, as loaded now. Blocks for the few milliseconds that
/// loading them takes.
[[nodiscard]] QString versionText(const QString &program);

} // namespace Pongwatch
