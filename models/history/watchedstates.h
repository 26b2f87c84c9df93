// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/verdict.h"
#include "history/seriespyramid.h"
#include "history/timespan.h"

#include <optional>
#include <vector>

namespace Pongwatch
{

// When a peer was watched, from its states (in time order, holes where the program did not run): what charts
// draw as its states, and what its availability is a share of. It was not watched while the program did not
// run, the machine slept, the user had paused it, or had closed it.

/// An end that this side wanted: the peer has no part in what follows.
struct OwnEnd {
    WallTime time{};
    bool ofProgram = false; ///< the program ended, and not the user's interest in the peer
};

/// nullopt: this side did not want it.
[[nodiscard]] std::optional<OwnEnd> ownEnd(WallTime time, const Verdict &verdict);

/// The states without the stretches in which the machine slept: nobody knows how the peer was then.
[[nodiscard]] std::vector<StateSpan> without(const std::vector<StateSpan> &states,
                                             const std::vector<TimeSpan> &sleeps);

/// The states without what follows from an end that this side wanted. Where it is dialled again, that counts
/// as a first dial: a hole is in front of it.
[[nodiscard]] std::vector<StateSpan> withoutOwnEnds(std::vector<StateSpan> states,
                                                    const std::vector<OwnEnd> &ends);

/// Without the first dials that succeed, of each stretch that was watched: before them there was nothing to
/// lose.
[[nodiscard]] std::vector<StateSpan> withoutFirstDials(const std::vector<StateSpan> &states);

/// Those in which the peer was watched: without sleeps, own ends and pauses.
[[nodiscard]] std::vector<StateSpan> watchedStates(const std::vector<StateSpan> &states,
                                                   const std::vector<TimeSpan> &sleeps,
                                                   const std::vector<OwnEnd> &ends);

/// Time in which the program ran and the peer was not paused.
[[nodiscard]] nanoseconds watchedTime(const std::vector<StateSpan> &states, WallTime from, WallTime to);

/// Time with an open connection.
[[nodiscard]] nanoseconds openTime(const std::vector<StateSpan> &states, WallTime from, WallTime to);

/// Time in which the connection was open and yet a ping was overdue.
[[nodiscard]] nanoseconds silentTime(const std::vector<StateSpan> &states, WallTime from, WallTime to);

/// Time in which the connection was open and yet its feed had stopped.
[[nodiscard]] nanoseconds staleTime(const std::vector<StateSpan> &states, WallTime from, WallTime to);

/// Share of the watched time that was open, 0 to 1; nullopt when nothing was watched.
[[nodiscard]] std::optional<double> availability(nanoseconds open, nanoseconds watched);

} // namespace Pongwatch
