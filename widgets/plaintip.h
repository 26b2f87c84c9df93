// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPoint;
class QWidget;

namespace Pongwatch
{

/// The text as a tool tip that shows exactly what was written: Qt guesses whether a tip is rich text.
[[nodiscard]] QString plainTip(const QString &text);

/// A tool tip of the view that shows plain text in lines, whatever markup a peer has put into it.
void showPlainTip(QWidget *view, const QPoint &globalPlace, const QString &text);

} // namespace Pongwatch
