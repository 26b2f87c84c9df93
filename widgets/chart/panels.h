// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/latencyscale.h"
#include "widgets/chart/chartview.h"

#include <functional>

namespace Pongwatch
{

/// A view with a panel for each peer, one above the other. Only the first few peers get one, as many as there
/// is room for.
class PanelView : public ChartView
{
    Q_OBJECT

public:
    static constexpr qsizetype mostPanels = 4;

    using ChartView::ChartView;

    [[nodiscard]] QSize sizeHint() const override { return {760, 220}; }

protected:
    /// The number of panels.
    [[nodiscard]] qsizetype panels() const;
    /// The part of the widget for panel n.
    [[nodiscard]] QRectF panel(qsizetype n) const;

    /// Labels and grid lines of an axis on the left of the panel.
    void paintAxis(QPainter *painter, const QRectF &area, const LatencyScale &scale,
                   const std::function<QString(double)> &label) const;
    void paintLatencyAxis(QPainter *painter, const QRectF &area, const LatencyScale &scale) const;
    /// The name of the panel's peer, with a few figures next to it, in an upper corner.
    void paintTitle(QPainter *painter, const QRectF &area, qsizetype n, const QString &figures) const;
    /// What is above the panels: a hint if nothing was measured (`empty`) or peers are left out, the marked
    /// range, and the crosshair with its readout.
    void paintOver(QPainter *painter, bool empty) const;

private:
    void paintHints(QPainter *painter, bool empty) const;
};

} // namespace Pongwatch
