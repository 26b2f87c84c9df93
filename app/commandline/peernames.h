// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"

namespace Pongwatch
{

/// A peer's name if the user gave none: host[:port]/path, without the query (which may contain a secret), and
/// with a mask for a token in the path.
[[nodiscard]] QString defaultPeerName(const QUrl &url);

/// Gives each peer without a name the default one, then makes names unique with " (2)", " (3)" …
void nameUniquely(QList<ConnectionSettings> &peers);

} // namespace Pongwatch
