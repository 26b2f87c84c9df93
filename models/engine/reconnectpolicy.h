// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"

#include <functional>
#include <optional>

namespace Pongwatch
{

/// How long to wait before each dial: first a random part of `initial`, then `minimum`, growing by `factor`
/// up to `maximum`, as in python-websockets. The random first delay keeps a thousand peers that lost the same
/// server from coming back in the same instant.
class ReconnectPolicy
{
public:
    /// `random` returns numbers in [0, 1).
    ReconnectPolicy(const ReconnectSettings &settings, std::function<double()> random);

    void setSettings(const ReconnectSettings &settings) { m_settings = settings; }

    /// A connection that was open for `age` has ended. The delays start over only if it was open for
    /// `stableAfter`: a peer that accepts and then drops at once must not be redialled without a pause.
    void connectionEnded(nanoseconds age);

    /// The delay before the next dial; each call advances by one step.
    [[nodiscard]] nanoseconds nextDelay();

    /// The delay before the next dial after an end that looks permanent, like a wrong path or an expired
    /// certificate: half a minute, doubling up to longestInterval, each shortened a little at random.
    [[nodiscard]] nanoseconds nextLongDelay();

    /// The longest interval between dials of a peer whose problem looks permanent.
    static constexpr nanoseconds longestInterval = std::chrono::minutes(15);

    /// `delay`, or what the server asked for (at most longestRetryAfter) if that is longer, plus up to a
    /// tenth at random, so that not all of its clients come back in the same instant. Never earlier than the
    /// server asked for.
    [[nodiscard]] nanoseconds obeying(nanoseconds delay, std::optional<nanoseconds> retryAfter);

    /// Starts over, for instance when the user asks for a dial.
    void reset();

    /// How many delays were returned since the last start.
    [[nodiscard]] quint32 attempts() const { return m_attempts; }

private:
    ReconnectSettings m_settings;
    std::function<double()> m_random;
    nanoseconds m_next{0};
    nanoseconds m_nextLong{0}; ///< 0: none was returned since the last start
    quint32 m_attempts = 0;
};

} // namespace Pongwatch
