// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

#include <QList>

namespace Pongwatch
{

class PeerBook;

/// Those of all peers to be drawn when all are looked at together: all while they are at most `most`, else
/// those in trouble, the longest first, then those that are drawn already, then any. Those that are drawn
/// change as little as that allows.
[[nodiscard]] QList<PeerId> overlooked(const PeerBook &book, const QList<PeerId> &drawn, qsizetype most);

} // namespace Pongwatch
