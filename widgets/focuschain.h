// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace Pongwatch
{

/// Makes the Tab key go through the panes in this order, whatever the order in which they were created;
/// inside each pane, its own order remains. Widgets created later come last.
void chainFocus(QWidget *window, const QList<QWidget *> &panes);

} // namespace Pongwatch
