// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/statisticssummary.h"
#include "peers/groupsummary.h"
#include "peers/peerbook.h"

#include <functional>
#include <vector>

namespace Pongwatch
{

/// One peer in the list, with cached values for quick answers.
struct PeerRow {
    PeerId peer{};
    quint8 dirty = 0; // of PeerBranch::Dirty
    mutable bool summaryIsFresh = false;
    mutable StatisticsSummary summary{};

    /// The peer's figures since start, computed again only after a change.
    [[nodiscard]] const StatisticsSummary &summaryNow(const PeerRecord &record, WallTime now) const;
};

/// The peers of one group in the list, or those without a group; sums them up on request. A detail of
/// PeerListModel.
struct PeerBranch {
    enum Dirty : quint8 { Clean = 0, Sampled = 1, StateChanged = 2 };

    /// The shortest time between two computations of a group's figures.
    static constexpr milliseconds figuresInterval{1000};

    QString group;    // empty: peers without a group
    int position = 0; // among the groups
    std::vector<PeerRow> rows;
    quint8 dirty = Clean;    // which changes of the group's row must be announced
    bool dirtyPeers = false; // one of the rows is dirty
    mutable GroupSummary sum;
    mutable bool statesAreFresh = false;
    mutable bool figuresAreFresh = false;
    mutable WallTime figuresOf{}; // when the figures were computed

    /// Something about one of the peers has changed, or there is a new peer.
    void note(quint8 dirt);

    using FiguresOf = std::function<const StatisticsSummary &(const PeerRow &, const PeerRecord &)>;

    /// The sum: the states are current; the figures, if needed, at most figuresInterval old.
    [[nodiscard]] const GroupSummary &sumNow(const PeerBook &book, bool needsFigures,
                                             const FiguresOf &figuresOfRow) const;
};

} // namespace Pongwatch
