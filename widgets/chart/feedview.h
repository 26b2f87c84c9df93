// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/feedledger.h"
#include "history/seriespyramid.h"
#include "widgets/chart/panels.h"

namespace Pongwatch
{

/// How many messages a peer's feed has per second: whether it still sends is a different question from
/// whether it answers. The background shows where the feed was stale, and where there was no connection.
class FeedView : public PanelView
{
    Q_OBJECT

public:
    using PanelView::PanelView;

    /// What panel n shows. For tests.
    [[nodiscard]] const std::vector<FeedSpan> &spans(qsizetype n) const { return m_panels.at(n).spans; }
    /// The figures next to the name in panel n.
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
    /// Messages per second; for a span that is not over, up to the present.
    [[nodiscard]] double rateOf(const FeedSpan &span) const;

    QList<Panel> m_panels;
    LatencyScale m_scale; // for messages per second
};

} // namespace Pongwatch
