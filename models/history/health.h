// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>

#include <array>

namespace Pongwatch
{

/// How a peer is doing, in one word.
enum class Health : quint8 {
    Failed,     ///< down, and not retried
    TimedOut,   ///< did not answer a ping in time, and nothing since
    Closed,     ///< down, and nothing happens by itself
    Waiting,    ///< down, for the next dial
    Connecting, ///< being dialled
    Slow,       ///< open; the latest answer was slow or late
    Ok,         ///< open
    Paused,     ///< by the user
    Flapping,   ///< connected and lost again and again: see FlapRule. How a list shows it; nobody stores it.
    Stale,      ///< open, but its feed has stopped: nothing came that its profile waits for (DialogueAlive)
};

/// All of them, in the order of their numbers.
inline constexpr std::array allHealths{Health::Failed,     Health::TimedOut, Health::Closed, Health::Waiting,
                                       Health::Connecting, Health::Slow,     Health::Ok,     Health::Paused,
                                       Health::Flapping,   Health::Stale};

/// The word in output and files ("timed-out"). Not translated.
[[nodiscard]] QLatin1String toWord(Health health);

/// The rank among the kinds of trouble: 0 is the worst. Closed and Waiting share a rank; then Flapping and
/// Stale; Paused, which the user wanted, comes last.
[[nodiscard]] int severityRank(Health health);

/// True when `a` is the worse of the two.
[[nodiscard]] bool isWorse(Health a, Health b);

} // namespace Pongwatch
