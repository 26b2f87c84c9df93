// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/rules/alertway.h"
#include "workspace/objectreader.h"

namespace Pongwatch
{

/// The longest command, as wayCommandText() gives it: whoever is to trust a workspace sees all of it.
inline constexpr qsizetype longestWayCommand = 1000;

/// The whole command as a line for a shell.
[[nodiscard]] QString wayCommandText(const CommandWay &way);

/// Reads the list "channels" of the object "alerts" of a workspace: how alerts are told.
[[nodiscard]] QList<AlertWay> readWays(ObjectReader &alerts);

/// A way as it stands in a file: with references to its secrets.
[[nodiscard]] JsonValue wayToJson(const AlertWay &way);

} // namespace Pongwatch
