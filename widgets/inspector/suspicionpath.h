// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/suspects.h"

#include <QWidget>

namespace Pongwatch
{

/// The way from this side to the peer as four stops on a line, with marks where to look for the fault: filled
/// where it is likely, hollow where it is possible as well.
class SuspicionPath : public QWidget
{
    Q_OBJECT

public:
    explicit SuspicionPath(QWidget *parent = nullptr);

    void setSuspicion(const Suspicion &suspicion);
    [[nodiscard]] const Suspicion &suspicion() const { return m_suspicion; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Suspicion m_suspicion;
};

} // namespace Pongwatch
