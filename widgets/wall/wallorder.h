// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

#include <QList>

namespace Pongwatch
{

class PeerBook;

/// All peers as a wall shows them: the worst first; among equals the one that got there last, because that is
/// what just happened; well peers by name, so that they hold still.
[[nodiscard]] QList<PeerId> wallOrder(const PeerBook &book);

} // namespace Pongwatch
