// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPoint;
class QString;
class QWidget;

namespace Pongwatch
{

/// A tool tip of the view that shows plain text in lines, whatever markup a peer has put into it.
void showPlainTip(QWidget *view, const QPoint &globalPlace, const QString &text);

} // namespace Pongwatch
