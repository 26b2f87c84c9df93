// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <array>
#include <cstddef>
#include <optional>

namespace Pongwatch
{

/// What round trips a peer has as a rule, by its own last day: for the limit from which an answer is slow
/// when nobody set one.
///
/// A histogram of quarter octaves in two halves of twelve hours, of which the older is dropped: it tells of
/// the last 12 to 24 hours. Under 1 KiB. Pure arithmetic without a clock.
class UsualRoundTrip
{
public:
    /// So many answers are needed before anything is said.
    static constexpr quint64 enough = 20;
    /// No limit is below this.
    static constexpr milliseconds leastLimit{100};

    /// One more answer, after `rtt`.
    void add(nanoseconds rtt, SteadyTime now);

    /// Twice the 99th percentile, at least leastLimit; nullopt: not enough is known yet. It changes only when
    /// the percentile has moved by more than a step of the histogram.
    [[nodiscard]] std::optional<nanoseconds> slowLimit() const { return m_limit; }

private:
    static constexpr std::size_t steps = 100; // from 8 µs on, by 2^(1/4): to over 4 min
    using Histogram = std::array<quint32, steps>;

    static std::size_t stepOf(nanoseconds rtt);
    static nanoseconds endOf(std::size_t step);
    [[nodiscard]] std::size_t stepOfPercentile() const;

    Histogram m_current{};
    Histogram m_before{};
    quint64 m_count = 0; // in both
    std::optional<SteadyTime> m_halfBegan;
    std::size_t m_limitStep = 0; // that m_limit was worked out from
    std::optional<nanoseconds> m_limit;
};

} // namespace Pongwatch
