// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/feedledger.h"
#include "history/seriespyramid.h"
#include "widgets/chart/panels.h"

namespace Pongwatch
{

/// How many messages of its feed a peer sends in a second: whether it still sends is another question than
/// whether it answers. The ground shows where it was stale, and where it was not connected.
class FeedView : public PanelView
{
    Q_OBJECT

public:
    using PanelView::PanelView;

    /// What the n-th panel shows. For tests.
    [[nodiscard]] const std::vector<FeedSpan> &spans(qsizetype n) const { return m_panels.at(n).spans; }
    /// What stands beside the n-th panel's name.
    [[nodiscard]] QString figures(qsizetype n) const;

    /// Each peer's rate of messages at the crosshair.
    [[nodiscard]] ChartReadout readout() const override;

protected:
    void rebuild() override;
    void paint(QPainter *painter) override;

private:
    struct Panel {
        std::vector<FeedSpan> spans;
        std::vector<StateSpan> states;
    };

    void paintPanel(QPainter *painter, qsizetype n) const;
    void paintGround(QPainter *painter, const QRectF &area, const std::vector<StateSpan> &states) const;
    /// Messages a second; of a span that is not over yet, as far as it has gone.
    [[nodiscard]] double rateOf(const FeedSpan &span) const;

    QList<Panel> m_panels;
    LatencyScale m_scale; // of messages a second
};

} // namespace Pongwatch
