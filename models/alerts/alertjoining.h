// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"

#include <span>

namespace Pongwatch
{

/// How much is told. What is wrong is always told, but together.
struct AlertLimits {
    /// So long an alert waits for what belongs to it before it is told.
    nanoseconds gather = seconds(2);
    /// What begins within so long of the newest member, and shares an address or a cause, is the same
    /// trouble.
    nanoseconds together = seconds(60);
    /// So many alerts of one rule an hour; what comes beyond goes into a mixed one.
    int perHour = 3;
    /// An alert is told again when it has grown by this factor, at most so often, …
    size_t growth = 4;
    nanoseconds breath = seconds(30);
    /// … or, at most so often, when there is anybody in it that was not told of.
    nanoseconds again = std::chrono::minutes(15);
    static constexpr qsizetype mostBehind = 1000;
};

/// What two troubles are compared by.
struct AlertLikeness {
    QStringList addresses; ///< "host:port", of the URL and of the connection
    std::optional<Cause> cause;
};

/// An alert that a newcomer may join.
struct JoinCandidate {
    const AlertRule *rule = nullptr;
    AlertSubject subject = AlertSubject::Peer;
    const AlertLikeness *likeness = nullptr;
    bool isOpen = false;
    bool isMixed = false;
    WallTime raisedAt{};
    WallTime newestMember{};
};

/// Where somebody's new trouble belongs.
struct JoinDecision {
    std::optional<size_t> candidate; ///< nullopt: a new alert
    bool isMixed = false;            ///< of the new one: whatever comes may join it
};

/// Together are: the same address and the same cause, at any time; the same address or the same cause, when
/// both begin within `together`. Only alerts of the same rule about the same kind of subject are joined.
[[nodiscard]] JoinDecision joinOf(std::span<const JoinCandidate> alerts, const AlertRule &rule,
                                  AlertSubject subject, const AlertLikeness &likeness,
                                  const AlertLimits &limits, WallTime now);

} // namespace Pongwatch
