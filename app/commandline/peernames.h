// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"

namespace Pongwatch
{

/// What a peer is called when the user gave no name: host[:port]/path, without the query (which may hold a
/// secret), and with a mask for a token in the path.
[[nodiscard]] QString defaultPeerName(const QUrl &url);

/// Gives each peer without a name its default one, then makes them unique with " (2)", " (3)" …
void nameUniquely(QList<ConnectionSettings> &peers);

} // namespace Pongwatch
