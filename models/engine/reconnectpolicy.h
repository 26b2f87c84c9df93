// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"

#include <functional>
#include <optional>

namespace Pongwatch
{

/// How long to wait before each dial: a random part of `initial` first, then `minimum` growing by `factor` up
/// to `maximum`, as python-websockets does it. The random first delay is what keeps a thousand peers that
/// lost one server from coming back in one instant.
class ReconnectPolicy
{
public:
    /// `random` gives numbers in [0, 1).
    ReconnectPolicy(const ReconnectSettings &settings, std::function<double()> random);

    void setSettings(const ReconnectSettings &settings) { m_settings = settings; }

    /// A connection that had been open for `age` has ended. Only one that was open for `stableAfter` starts
    /// the delays over: a peer that accepts and drops at once must not be redialled without a pause.
    void connectionEnded(nanoseconds age);

    /// The delay before the next dial; each call goes one step further.
    [[nodiscard]] nanoseconds nextDelay();

    /// The delay before the next dial after an end that looks lasting, like a wrong path or an expired
    /// certificate: from half a minute, doubling, to longestInterval; each a little shorter at random.
    [[nodiscard]] nanoseconds nextLongDelay();

    /// At most so far apart are dials of a peer whose fault looks lasting.
    static constexpr nanoseconds longestInterval = std::chrono::minutes(15);

    /// `delay`, or what the server asked for (at most longestRetryAfter) when that is longer, and up to a
    /// tenth more at random: not all of its clients are to come back in one instant. Never before what it
    /// asked for.
    [[nodiscard]] nanoseconds obeying(nanoseconds delay, std::optional<nanoseconds> retryAfter);

    /// Starts over, as when the user asks for a dial.
    void reset();

    /// Delays given since the last start.
    [[nodiscard]] quint32 attempts() const { return m_attempts; }

private:
    ReconnectSettings m_settings;
    std::function<double()> m_random;
    nanoseconds m_next{0};
    nanoseconds m_nextLong{0}; ///< 0: none was given since the last start
    quint32 m_attempts = 0;
};

} // namespace Pongwatch
