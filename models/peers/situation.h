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

/// What one peer has to say when all are looked at together.
struct PeerStanding {
    PeerId peer{};
    Health health = Health::Connecting;
    QString host; ///< as PeerRecord::host() gives it
    std::optional<WallTime> troubleSince;
    Suspicion suspicion;        ///< where its own finding points to; matters while it is in trouble or slow
    bool answered = true;       ///< a ping of the connection that is open was answered
    std::optional<Cause> cause; ///< how its newest connection or dial ended; only while it is in trouble
};

/// What the record of a peer has to say: its suspicion is that of its finding (PeerFinding).
[[nodiscard]] PeerStanding standingOf(const PeerRecord &record);

/// How all peers together are doing, and where that points to: what a single one can't tell. When everything
/// is lost at once, the fault is likely here; when all that was at one address is, it is there.
struct Situation {
    enum class Kind : quint8 {
        Unwatched, ///< there are no peers, or none that is to be connected
        Starting,  ///< some were never connected yet; none is in trouble
        Well,      ///< all are open; they answer, except the `unanswered`
        Slow,      ///< all answer, some of them slowly
        One,       ///< one peer is in trouble
        Several,   ///< some are
        Host,      ///< two or more at one address, which are all that are there, while those elsewhere answer
        Everything, ///< three or more, which are all, at two addresses or more, within a minute
    };
    Kind kind = Kind::Unwatched;
    Health worst = Health::Paused; ///< of the watched; Paused: there are none
    int watched = 0;               ///< peers that are to be connected
    int slow = 0;
    int unanswered = 0;         ///< open, and no ping was answered yet
    int hosts = 0;              ///< addresses that the watched ones are at
    QList<PeerId> inTrouble;    ///< the longest first
    WallTime since{};           ///< when the first of these got into it
    WallTime newestSince{};     ///< when the last of them did
    QString host;               ///< of Kind::Host; of Kind::Several, when all those in trouble are there
    std::optional<Cause> cause; ///< which all of those in trouble have in common
    Suspicion suspicion;        ///< of those in trouble, else of the slow; likely nobody: nothing in common

    friend bool operator==(const Situation &, const Situation &) = default;
};

/// Any thread; costs one pass over the standings, and sorting those in trouble.
[[nodiscard]] Situation situationOf(std::span<const PeerStanding> standings);

} // namespace Pongwatch
