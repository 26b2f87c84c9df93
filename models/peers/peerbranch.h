// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/statisticssummary.h"
#include "peers/groupsummary.h"
#include "peers/peerbook.h"

#include <functional>
#include <vector>

namespace Pongwatch
{

/// One peer in the list, with what is remembered to answer quickly.
struct PeerRow {
    PeerId peer{};
    quint8 dirty = 0; // of PeerBranch::Dirty
    mutable bool summaryIsFresh = false;
    mutable StatisticsSummary summary{};

    /// The peer's figures since start, worked out anew after a change only.
    [[nodiscard]] const StatisticsSummary &summaryNow(const PeerRecord &record, WallTime now) const;
};

/// The peers of one group in the list, or those of no group; sums them up when it is asked. A detail of
/// PeerListModel.
struct PeerBranch {
    enum Dirty : quint8 { Clean = 0, Sampled = 1, StateChanged = 2 };

    /// The shortest time between two evaluations of a group's figures.
    static constexpr milliseconds figuresInterval{1000};

    QString group;    // empty: of no group
    int position = 0; // among the groups
    std::vector<PeerRow> rows;
    quint8 dirty = Clean;    // what must be announced of the group's row
    bool dirtyPeers = false; // one of the rows is dirty
    mutable GroupSummary sum;
    mutable bool statesAreFresh = false;
    mutable bool figuresAreFresh = false;
    mutable WallTime figuresOf{}; // when the figures were worked out

    /// Something changed about one of the peers, or another peer is here.
    void note(quint8 dirt);

    using FiguresOf = std::function<const StatisticsSummary &(const PeerRow &, const PeerRecord &)>;

    /// The sum: its states as they are now; its figures, if they are asked for, at most figuresInterval old.
    [[nodiscard]] const GroupSummary &sumNow(const PeerBook &book, bool needsFigures,
                                             const FiguresOf &figuresOfRow) const;
};

} // namespace Pongwatch
