// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/quietlabel.h"

#include "widgets/statuslook.h"

#include <QEvent>
#include <QGuiApplication>

namespace Pongwatch
{

QuietLabel::QuietLabel(Kind kind, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    if (kind == Heading) {
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        setFont(strong);
    }
    takeColor();
}

void QuietLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange) &&
        !m_taking)
        takeColor();
}

void QuietLabel::takeColor()
{
    m_taking = true;
    QPalette own = palette();
    own.setColor(QPalette::WindowText, StatusLook::quietText(QGuiApplication::palette()));
    setPalette(own);
    m_taking = false;
}

} // namespace Pongwatch
