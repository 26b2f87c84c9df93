// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/latencyscale.h"
#include "widgets/chart/chartview.h"

#include <functional>

namespace Pongwatch
{

/// A view that draws a panel of its own for each peer, one over the other. The first few peers get one,
/// as many as have room.
class PanelView : public ChartView
{
    Q_OBJECT

public:
    static constexpr qsizetype mostPanels = 4;

    using ChartView::ChartView;

    [[nodiscard]] QSize sizeHint() const override { return {760, 220}; }

protected:
    /// How many there are.
    [[nodiscard]] qsizetype panels() const;
    /// The n-th one's part of the widget.
    [[nodiscard]] QRectF panel(qsizetype n) const;

    /// Labels and grid lines of an axis on the left of the panel.
    void paintAxis(QPainter *painter, const QRectF &area, const LatencyScale &scale,
                   const std::function<QString(double)> &label) const;
    void paintLatencyAxis(QPainter *painter, const QRectF &area, const LatencyScale &scale) const;
    /// The name of the panel's peer, with a few figures beside it, in its upper corner.
    void paintTitle(QPainter *painter, const QRectF &area, qsizetype n, const QString &figures) const;
    /// What lies over the panels: a hint where nothing was measured (`empty`) or peers are left out, the
    /// marked range, the crosshair and what it reads.
    void paintOver(QPainter *painter, bool empty) const;

private:
    void paintHints(QPainter *painter, bool empty) const;
};

} // namespace Pongwatch
