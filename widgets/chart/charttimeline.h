// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/timerange.h"

#include <optional>

namespace Pongwatch
{

/// The stretch of time that a chart shows, and the arithmetic of moving it. A plain value, without GUI.
class ChartTimeline
{
public:
    static constexpr microseconds shortestSpan = seconds(5);
    static constexpr microseconds longestSpan = std::chrono::hours(24 * 31);
    /// The minimum for a timeline that grows: see setBegin().
    static constexpr microseconds shortestGrowing = std::chrono::minutes(1);

    explicit ChartTimeline(WallTime now, microseconds span = std::chrono::minutes(5));

    [[nodiscard]] WallTime from() const { return m_end - shown(); }
    [[nodiscard]] WallTime to() const { return m_end; }
    [[nodiscard]] TimeRange range() const { return {from(), to()}; }
    /// How much is shown, or will be when it has fully grown.
    [[nodiscard]] microseconds span() const { return m_span; }

    /// There are no measurements before this moment: while the timeline is live, it shows hardly more than
    /// the time since then, growing in steps up to the whole span. nullopt ends that, as does anything else
    /// that sets what is shown.
    void setBegin(const std::optional<WallTime> &begin) { m_begin = begin; }
    [[nodiscard]] bool isGrowing() const { return shown() < m_span; }
    /// Whether the right end is always the present.
    [[nodiscard]] bool isLive() const { return m_live; }

    /// Time has passed: moves a live timeline, but no other.
    void advance(WallTime now);

    void goLive(WallTime now);
    void freeze();

    /// Sets how much is shown, keeping the right end.
    void setSpan(microseconds span);

    /// Shows 1/factor of the time, keeping `anchor` in place on the screen. A live timeline keeps its right
    /// end instead, and stays live, if it is zoomed out or near that end; somebody who zooms in on something
    /// older wants to see that.
    void zoom(double factor, WallTime anchor);

    /// Shows this range, extended or cut around its middle to what a timeline can show. Follows the present
    /// if the range reaches it.
    void show(const TimeRange &range, WallTime now);

    /// Moves by this share of the span towards the future, or towards the past if negative, and stops
    /// following. Moving beyond `now` makes it live.
    void pan(double share, WallTime now);

private:
    [[nodiscard]] microseconds shown() const;
    void stopGrowing();

    WallTime m_end;
    microseconds m_span;
    bool m_live = true;
    std::optional<WallTime> m_begin;
};

} // namespace Pongwatch
