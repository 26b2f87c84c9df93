// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace Pongwatch
{

/// Learns a peer's usual round trips from its last day, for a limit above which answers are slow when the
/// user has set none.
///
/// A histogram of quarter octaves in two halves of twelve hours, the older of which is dropped: so it covers
/// the last 12 to 24 hours. Pure arithmetic, without a clock. Takes some 150 bytes for a peer whose round
/// trips are alike.
class UsualRoundTrip
{
public:
    /// How many answers are needed for a limit.
    static constexpr quint64 enough = 20;
    /// The lowest possible limit.
    static constexpr milliseconds leastLimit{100};

    /// How many answers are needed to replace a recalled value.
    static constexpr quint64 enoughToForget = 500;

    /// Sets the 99th percentile from before the program started. Ignored if this run knows better.
    void recall(nanoseconds percentile);

    /// Adds an answer that took `rtt`.
    void add(nanoseconds rtt, SteadyTime now);

    /// Twice the 99th percentile, at least leastLimit; nullopt until enough is known. It changes only when
    /// the percentile has moved by more than one step of the histogram.
    [[nodiscard]] std::optional<nanoseconds> slowLimit() const;

private:
    static constexpr quint8 steps = 100; // from 8 µs to over 4 min, by 2^(1/4)

    /// How many round trips fell on each step; stores only the steps from the shortest to the longest.
    class Histogram
    {
    public:
        /// Returns false if this step's counter is full: call halve() first.
        [[nodiscard]] bool add(quint8 step);
        /// Halves each count, which keeps their shares.
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
    std::optional<quint8> m_limitStep; // from which slowLimit() is computed
};

} // namespace Pongwatch
