// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/situationbar.h"

#include "peers/situationtext.h"
#include "peers/situationwatch.h"
#include "widgets/statuslook.h"

#include <QEvent>
#include <QPainter>

#include <chrono>

namespace Pongwatch
{

namespace
{

constexpr int barEdge = 12; // from the border to the shape, and from the last letter to the border
constexpr int barGap = 9;   // from the shape to the words
constexpr int betweenTexts = 18;

} // namespace

SituationBar::SituationBar(const SituationWatch *watch, QWidget *parent)
    : QAbstractButton(parent)
    , m_watch(watch)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    m_clock.setTimerType(Qt::VeryCoarseTimer);
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &SituationBar::refresh);
    connect(watch, &SituationWatch::changed, this, &SituationBar::refresh);
    refresh();
}

void SituationBar::refresh()
{
    const Situation &situation = m_watch->situation();
    setClock();
    const QString headline = SituationText::headline(situation, *m_watch->book());
    const QString suspicion = SituationText::suspicion(situation);
    if (headline == m_headline && suspicion == m_suspicion)
        return;
    m_headline = headline;
    m_suspicion = suspicion;
    setAccessibleName(suspicion.isEmpty() ? headline : tr("%1 %2", "two sentences").arg(headline, suspicion));
    setToolTip(situation.inTrouble.isEmpty()
                   ? QString()
                   : tr("%1\n%2\nClick to select the peers in trouble.").arg(headline, suspicion));
    update();
}

/// Only trouble has a duration in seconds.
void SituationBar::setClock()
{
    const bool counts = !m_watch->situation().inTrouble.isEmpty() && m_isSeen;
    if (counts && !m_clock.isActive())
        m_clock.start();
    else if (!counts)
        m_clock.stop();
}

QFont SituationBar::headlineFont() const
{
    QFont strong = font();
    strong.setPointSizeF(strong.pointSizeF() * 1.15);
    strong.setWeight(QFont::DemiBold);
    return strong;
}

int SituationBar::shapeSize() const
{
    return QFontMetrics(headlineFont()).height() - 1;
}

QSize SituationBar::sizeHint() const
{
    return {480, QFontMetrics(headlineFont()).height() + 14};
}

QSize SituationBar::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void SituationBar::paintEvent(QPaintEvent * /*event*/)
{
    const Health worst = m_watch->situation().worst;
    const bool trouble = !m_watch->situation().inTrouble.isEmpty();
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
    const double suspicionWidth =
        m_suspicion.isEmpty() ? 0 : std::min(plain.horizontalAdvance(m_suspicion) + 2, room * 0.45);
    const double headlineRoom = room - (suspicionWidth > 0 ? suspicionWidth + betweenTexts : 0);
    const Qt::Alignment side = (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    const double lines = height() - 1;
    painter.setFont(headlineFont());
    painter.setPen(trouble ? color : palette().color(QPalette::WindowText));
    painter.drawText(mirrored({left, 0, headlineRoom, lines}), static_cast<int>(side),
                     strong.elidedText(m_headline, Qt::ElideRight, headlineRoom));
    if (suspicionWidth > 0) {
        painter.setFont(font());
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(mirrored({width() - barEdge - suspicionWidth, 0, suspicionWidth, lines}),
                         static_cast<int>(side),
                         plain.elidedText(m_suspicion, Qt::ElideRight, suspicionWidth));
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(StatusLook::focusRing(palette()), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -3), 3, 3);
    }
}

void SituationBar::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        refresh();
    else if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void SituationBar::showEvent(QShowEvent *event)
{
    m_isSeen = true;
    refresh();
    QAbstractButton::showEvent(event);
}

void SituationBar::hideEvent(QHideEvent *event)
{
    m_isSeen = false;
    setClock();
    QAbstractButton::hideEvent(event);
}

} // namespace Pongwatch
