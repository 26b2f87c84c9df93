// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/timerange.h"

#include <QLocale>
#include <QTimeZone>

#include <vector>

namespace Pongwatch
{

/// Where moments lie on the screen: the geometry that all views of a chart share, so that what happened at
/// one moment lies on one line. Pixels are those of a widget, with fractions.
struct ChartAxis {
    TimeRange range;
    double left = 0;  ///< where range.from is
    double right = 1; ///< where range.to is

    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double x(WallTime moment) const;
    [[nodiscard]] WallTime moment(double x) const;
    /// How much time so many pixels are.
    [[nodiscard]] microseconds reach(double pixels) const;

    friend bool operator==(const ChartAxis &, const ChartAxis &) = default;
};

/// A mark of a time axis.
struct ChartTick {
    WallTime at{};
    QString text;
    bool newDay = false; ///< the text is the date

    friend bool operator==(const ChartTick &, const ChartTick &) = default;
};

/// Round moments of the zone's days and clocks in the range, at most `most` of them.
[[nodiscard]] std::vector<ChartTick> chartTicks(const TimeRange &range, int most, const QTimeZone &zone,
                                                const QLocale &locale = QLocale());

} // namespace Pongwatch
