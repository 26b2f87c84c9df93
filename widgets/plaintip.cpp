// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plaintip.h"

#include <QToolTip>

namespace Pongwatch
{

void showPlainTip(QWidget *view, const QPoint &globalPlace, const QString &text)
{
    // Qt guesses whether a tip is rich text; with escapes, it shows exactly what was written.
    QString html = text.toHtmlEscaped();
    html.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    QToolTip::showText(globalPlace, QStringLiteral("<p>%1</p>").arg(html), view);
}

} // namespace Pongwatch
