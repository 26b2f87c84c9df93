// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartview.h"

#include <memory>

namespace Pongwatch
{

struct LatencyScale;

/// The latencies of some peers over one time axis: a line for each peer. Where a point represents many pings:
/// the band that 90 % of them are in, and the slowest as a thin line. Timeouts are red marks rising from the
/// axis, late answers hollow marks; stretches without a connection are shaded. Only the .cpp knows the
/// plotting library.
class LatencyChart : public ChartView
{
    Q_OBJECT

public:
    /// The state must outlive the chart.
    explicit LatencyChart(ChartState *state, QWidget *parent = nullptr);
    ~LatencyChart() override;

    /// How much of each kind is drawn. For tests.
    struct Drawn {
        int points = 0; ///< of all lines of the peer with the most
        int timeouts = 0;
        int clipped = 0;
        int clippedLabels = 0; ///< how many of those have their values next to them
        int late = 0;
        int bands = 0; ///< peers with a band
        int gaps = 0;  ///< stretches in which nothing was measured
        int replots = 0;
    };
    [[nodiscard]] Drawn drawn() const;
    /// The vantages that had room for their names in the plot when it was last painted.
    [[nodiscard]] QStringList namedVantages() const;

    /// What the user is waiting for if nothing was measured yet.
    [[nodiscard]] QString emptyHint() const;
    /// The latency axis, as last drawn.
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
