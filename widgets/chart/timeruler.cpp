// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/timeruler.h"

#include "items/wording.h"
#include "widgets/statuslook.h"

#include <QPainter>

namespace Pongwatch
{

TimeRuler::TimeRuler(ChartState *state, QWidget *parent)
    : ChartView(state, parent)
{
    setFocusPolicy(Qt::ClickFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize TimeRuler::sizeHint() const
{
    return {400, fontMetrics().height() + 8};
}

void TimeRuler::rebuild()
{
    const ChartAxis time = axis();
    const int room = fontMetrics().horizontalAdvance(Wording::widestClock()) + 50;
    m_ticks = chartTicks(time.range, std::max(1, static_cast<int>(time.width()) / room),
                         QTimeZone::systemTimeZone());
}

void TimeRuler::paint(QPainter *painter)
{
    const ChartAxis time = axis();
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    for (const ChartTick &tick : m_ticks) {
        const double x = time.x(tick.at);
        painter->setPen(QPen(StatusLook::hairline(palette()), 1));
        painter->drawLine(QPointF(x, 0), QPointF(x, 4));
        painter->setFont(tick.newDay ? strong : font());
        painter->setPen(tick.newDay ? palette().color(QPalette::Text) : StatusLook::quietText(palette()));
        QRectF text(x - 60, 4, 120, height() - 4);
        const double half = painter->fontMetrics().horizontalAdvance(tick.text) / 2.0;
        text.translate(std::min(0.0, width() - 2 - x - half), 0); // the last one stays inside
        painter->drawText(text, Qt::AlignHCenter | Qt::AlignTop, tick.text);
    }
    const auto &at = state()->crosshair();
    if (at && time.range.contains(*at)) {
        const QString text = Wording::moment(*at, state()->now());
        painter->setFont(strong);
        const double wide = painter->fontMetrics().horizontalAdvance(text) + 12;
        QRectF box(time.x(*at) - wide / 2, 2, wide, height() - 4);
        box.moveLeft(std::clamp(box.left(), 0.0, std::max(0.0, width() - wide)));
        painter->setPen(Qt::NoPen);
        painter->setBrush(palette().color(QPalette::Text));
        painter->drawRoundedRect(box, 3, 3);
        painter->setPen(palette().color(QPalette::Base));
        painter->drawText(box, Qt::AlignCenter, text);
    }
}

} // namespace Pongwatch
