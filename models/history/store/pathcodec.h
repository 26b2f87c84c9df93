// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pathtrace.h"

#include <QByteArray>

namespace Pongwatch
{

/// A trace and the last good one, for events in a history file: a map of CBOR, compressed, since both
/// name nearly the same hops; usually less than 600 bytes.
[[nodiscard]] QByteArray packedPath(const TracedPath &path);

/// The reverse. Empty if the bytes are invalid; values beyond the limits are cut to them.
[[nodiscard]] SharedPath unpackedPath(const QByteArray &bytes);

} // namespace Pongwatch
