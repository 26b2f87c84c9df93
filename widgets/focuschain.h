// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace Pongwatch
{

/// Lets the Tab key go through the panes one after the other, whatever the order in which they were made;
/// inside each pane its own order stays. What is made later comes last.
void chainFocus(QWidget *window, const QList<QWidget *> &panes);

} // namespace Pongwatch
