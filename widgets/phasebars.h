// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"

#include <QWidget>

namespace Pongwatch
{

/// The steps of a dial as a waterfall: one bar a step, each beginning where the one before ended.
class PhaseBars : public QWidget
{
    Q_OBJECT

public:
    explicit PhaseBars(QWidget *parent = nullptr);

    void setPhases(const DialPhases &phases);

    /// One step a line, to be copied.
    [[nodiscard]] QString plainText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void nameSteps();

    struct Step {
        QString name;
        nanoseconds duration{0};
    };

    [[nodiscard]] int rowHeight() const { return fontMetrics().height() + 5; }

    DialPhases m_phases;
    QList<Step> m_steps;
};

} // namespace Pongwatch
