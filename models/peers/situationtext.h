// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/situation.h"

#include <QCoreApplication>

#include <functional>

namespace Pongwatch
{

class PeerBook;
class PeerRecord;

/// The situation in words: what happened, to how many peers, since when, and where to look first.
class SituationText
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::SituationText)

public:
    /// Null if there is no such peer (any more).
    using Records = std::function<const PeerRecord *(PeerId)>;

    /// One line: "All 4 peers at 10.0.0.7 are in trouble, for 40 s; the others answer."
    static QString headline(const Situation &situation, WallTime now, const Records &records);
    static QString headline(const Situation &situation, const PeerBook &book);

    /// "Points to the peer, perhaps to a proxy."; empty if no peer is in trouble or slow.
    static QString suspicion(const Situation &situation);
};

} // namespace Pongwatch
