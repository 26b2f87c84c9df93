// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/timerange.h"

#include <optional>

namespace Pongwatch
{

/// The stretch of time that a chart shows, and the arithmetic of moving it. A plain value, without a window.
class ChartTimeline
{
public:
    static constexpr microseconds shortestSpan = seconds(5);
    static constexpr microseconds longestSpan = std::chrono::hours(24 * 31);
    /// What a timeline shows at least that grows: see setBegin().
    static constexpr microseconds shortestGrowing = std::chrono::minutes(1);

    explicit ChartTimeline(WallTime now, microseconds span = std::chrono::minutes(5));

    [[nodiscard]] WallTime from() const { return m_end - shown(); }
    [[nodiscard]] WallTime to() const { return m_end; }
    [[nodiscard]] TimeRange range() const { return {from(), to()}; }
    /// How much is shown, or will be when it has grown.
    [[nodiscard]] microseconds span() const { return m_span; }

    /// Before this moment nothing was measured: as long as it is live, no more than about what there is is
    /// shown, in steps, until the whole span is there. nullopt, and whatever else sets what is shown, ends
    /// that.
    void setBegin(const std::optional<WallTime> &begin) { m_begin = begin; }
    [[nodiscard]] bool isGrowing() const { return shown() < m_span; }
    /// Whether the right end is always now.
    [[nodiscard]] bool isLive() const { return m_live; }

    /// Time went on: moves a live timeline, and no other.
    void advance(WallTime now);

    void goLive(WallTime now);
    void freeze();

    /// Shows so much, keeping the right end.
    void setSpan(microseconds span);

    /// Shows 1/factor of the time, keeping `anchor` where it is on the screen. A live timeline keeps its
    /// right end instead, and stays live, when it is zoomed out or near that end: who zooms in on something
    /// older wants to see that.
    void zoom(double factor, WallTime anchor);

    /// Shows this range, widened or cut around its middle to what a timeline can show. Follows the present if
    /// the range reaches it.
    void show(const TimeRange &range, WallTime now);

    /// Moves towards the future, or by a negative share towards the past, by this share of the span; freezes.
    /// Going beyond `now` makes it live.
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
