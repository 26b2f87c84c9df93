// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/verdict.h"
#include "history/seriespyramid.h"
#include "history/timespan.h"

#include <optional>
#include <vector>

namespace Pongwatch
{

// When a peer was watched, derived from its states (in time order, with holes where the program did not run):
// what charts draw as its states, and the basis of its availability. It was not watched while the program did
// not run, the machine slept, or the user had paused or closed it.

/// An end that this side wanted: what follows says nothing about the peer.
struct OwnEnd {
    WallTime time{};
    bool ofProgram = false; ///< the program ended, but the user still wanted the peer
};

/// nullopt if this side did not want it.
[[nodiscard]] std::optional<OwnEnd> ownEnd(WallTime time, const Verdict &verdict);

/// The states without the times in which the machine slept: the peer's state is unknown then.
[[nodiscard]] std::vector<StateSpan> without(const std::vector<StateSpan> &states,
                                             const std::vector<TimeSpan> &sleeps);

/// The states without what follows an end that this side wanted. If the peer is dialled again, that counts as
/// a first dial: there is a hole before it.
[[nodiscard]] std::vector<StateSpan> withoutOwnEnds(std::vector<StateSpan> states,
                                                    const std::vector<OwnEnd> &ends);

/// Removes the first dial of each watched stretch if it succeeds: before it, there was nothing to
/// lose.
[[nodiscard]] std::vector<StateSpan> withoutFirstDials(const std::vector<StateSpan> &states);

/// The states in which the peer was watched: without sleeps, own ends and pauses.
[[nodiscard]] std::vector<StateSpan> watchedStates(const std::vector<StateSpan> &states,
                                                   const std::vector<TimeSpan> &sleeps,
                                                   const std::vector<OwnEnd> &ends);

/// Time in which the program ran and the peer was not paused.
[[nodiscard]] nanoseconds watchedTime(const std::vector<StateSpan> &states, WallTime from, WallTime to);

/// Time with an open connection.
[[nodiscard]] nanoseconds openTime(const std::vector<StateSpan> &states, WallTime from, WallTime to);

/// Time in which the connection was open but a ping was overdue.
[[nodiscard]] nanoseconds silentTime(const std::vector<StateSpan> &states, WallTime from, WallTime to);

/// Time in which the connection was open but its feed had stopped.
[[nodiscard]] nanoseconds staleTime(const std::vector<StateSpan> &states, WallTime from, WallTime to);

/// The open share of the watched time, 0 to 1; nullopt if nothing was watched.
[[nodiscard]] std::optional<double> availability(nanoseconds open, nanoseconds watched);

} // namespace Pongwatch
