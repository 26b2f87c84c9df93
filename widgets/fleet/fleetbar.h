// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/headlinebar.h"

#include <QTimer>

namespace Pongwatch
{

class FleetBoard;

/// One line across the window: how the open fleet is, from where it is read, and how old that is. Hidden
/// while no fleet is open.
class FleetBar : public HeadlineBar
{
    Q_OBJECT

public:
    /// The board must outlive the bar.
    explicit FleetBar(const FleetBoard *board, QWidget *parent = nullptr);

    void refresh();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    const FleetBoard *m_board;
    QTimer m_clock; // for ages
};

} // namespace Pongwatch
