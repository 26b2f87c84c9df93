// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QAccessibleWidget>

namespace Pongwatch
{

class ChartView;

/// A view of a chart as screen readers know it: its value is the place of the crosshair in the range that is
/// shown, in seconds from its beginning, which can be read and set; its text is what is read out there.
class AccessibleChart : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit AccessibleChart(ChartView *view);

    /// To be installed as QAccessible's factory; null for what is no ChartView.
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
