// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"

#include <QVector>

namespace Pongwatch
{

class SeriesSource;

/// One peer's part of a chart, ready to be drawn: times are seconds since 1970, latencies milliseconds.
struct ChartSeries {
    struct Point {
        double time = 0;
        double ms = 0;
    };
    struct Span {
        double from = 0;
        double to = 0;
    };

    QVector<double> times;
    QVector<double> latencies; ///< NaN breaks the line
    QVector<double> timeouts;
    QVector<Point> late;
    QVector<Span> withoutConnection;
    double largestMs = 0;
    double smallestMs = 0;
    bool coarse = false; ///< two points a bucket, its least and its largest; otherwise one a ping
};

/// What of the series lies in [from, to), with at most two points for each of `pixels`; points just outside
/// are added, so that lines reach the edges. Nothing is drawn later than `now`.
[[nodiscard]] ChartSeries makeChartSeries(const SeriesSource &source, PeerId peer, WallTime from, WallTime to,
                                          WallTime now, int pixels);

/// The sample next to the moment, if one is within `reach`.
[[nodiscard]] std::optional<PingSample> nearestSample(const SeriesSource &source, PeerId peer,
                                                      WallTime moment, microseconds reach);

/// A round number at or above `largest`, for the upper end of a latency axis.
[[nodiscard]] double axisCeiling(double largest);

[[nodiscard]] double toChartTime(WallTime time);
[[nodiscard]] WallTime fromChartTime(double time);

} // namespace Pongwatch
