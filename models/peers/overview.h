// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

#include <QList>

namespace Pongwatch
{

class PeerBook;

/// Which of the peers the chart draws if none is selected: all, or if there are more than `most`, those in
/// trouble (the longest first), then those already drawn, then any. The selection changes as little as
/// possible.
[[nodiscard]] QList<PeerId> peersToDraw(const PeerBook &book, const QList<PeerId> &all,
                                        const QList<PeerId> &drawn, qsizetype most);

} // namespace Pongwatch
