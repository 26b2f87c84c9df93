// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/panels.h"
#include "widgets/chart/splitseries.h"

namespace Pongwatch
{

/// Is it the network or the peer? Each round trip as an area of two storeys: the kernel's TCP round trip
/// below, and on top what the peer took to answer. Only pings that are known one by one have both.
class SplitView : public PanelView
{
    Q_OBJECT

public:
    using PanelView::PanelView;

    /// What the n-th panel shows. For tests.
    [[nodiscard]] const std::vector<SplitPoint> &points(qsizetype n) const { return m_panels.at(n); }

protected:
    void rebuild() override;
    void paint(QPainter *painter) override;

private:
    void paintPanel(QPainter *painter, qsizetype n) const;
    [[nodiscard]] QString figures(const std::vector<SplitPoint> &points, bool isWhole) const;

    QList<std::vector<SplitPoint>> m_panels;
    QList<bool> m_isWhole; // whether all pings of the panel are known one by one
    LatencyScale m_scale;
};

} // namespace Pongwatch
