// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/headlinebar.h"

#include "widgets/statuslook.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr int barEdge = 12; // from the border to the shape, and from the last letter to the border
constexpr int barGap = 9;   // from the shape to the words
constexpr int betweenTexts = 18;

} // namespace

HeadlineBar::HeadlineBar(QWidget *parent)
    : QAbstractButton(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void HeadlineBar::setHeadline(const Headline &headline)
{
    if (headline == m_headline)
        return;
    m_headline = headline;
    setAccessibleName(headline.beside.isEmpty()
                          ? headline.text
                          : tr("%1 %2", "two sentences").arg(headline.text, headline.beside));
    update();
}

QFont HeadlineBar::headlineFont() const
{
    QFont strong = font();
    strong.setPointSizeF(strong.pointSizeF() * 1.15);
    strong.setWeight(QFont::DemiBold);
    return strong;
}

int HeadlineBar::shapeSize() const
{
    return QFontMetrics(headlineFont()).height() - 1;
}

QSize HeadlineBar::sizeHint() const
{
    return {480, QFontMetrics(headlineFont()).height() + 14};
}

QSize HeadlineBar::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void HeadlineBar::paintEvent(QPaintEvent * /*event*/)
{
    const Health worst = m_headline.health;
    const bool trouble = m_headline.isTrouble;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (trouble)
        painter.fillRect(rect(), StatusLook::wash(worst, palette()));
    painter.fillRect(QRect(0, height() - 1, width(), 1), StatusLook::hairline(palette()));

    const auto mirrored = [this](const QRectF &area) {
        return isRightToLeft() ? QRectF(width() - area.right(), area.top(), area.width(), area.height())
                               : area;
    };
    const QColor color = StatusLook::healthColor(worst, palette());
    const double shape = shapeSize();
    const double top = (height() - 1 - shape) / 2.0;
    StatusLook::paintShape(&painter, mirrored({barEdge, top, shape, shape}), worst, color);

    // What happened comes first; where to look, if there is room.
    const double left = barEdge + shape + barGap;
    const double room = width() - left - barEdge;
    const QFontMetricsF strong(headlineFont());
    const QFontMetricsF plain(font());
    const double besideWidth = m_headline.beside.isEmpty()
                                   ? 0
                                   : std::min(plain.horizontalAdvance(m_headline.beside) + 2, room * 0.45);
    const double headlineRoom = room - (besideWidth > 0 ? besideWidth + betweenTexts : 0);
    const Qt::Alignment side = (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    const double lines = height() - 1;
    painter.setFont(headlineFont());
    painter.setPen(trouble ? color : palette().color(QPalette::WindowText));
    painter.drawText(mirrored({left, 0, headlineRoom, lines}), static_cast<int>(side),
                     strong.elidedText(m_headline.text, Qt::ElideRight, headlineRoom));
    if (besideWidth > 0) {
        painter.setFont(font());
        painter.setPen(m_headline.isWarning ? StatusLook::warningColor(palette())
                                            : palette().color(QPalette::WindowText));
        painter.drawText(mirrored({width() - barEdge - besideWidth, 0, besideWidth, lines}),
                         static_cast<int>(side),
                         plain.elidedText(m_headline.beside, Qt::ElideRight, besideWidth));
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(StatusLook::focusRing(palette()), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -3), 3, 3);
    }
}

void HeadlineBar::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace Pongwatch
