// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/httpanswer.h"
#include "engine/values/timetypes.h"

#include <QDateTime>

#include <optional>

namespace Pongwatch
{

/// A Retry-After is obeyed up to this.
inline constexpr nanoseconds longestRetryAfter = std::chrono::hours(1);

/// When a server wants this side to try again (RFC 9110 10.2.3).
struct RetryAfter {
    std::optional<seconds> wait; ///< from a number, or a date relative to the answer's own Date
    QDateTime until;             ///< from a date; invalid if there was none

    /// True if the header has a value that is neither a number of seconds nor a date.
    [[nodiscard]] bool isNonsense() const { return !wait && !until.isValid(); }
};

/// Reads the header: a number of seconds, a date in one of the three forms of RFC 9110 5.6.7, or an ISO 8601
/// date with a time zone, which some servers send. `now` gives the century of a two-digit year. nullopt if
/// there is no such header.
[[nodiscard]] std::optional<RetryAfter> readRetryAfter(const HttpAnswer &answer, const QDateTime &now);

/// How long the server asked us to wait; a date counts from the answer's own Date, or from `now` if it has
/// none. nullopt if the server asked for nothing, or for nothing that can be understood.
[[nodiscard]] std::optional<nanoseconds> retryAfterOf(const HttpAnswer &answer, WallTime now);

} // namespace Pongwatch
