// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/panels.h"
#include "widgets/chart/vantagerows.h"

namespace Pongwatch
{

class Distributions;

/// Time × latency: the more pings took that long, the stronger the colour. Shows what a line hides: two
/// typical answers at once, a rare slow one, a drift. The red cells on top are timeouts. Of a peer that is
/// drawn by vantage, a row for each vantage.
class HeatMapView : public PanelView
{
    Q_OBJECT

public:
    /// State and distributions must outlive the view.
    HeatMapView(ChartState *state, Distributions *distributions, QWidget *parent = nullptr);

    /// The number of round trips drawn in all panels. For tests.
    [[nodiscard]] quint64 drawnCount() const;
    /// The rows, as last painted; none unless it is drawn by vantage.
    [[nodiscard]] const VantageRows &rows() const { return m_rows; }

    [[nodiscard]] std::optional<PeerId> peerAt(const QPointF &place) const override;

protected:
    void rebuild() override;
    void paint(QPainter *painter) override;

private:
    void paintPanel(QPainter *painter, qsizetype n) const;

    Distributions *m_distributions;
    VantageRows m_rows;
    QList<LatencyScale> m_scales; // each panel has its own, so that one slow peer does not flatten the others
};

} // namespace Pongwatch
