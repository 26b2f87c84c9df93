// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartview.h"

#include <memory>

namespace Pongwatch
{

struct LatencyScale;

/// The latencies of some peers over one time axis: a line a peer, and where a point stands for many pings the
/// band that 90 % of them lie in with the slowest as a thin line; red marks from the axis up for timeouts,
/// hollow marks for late answers, shading where a peer had no connection. Only the .cpp knows the plotting
/// library.
class LatencyChart : public ChartView
{
    Q_OBJECT

public:
    /// The state outlives the chart.
    explicit LatencyChart(ChartState *state, QWidget *parent = nullptr);
    ~LatencyChart() override;

    /// How much of each kind is drawn. For tests.
    struct Drawn {
        int points = 0; ///< of all lines of the peer that has the most
        int timeouts = 0;
        int clipped = 0;
        int clippedLabels = 0; ///< of those, how many have their value beside them
        int late = 0;
        int bands = 0; ///< peers with a band
        int gaps = 0;  ///< stretches in which nothing was measured
        int replots = 0;
    };
    [[nodiscard]] Drawn drawn() const;

    /// What there is to wait for where nothing was measured.
    [[nodiscard]] QString emptyHint() const;
    /// The latency axis, as it was drawn last.
    [[nodiscard]] const LatencyScale &scale() const;

    [[nodiscard]] std::optional<PeerId> peerAt(const QPointF &place) const override;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void rebuild() override;
    void paint(QPainter *painter) override;
    void invalidate() override;
    void overlayChanged() override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Pongwatch
