// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartview.h"

namespace Pongwatch
{

/// The moments of a chart's time axis in words, in the local time zone, and the one at the crosshair.
class TimeRuler : public ChartView
{
    Q_OBJECT

public:
    /// The state outlives the ruler.
    explicit TimeRuler(ChartState *state, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void rebuild() override;
    void paint(QPainter *painter) override;

private:
    std::vector<ChartTick> m_ticks;
};

} // namespace Pongwatch
