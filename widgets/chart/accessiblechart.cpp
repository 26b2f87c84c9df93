// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/accessiblechart.h"

#include "widgets/chart/chartreadout.h"
#include "widgets/chart/chartview.h"

#include <algorithm>

namespace Pongwatch
{

AccessibleChart::AccessibleChart(ChartView *view)
    : QAccessibleWidget(view, QAccessible::Chart)
{
}

QAccessibleInterface *AccessibleChart::make(const QString & /*className*/, QObject *object)
{
    auto *view = qobject_cast<ChartView *>(object);
    return view ? new AccessibleChart(view) : nullptr;
}

ChartView *AccessibleChart::view() const
{
    return qobject_cast<ChartView *>(object());
}

QString AccessibleChart::text(QAccessible::Text kind) const
{
    if (kind != QAccessible::Value)
        return QAccessibleWidget::text(kind);
    const ChartState *state = view()->state();
    if (!state->crosshair())
        return {};
    return view()->readout().spoken();
}

void *AccessibleChart::interface_cast(QAccessible::InterfaceType kind)
{
    if (kind == QAccessible::ValueInterface)
        return static_cast<QAccessibleValueInterface *>(this);
    return QAccessibleWidget::interface_cast(kind);
}

QVariant AccessibleChart::currentValue() const
{
    const ChartState *state = view()->state();
    const WallTime moment = state->crosshair().value_or(state->range().to);
    return toSeconds(moment - state->range().from);
}

void AccessibleChart::setCurrentValue(const QVariant &value)
{
    const TimeRange range = view()->state()->range();
    const double place = std::clamp(value.toDouble(), 0.0, toSeconds(range.length()));
    view()->state()->setCrosshair(range.from + std::chrono::duration_cast<microseconds>(fromSeconds(place)));
}

QVariant AccessibleChart::maximumValue() const
{
    return toSeconds(view()->state()->span());
}

QVariant AccessibleChart::minimumValue() const
{
    return 0.0;
}

QVariant AccessibleChart::minimumStepSize() const
{
    return toSeconds(view()->axis().reach(1));
}

} // namespace Pongwatch
