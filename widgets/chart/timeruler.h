// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/formatter.h"
#include "widgets/chart/chartview.h"

namespace Pongwatch
{

/// The labels of a chart's time axis, in the local time zone, and the moment at the crosshair.
class TimeRuler : public ChartView
{
    Q_OBJECT

public:
    /// The state must outlive the ruler.
    explicit TimeRuler(ChartState *state, QWidget *parent = nullptr);

    /// The ticks of this axis, spaced so that their labels fit in this font; grid lines are at the same
    /// places.
    [[nodiscard]] static std::vector<ChartTick> ticks(const ChartAxis &axis, const QFontMetrics &metrics,
                                                      const Formatter &format);

    /// The day on which the axis begins, written in front of it: empty if that is today, or if each tick is a
    /// day.
    [[nodiscard]] QString day() const;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void rebuild() override;
    void paint(QPainter *painter) override;

private:
    std::vector<ChartTick> m_ticks;
};

} // namespace Pongwatch
