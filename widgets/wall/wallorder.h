// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

#include <QList>

namespace Pongwatch
{

class PeerBook;

/// The order of peers on a wall: the worst first; among equals the one that got there last, since that has
/// just happened; peers that are well by name, so that they stay in place.
[[nodiscard]] QList<PeerId> wallOrder(const PeerBook &book);

} // namespace Pongwatch
