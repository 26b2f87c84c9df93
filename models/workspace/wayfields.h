// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/rules/alertway.h"
#include "workspace/objectreader.h"

namespace Pongwatch
{

/// Reads the list "channels" of the object "alerts" of a workspace: how alerts are told.
[[nodiscard]] QList<AlertWay> readWays(ObjectReader &alerts);

/// A way as it stands in a file: with references to its secrets.
[[nodiscard]] JsonValue wayToJson(const AlertWay &way);

} // namespace Pongwatch
