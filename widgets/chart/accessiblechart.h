// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QAccessibleWidget>

namespace Pongwatch
{

class ChartView;

/// A view of a chart as seen by screen readers: its value is the position of the crosshair in the visible
/// range, in seconds from its start, which can be read and set; its text is the readout there.
class AccessibleChart : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit AccessibleChart(ChartView *view);

    /// A factory for QAccessible; null for objects that are not a ChartView.
    static QAccessibleInterface *make(const QString &className, QObject *object);

    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void *interface_cast(QAccessible::InterfaceType kind) override;

    [[nodiscard]] QVariant currentValue() const override;
    void setCurrentValue(const QVariant &value) override;
    [[nodiscard]] QVariant maximumValue() const override;
    [[nodiscard]] QVariant minimumValue() const override;
    [[nodiscard]] QVariant minimumStepSize() const override;

private:
    [[nodiscard]] ChartView *view() const;
};

} // namespace Pongwatch
