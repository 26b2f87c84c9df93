// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/latencyhistogram.h"
#include "text/latencyscale.h"
#include "widgets/chart/panels.h"

namespace Pongwatch
{

class Distributions;

/// The distribution of latencies in the marked range, or else in the visible one: a stepped curve for each
/// peer, with lines at its median, p95 and p99. The horizontal axis is latency.
class HistogramView : public PanelView
{
    Q_OBJECT

public:
    /// State and distributions must outlive the view.
    HistogramView(ChartState *state, Distributions *distributions, QWidget *parent = nullptr);

    /// The number of round trips drawn. For tests.
    [[nodiscard]] quint64 drawnCount() const;

    /// The share of pings in the bin under the pointer.
    [[nodiscard]] QString tipAt(const QPointF &place) const override;

protected:
    void rebuild() override;
    void paint(QPainter *painter) override;

private:
    struct Curve {
        qsizetype series = 0;
        LatencyHistogram histogram;
        std::vector<double> bins;
        quint64 roundTrips = 0;
    };

    [[nodiscard]] QRectF area() const;
    [[nodiscard]] double x(double ms) const;
    void paintScales(QPainter *painter) const;
    [[nodiscard]] QRectF placeOf(const Curve &curve) const;
    void paintNameOf(QPainter *painter, const Curve &curve) const;
    /// With so many vantages, each curve has a row.
    [[nodiscard]] bool isCrowded() const;
    [[nodiscard]] LineLook lookOf(const Curve &curve) const;
    void paintCurve(QPainter *painter, const Curve &curve) const;
    void paintQuantileLines(QPainter *painter, const Curve &curve) const;
    void paintQuantileLabels(QPainter *painter, const Curve &curve, qsizetype place) const;

    Distributions *m_distributions;
    std::vector<Curve> m_curves;
    LatencyScale m_scale;
    double m_highest = 1; // the share of a curve's pings in one bin
};

} // namespace Pongwatch
