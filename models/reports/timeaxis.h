// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/reporttext.h"

#include <vector>

namespace Pongwatch
{

/// Where moments of [from, to) lie between two x of a drawing, and where an axis has its ticks: at round
/// times of the report's time zone, as many as have room.
class TimeAxis
{
public:
    struct Tick {
        double x = 0;
        QString label;
    };

    TimeAxis(WallTime from, WallTime to, double left, double right);

    /// Cut to the axis.
    [[nodiscard]] double x(WallTime time) const;
    [[nodiscard]] double left() const { return m_left; }
    [[nodiscard]] double right() const { return m_right; }

    [[nodiscard]] std::vector<Tick> ticks(const ReportText &text) const;

private:
    WallTime m_from;
    WallTime m_to;
    double m_left;
    double m_right;
};

} // namespace Pongwatch
