// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "text/formatter.h"
#include "widgets/chart/chartseries.h"
#include "widgets/chart/clippedmarks.h"

#include <QColor>
#include <QPalette>
#include <QRect>
#include <QStringList>

#include <functional>
#include <optional>
#include <span>

class QPainter;

namespace Pongwatch
{

class ChartState;

/// The series of one line, with its look.
struct DrawnSeries {
    PeerId peer{};
    QColor color;
    bool isPointed = false;
    ChartSeries series;
    QString vantage{};          ///< empty: the line of a peer
    std::optional<int> shape{}; ///< of a vantage

    friend bool operator==(const DrawnSeries &, const DrawnSeries &) = default;
};

/// With more peers than this, lines are thin, without bands under or peaks over them, which could no longer
/// be told apart, and marks of several peers are joined.
inline constexpr size_t mostSeriesWithBands = 8;

/// Converts times (seconds since 1970) and latencies (milliseconds) to positions in a plot, in pixels.
struct PlotPlaces {
    QRect area;
    double upper = 1; ///< the largest latency inside the plot
    std::function<double(double)> x;
    std::function<double(double)> y;

    [[nodiscard]] QPointF foot(double time) const { return {x(time), area.bottom() + 0.5}; }
    [[nodiscard]] QPointF point(double time, double ms) const { return {x(time), y(ms)}; }
};

/// What a latency plot shows besides its lines: timeouts, stretches without a connection or without
/// measurements, late answers, pings that were superseded or lost, values beyond the axis.
class LatencyMarks
{
public:
    /// Below the lines; in the painter's font.
    void paintUnder(QPainter *painter, const PlotPlaces &places, std::span<const DrawnSeries> drawn,
                    const QPalette &palette);
    /// Above the lines; in the painter's font. `ratio`: device pixels per pixel.
    void paintOver(QPainter *painter, const PlotPlaces &places, std::span<const DrawnSeries> drawn,
                   const QPalette &palette, double ratio, const Formatter &format);
    /// Rings around the values at the chart's crosshair, which must be set.
    static void paintEmphasis(QPainter *painter, const PlotPlaces &places, std::span<const DrawnSeries> drawn,
                              const ChartState &chart, microseconds reach, const QPalette &palette);

    /// As last painted.
    [[nodiscard]] const ClippedMarks &clipped() const { return m_clipped; }
    /// The vantages that have their names in the plot, at their lines or at strips without a connection.
    [[nodiscard]] const QStringList &named() const { return m_named; }

private:
    void paintClipped(QPainter *painter, const PlotPlaces &places, std::span<const DrawnSeries> drawn,
                      const QPalette &palette, const Formatter &format);

    void paintDowns(QPainter *painter, const PlotPlaces &places, std::span<const DrawnSeries> drawn,
                    const QPalette &palette);
    void paintNames(QPainter *painter, const PlotPlaces &places, std::span<const DrawnSeries> drawn,
                    const QPalette &palette);

    ClippedMarks m_clipped;
    QStringList m_named;
};

} // namespace Pongwatch
