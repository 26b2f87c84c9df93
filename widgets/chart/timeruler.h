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

    /// The marks of this axis, as far apart as their texts in this font need; lines of a grid stand there,
    /// too.
    [[nodiscard]] static std::vector<ChartTick> ticks(const ChartAxis &axis, const QFontMetrics &metrics);

    /// The day that the axis begins in, written before it: empty while it begins today, or when each mark is
    /// a day.
    [[nodiscard]] QString day() const;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void rebuild() override;
    void paint(QPainter *painter) override;

private:
    std::vector<ChartTick> m_ticks;
};

} // namespace Pongwatch
