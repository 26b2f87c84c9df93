// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/seriespyramid.h"
#include "reports/reporttext.h"

#include <functional>
#include <vector>

namespace Pongwatch
{

/// Positions of moments in [from, to) between two x coordinates of a drawing, and ticks for an axis: at round
/// times in the report's time zone, as many as there is room for.
class TimeAxis
{
public:
    struct Tick {
        double x = 0;
        QString label;
    };

    /// Part of the axis, in units of the drawing.
    struct Stretch {
        double from = 0;
        double to = 0;
    };

    TimeAxis(WallTime from, WallTime to, double left, double right);

    /// Limited to the axis.
    [[nodiscard]] double x(WallTime time) const;
    [[nodiscard]] double left() const { return m_left; }
    [[nodiscard]] double right() const { return m_right; }

    /// The positions of spans that are `wanted`, from left to right. Those less than half a unit apart are
    /// joined, so that a drawing stays small however much happened.
    [[nodiscard]] std::vector<Stretch> stretches(const std::vector<StateSpan> &spans,
                                                 const std::function<bool(const StateSpan &)> &wanted) const;

    [[nodiscard]] std::vector<Tick> ticks(const ReportText &text) const;

private:
    WallTime m_from;
    WallTime m_to;
    double m_left;
    double m_right;
};

} // namespace Pongwatch
