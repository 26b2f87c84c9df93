// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plaintip.h"

#include <QToolTip>

namespace Pongwatch
{

QString plainTip(const QString &text)
{
    QString html = text.toHtmlEscaped();
    html.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    return QStringLiteral("<p>%1</p>").arg(html);
}

void showPlainTip(QWidget *view, const QPoint &globalPlace, const QString &text)
{
    QToolTip::showText(globalPlace, plainTip(text), view);
}

} // namespace Pongwatch
