// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/store/historystatus.h"

#include <QLabel>

namespace Pongwatch
{

/// Shows the size of the history, or that it can't be written and how much is waiting in memory. Hidden until
/// there is a history.
class HistoryLabel : public QLabel
{
    Q_OBJECT

public:
    explicit HistoryLabel(QWidget *parent = nullptr);

    void showStatus(const Pongwatch::HistoryStatus &status);
};

} // namespace Pongwatch
