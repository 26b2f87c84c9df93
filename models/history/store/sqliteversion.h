// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Pongwatch
{

/// The version of the SQLite library that histories are written with: "3.40.1". Empty: its driver is not
/// installed. Loads it; any thread that has an application.
[[nodiscard]] QString sqliteVersion();

} // namespace Pongwatch
