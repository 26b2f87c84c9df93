// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace Pongwatch
{

/// What round trips a peer has as a rule, by its own last day: for the limit from which an answer is slow
/// when nobody set one.
///
/// A histogram of quarter octaves in two halves of twelve hours, of which the older is dropped: it tells of
/// the last 12 to 24 hours. Pure arithmetic without a clock. Some 150 bytes for a peer whose round trips are
/// of one kind.
class UsualRoundTrip
{
public:
    /// So many answers are needed before anything is said.
    static constexpr quint64 enough = 20;
    /// No limit is below this.
    static constexpr milliseconds leastLimit{100};

    /// So many answers are needed before what was recalled gives way to them.
    static constexpr quint64 enoughToForget = 500;

    /// What the 99th percentile was before the program began. Nothing happens when this run knows better.
    void recall(nanoseconds percentile);

    /// One more answer, after `rtt`.
    void add(nanoseconds rtt, SteadyTime now);

    /// Twice the 99th percentile, at least leastLimit; nullopt: not enough is known yet. It changes only when
    /// the percentile has moved by more than a step of the histogram.
    [[nodiscard]] std::optional<nanoseconds> slowLimit() const;

private:
    static constexpr quint8 steps = 100; // from 8 µs on, by 2^(1/4): to over 4 min

    /// How many round trips fell on each step, of the steps alone between the shortest and the longest.
    class Histogram
    {
    public:
        /// False: no more can be counted on this step before halve().
        [[nodiscard]] bool add(quint8 step);
        /// Half of each count: their shares stay.
        void halve();
        [[nodiscard]] quint32 at(quint8 step) const;
        [[nodiscard]] quint64 count() const;

    private:
        std::vector<quint16> m_counts;
        quint8 m_first = 0;
    };

    static quint8 stepOf(nanoseconds rtt);
    static nanoseconds endOf(quint8 step);
    void beginHalf(SteadyTime now);
    [[nodiscard]] quint8 stepOfPercentile() const;

    Histogram m_current;
    Histogram m_before;
    quint64 m_count = 0; // in both
    SteadyTime m_halfBegan{};
    bool m_hasBegun = false;
    bool m_isRecalled = false;         // m_limitStep is from before this run
    std::optional<quint8> m_limitStep; // that slowLimit() is worked out from
};

} // namespace Pongwatch
