// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/verdict.h"

#include <QString>

namespace Pongwatch
{

struct FeedStale;

/// A verdict in about 40 characters, for lists: "Peer closed: 1012 restart". Translated; contains no text
/// from the peer.
[[nodiscard]] QString shortTitle(const Verdict &verdict);

/// The same for a feed that has stopped while the connection is open.
[[nodiscard]] QString staleTitle(const FeedStale &feed);

} // namespace Pongwatch
