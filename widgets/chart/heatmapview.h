// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/panels.h"

namespace Pongwatch
{

class Distributions;

/// Time × latency: how many pings took how long, the more the stronger the colour. Shows what a line hides:
/// two answers at once, a rare slow one, a drift. Timeouts are the red cells on top.
class HeatMapView : public PanelView
{
    Q_OBJECT

public:
    /// State and distributions outlive the view.
    HeatMapView(ChartState *state, Distributions *distributions, QWidget *parent = nullptr);

    /// The round trips that are drawn, of all panels. For tests.
    [[nodiscard]] quint64 drawnCount() const;

protected:
    void rebuild() override;
    void paint(QPainter *painter) override;

private:
    void paintPanel(QPainter *painter, qsizetype n) const;

    Distributions *m_distributions;
    QList<LatencyScale> m_scales; // each panel has its own, or one slow peer would flatten the others
};

} // namespace Pongwatch
