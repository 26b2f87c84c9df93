// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/watch/fleetnews.h"

namespace Pongwatch
{

class PeerBook;

/// What this program itself sees of the peers that it watches: as one more vantage by this name. Peers that
/// are paused, closed on purpose, held back or not dialled to the end yet are left out: that says nothing
/// about them. A pure function.
[[nodiscard]] OwnSights ownSightsOf(const PeerBook &book, const QString &vantage);

} // namespace Pongwatch
