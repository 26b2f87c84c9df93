// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>

#include <array>

namespace Pongwatch
{

/// How a peer is doing, in one word.
enum class Health : quint8 {
    Failed,     ///< down, and not dialled again
    TimedOut,   ///< a ping was not answered in time, nor any since
    Closed,     ///< down, and stays so
    Waiting,    ///< down, waiting for the next dial
    Connecting, ///< being dialled
    Slow,       ///< open, but the latest answer was slow or late
    Ok,         ///< open
    Paused,     ///< stopped by the user
    Flapping,   ///< connected and lost again and again: see FlapRule. Only shown in lists, never stored.
    Stale,      ///< open, but its feed has stopped: what its profile waits for doesn't come (DialogueAlive)
    Partly,     ///< up as seen from some places, down from others. Of a fleet's peers, never stored.
    Unknown,    ///< nobody who could tell how it is says anything. Of a fleet's peers, never stored.
};

/// All of them, ordered by number.
inline constexpr std::array allHealths{Health::Failed,     Health::TimedOut, Health::Closed, Health::Waiting,
                                       Health::Connecting, Health::Slow,     Health::Ok,     Health::Paused,
                                       Health::Flapping,   Health::Stale,    Health::Partly, Health::Unknown};

/// Whether one place alone can find it: a connection has it, and not just a list.
[[nodiscard]] constexpr bool isOfConnection(Health health)
{
    return health != Health::Flapping && health != Health::Partly && health != Health::Unknown;
}

/// The word in output and files ("timed-out"). Not translated.
[[nodiscard]] QLatin1String toWord(Health health);

/// The rank by severity: 0 is the worst. Closed and Waiting share a rank. They are followed by Partly,
/// Flapping and Stale; Paused, which the user wanted, comes last.
[[nodiscard]] int severityRank(Health health);

/// True if `a` is worse than `b`.
[[nodiscard]] bool isWorse(Health a, Health b);

} // namespace Pongwatch
