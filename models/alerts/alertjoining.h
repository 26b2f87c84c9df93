// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"

#include <span>

namespace Pongwatch
{

/// Limits on how often something is told. Everything is told, but together with what belongs to it.
struct AlertLimits {
    /// How long an alert waits for what belongs to it before it is told.
    nanoseconds gather = seconds(2);
    /// What shares an address or a cause with the newest member, and begins within this time of it, is the
    /// same trouble.
    nanoseconds together = seconds(60);
    /// How many alerts of one rule may come in an hour; what goes beyond that joins a mixed one.
    int perHour = 3;
    /// An alert is told again when it has grown by this factor, at most this often, …
    size_t growth = 4;
    nanoseconds breath = seconds(30);
    /// … or, at most this often, when it has members that were not told of yet.
    nanoseconds again = std::chrono::minutes(15);
    static constexpr qsizetype mostBehind = 1000;
};

/// What two troubles are compared by.
struct AlertLikeness {
    QStringList addresses; ///< "host:port", of the URL and of the connection
    std::optional<Cause> cause;
};

/// An alert that new trouble may join.
struct JoinCandidate {
    const AlertRule *rule = nullptr;
    AlertSubject subject = AlertSubject::Peer;
    const AlertLikeness *likeness = nullptr;
    bool isOpen = false;
    bool isMixed = false;
    WallTime raisedAt{};
    WallTime newestMember{};
};

/// Where new trouble belongs.
struct JoinDecision {
    std::optional<size_t> candidate; ///< nullopt: a new alert
    bool isMixed = false;            ///< of a new alert: any trouble may join it
};

/// Troubles belong together if they have the same address and the same cause, at any time, or if they have
/// one of these in common and begin within `together`. Only alerts of the same rule about the same kind of
/// subject are joined.
[[nodiscard]] JoinDecision joinOf(std::span<const JoinCandidate> alerts, const AlertRule &rule,
                                  AlertSubject subject, const AlertLikeness &likeness,
                                  const AlertLimits &limits, WallTime now);

} // namespace Pongwatch
