// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"
#include "widgets/chart/timerange.h"

#include <QVector>

namespace Pongwatch
{

class SeriesSource;

/// One peer's part of a chart, ready to draw: times are in seconds since 1970, latencies in milliseconds.
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
    QVector<double> latencies; ///< for each ping, or the mean of a bucket; NaN breaks the line
    // For each bucket, by the same times; empty unless coarse.
    QVector<double> low;  ///< 5 % were faster
    QVector<double> high; ///< 5 % were slower
    QVector<double> peak; ///< the slowest
    QVector<double> timeouts;
    QVector<double> superseded;
    QVector<double> lost;
    QVector<Point> late;
    QVector<Span> withoutConnection;
    QVector<Span> stale;       ///< connected, but without the feed
    QVector<Span> notMeasured; ///< the machine slept, or the program did not run
    bool coarse = false;       ///< a point is a bucket of many pings, otherwise one ping

    [[nodiscard]] bool isEmpty() const
    {
        return times.isEmpty() && timeouts.isEmpty() && withoutConnection.isEmpty();
    }
    /// The number of points of all its lines.
    [[nodiscard]] qsizetype pointCount() const
    {
        return times.size() + low.size() + high.size() + peak.size();
    }
    /// The largest values, one per point: the axis must reach these to show everything.
    [[nodiscard]] const QVector<double> &tops() const { return coarse ? peak : latencies; }
    /// The smallest values.
    [[nodiscard]] const QVector<double> &bottoms() const { return coarse ? low : latencies; }
};

/// Whether both look the same.
[[nodiscard]] bool operator==(const ChartSeries &a, const ChartSeries &b);

/// The part of the series in the range, with at most two points for each of `pixels`; points just outside are
/// included, so that lines reach the edges. Nothing is drawn after `now`.
[[nodiscard]] ChartSeries makeChartSeries(const SeriesSource &source, PeerId peer, const TimeRange &range,
                                          WallTime now, int pixels);

/// The sample nearest to the moment, if there is one within `reach`.
[[nodiscard]] std::optional<PingSample> nearestSample(const SeriesSource &source, PeerId peer,
                                                      WallTime moment, microseconds reach);

/// The due time of the next ping of any of the peers after the moment (or the last before it) in the range.
[[nodiscard]] std::optional<WallTime> neighbouringPing(const SeriesSource &source, const QList<PeerId> &peers,
                                                       const TimeRange &range, WallTime moment, bool forward);

[[nodiscard]] double toChartTime(WallTime time);

} // namespace Pongwatch
