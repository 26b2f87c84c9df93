// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/panels.h"
#include "widgets/chart/splitseries.h"

namespace Pongwatch
{

/// Is it the network or the peer? Each round trip as a stacked area: the kernel's TCP round trip below, and
/// the time that the peer took to answer above. Only pings that are known one by one have both.
class SplitView : public PanelView
{
    Q_OBJECT

public:
    using PanelView::PanelView;

    /// What panel n shows. For tests.
    [[nodiscard]] const std::vector<SplitPoint> &points(qsizetype n) const { return m_panels.at(n); }

protected:
    void rebuild() override;
    void paint(QPainter *painter) override;

private:
    void paintPanel(QPainter *painter, qsizetype n) const;
    [[nodiscard]] QString figures(const std::vector<SplitPoint> &points, bool isWhole) const;

    QList<std::vector<SplitPoint>> m_panels;
    QList<bool> m_isWhole; // for each panel: whether all its pings are known one by one
    LatencyScale m_scale;
};

} // namespace Pongwatch
