// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pathtrace.h"
#include "widgets/chart/panels.h"

#include <vector>

namespace Pongwatch
{

/// The network path to each peer over time: a row for each hop, a column for each trace. The stronger the
/// colour, the longer the hop took to answer; a hole is loss, and an empty frame a hop that no longer
/// answers. Traces of earlier runs come from the
/// history.
class HopsView : public PanelView
{
    Q_OBJECT

public:
    using PanelView::PanelView;

    /// How strong the colour of a hop is, from 0 to 1, when `slowest` is as strong as can be. By the
    /// logarithm: what takes 1 ms and what takes 100 ms are both to be told from 10 ms.
    [[nodiscard]] static double strengthOf(nanoseconds latency, nanoseconds slowest);

    /// What panel n shows, in time order. For tests.
    [[nodiscard]] const std::vector<SharedPath> &shown(qsizetype n) const { return m_panels.at(n).traces; }
    [[nodiscard]] int rows(qsizetype n) const { return m_panels.at(n).rows; }

    /// Each hop of the trace at the crosshair.
    [[nodiscard]] ChartReadout readout() const override;
    /// The hop at that place.
    [[nodiscard]] QString tipAt(const QPointF &place) const override;

protected:
    void rebuild() override;
    void paint(QPainter *painter) override;

private:
    struct Panel {
        std::vector<SharedPath> traces; ///< within the range
        int rows = 0;                   ///< hops
        nanoseconds slowest{0};
        /// Whether a hop answered in any of the traces; else it never does, and its silence says nothing.
        std::vector<bool> answers;
    };

    void paintPanel(QPainter *painter, qsizetype n) const;
    void paintTrace(QPainter *painter, const QRectF &column, const Panel &panel, const PathTrace &trace,
                    const QColor &color) const;
    void paintRows(QPainter *painter, const QRectF &area, int rows) const;
    /// Where the trace is drawn.
    [[nodiscard]] QRectF columnOf(const Panel &panel, size_t trace, const QRectF &area) const;
    /// The newest trace that began before the moment; null: none.
    [[nodiscard]] static const TracedPath *traceAt(const Panel &panel, WallTime moment);
    [[nodiscard]] QString hopText(const PathHop &hop, const TracedPath &path) const;

    QList<Panel> m_panels;
};

} // namespace Pongwatch
