// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/httpanswer.h"
#include "engine/values/timetypes.h"

#include <QDateTime>

#include <optional>

namespace Pongwatch
{

/// The most of a Retry-After that is obeyed.
inline constexpr nanoseconds longestRetryAfter = std::chrono::hours(1);

/// When a server wants to see this side again (RFC 9110 10.2.3).
struct RetryAfter {
    std::optional<seconds> wait; ///< as a number, or as a date relative to the answer's own Date
    QDateTime until;             ///< as a date; invalid: it was none

    /// Something stands there, but neither a number of seconds nor a date.
    [[nodiscard]] bool isNonsense() const { return !wait && !until.isValid(); }
};

/// Reads the header: a number of seconds, a date in one of the three forms of RFC 9110 5.6.7, or one of ISO
/// 8601 with its zone, which some servers send. `now` tells the century of a year of two digits. nullopt:
/// there is no such header.
[[nodiscard]] std::optional<RetryAfter> readRetryAfter(const HttpAnswer &answer, const QDateTime &now);

/// How long the server asked to wait; a date is taken relative to the answer's own Date, or to `now` where it
/// has none. nullopt: nothing was asked, or nothing that can be understood.
[[nodiscard]] std::optional<nanoseconds> retryAfterOf(const HttpAnswer &answer, WallTime now);

} // namespace Pongwatch
