// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/formatter.h"
#include "widgets/chart/timerange.h"

#include <vector>

namespace Pongwatch
{

/// Where moments are on the screen: the geometry shared by all views of a chart, so that everything that
/// happened at the same moment is aligned. In pixels of a widget, with fractions.
struct ChartAxis {
    TimeRange range;
    double left = 0;  ///< the position of range.from
    double right = 1; ///< the position of range.to

    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double x(WallTime moment) const;
    [[nodiscard]] WallTime moment(double x) const;
    /// The length of time for a number of pixels.
    [[nodiscard]] microseconds reach(double pixels) const;

    friend bool operator==(const ChartAxis &, const ChartAxis &) = default;
};

/// A tick of a time axis.
struct ChartTick {
    WallTime at{};
    QString text;
    bool newDay = false; ///< the text is a date

    friend bool operator==(const ChartTick &, const ChartTick &) = default;
};

/// Round moments in the range by the days and clocks of the format's time zone, at most `most` of them.
[[nodiscard]] std::vector<ChartTick> chartTicks(const TimeRange &range, int most, const Formatter &format);

} // namespace Pongwatch
