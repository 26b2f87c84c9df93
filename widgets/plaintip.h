// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPoint;
class QString;
class QWidget;

namespace Pongwatch
{

/// A tool tip of the view that shows the text as it is, in lines, whatever a peer has written into it.
void showPlainTip(QWidget *view, const QPoint &globalPlace, const QString &text);

} // namespace Pongwatch
