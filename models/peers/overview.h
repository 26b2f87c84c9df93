// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

#include <QList>

namespace Pongwatch
{

class PeerBook;

/// Which of some peers the chart draws when none is selected: all of them, or if there are more than `most`,
/// those in trouble (the longest first), then those that are drawn already, then any. The choice changes as
/// little as possible.
[[nodiscard]] QList<PeerId> peersToDraw(const PeerBook &book, const QList<PeerId> &all,
                                        const QList<PeerId> &drawn, qsizetype most);

} // namespace Pongwatch
