// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "widgets/chart/chartseries.h"
#include "widgets/chart/clippedmarks.h"

#include <QColor>
#include <QPalette>
#include <QRect>

#include <functional>
#include <span>

class QPainter;

namespace Pongwatch
{

class ChartState;

/// One peer's series in its colour.
struct DrawnSeries {
    PeerId peer{};
    QColor color;
    bool isPointed = false;
    ChartSeries series;

    friend bool operator==(const DrawnSeries &, const DrawnSeries &) = default;
};

/// Many peers are many lines: each is thin, has no band under it and no peaks over it, which could not be
/// told apart any more, and marks of several are one.
inline constexpr size_t mostSeriesWithBands = 8;

/// Where times (seconds since 1970) and latencies (milliseconds) lie in a plot, in pixels.
struct PlotPlaces {
    QRect area;
    double upper = 1; ///< the largest latency that has a place
    std::function<double(double)> x;
    std::function<double(double)> y;

    [[nodiscard]] QPointF foot(double time) const { return {x(time), area.bottom() + 0.5}; }
    [[nodiscard]] QPointF point(double time, double ms) const { return {x(time), y(ms)}; }
};

/// What a latency plot says besides its lines: timeouts, stretches without a connection or without any
/// measurement, answers that came late, pings that were overtaken or lost, what the axis doesn't reach.
class LatencyMarks
{
public:
    /// Under the lines.
    static void paintUnder(QPainter *painter, const PlotPlaces &places, std::span<const DrawnSeries> drawn,
                           const QPalette &palette);
    /// Over them; in the painter's font. `ratio`: device pixels in one.
    void paintOver(QPainter *painter, const PlotPlaces &places, std::span<const DrawnSeries> drawn,
                   const QPalette &palette, double ratio);
    /// Rings around the values at the crosshair of the chart, which has one.
    static void paintEmphasis(QPainter *painter, const PlotPlaces &places, std::span<const DrawnSeries> drawn,
                              const ChartState &chart, microseconds reach, const QPalette &palette);

    /// What was painted last.
    [[nodiscard]] const ClippedMarks &clipped() const { return m_clipped; }

private:
    void paintClipped(QPainter *painter, const PlotPlaces &places, std::span<const DrawnSeries> drawn,
                      const QPalette &palette);

    ClippedMarks m_clipped;
};

} // namespace Pongwatch
