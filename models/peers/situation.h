// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "engine/values/suspects.h"
#include "engine/values/timetypes.h"
#include "engine/values/verdict.h"
#include "history/health.h"

#include <QList>
#include <QString>

#include <optional>
#include <span>

namespace Pongwatch
{

class PeerRecord;

/// What one peer contributes to the view of all peers together.
struct PeerStanding {
    PeerId peer{};
    Health health = Health::Connecting;
    QString host; ///< from PeerRecord::host()
    std::optional<WallTime> troubleSince;
    Suspicion suspicion;        ///< from its own finding; matters while it is in trouble or slow
    bool answered = true;       ///< a ping of the open connection has been answered
    std::optional<Cause> cause; ///< why its newest connection or dial ended; only while it is in trouble
};

/// The standing of a peer by its record; the suspicion is that of its finding (PeerFinding).
[[nodiscard]] PeerStanding standingOf(const PeerRecord &record);

/// How all peers together are doing, and what that points to, which a single one can't tell. If everything is
/// lost at once, the fault is probably here; if all peers at one address are, it is there.
struct Situation {
    enum class Kind : quint8 {
        Unwatched,  ///< there are no peers, or none that should be connected
        Starting,   ///< some have never been connected yet; none is in trouble
        Well,       ///< all are open and answer, except for the `unanswered`
        Slow,       ///< all answer, some of them slowly
        One,        ///< one peer is in trouble
        Several,    ///< several peers are in trouble
        Host,       ///< two or more at one address, which are all there are, while others answer
        Everything, ///< all peers, three or more, at two addresses or more, within a minute
    };
    Kind kind = Kind::Unwatched;
    Health worst = Health::Paused; ///< of the watched; Paused if there are none
    int watched = 0;               ///< peers that should be connected
    int slow = 0;
    int unanswered = 0;         ///< open, but no ping has been answered yet
    int hosts = 0;              ///< the number of addresses of the watched peers
    QList<PeerId> inTrouble;    ///< the longest in trouble first
    WallTime since{};           ///< when the first of these got into trouble
    WallTime newestSince{};     ///< when the last of them did
    QString host;               ///< for Kind::Host; for Kind::Several, if all those in trouble are there
    std::optional<Cause> cause; ///< if all of those in trouble have the same
    Suspicion suspicion;        ///< of those in trouble, else of the slow; empty: nothing in common

    friend bool operator==(const Situation &, const Situation &) = default;
};

/// Any thread; takes one pass over the standings, and sorts those in trouble.
[[nodiscard]] Situation situationOf(std::span<const PeerStanding> standings);

} // namespace Pongwatch
