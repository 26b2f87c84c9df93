// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/timeruler.h"

#include "text/formatter.h"
#include "widgets/chart/shortday.h"
#include "widgets/statuslook.h"

#include <QDateTime>
#include <QPainter>

#include <algorithm>

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
    m_ticks = ticks(axis(), fontMetrics(), state()->format());
}

std::vector<ChartTick> TimeRuler::ticks(const ChartAxis &axis, const QFontMetrics &metrics,
                                        const Formatter &format)
{
    const int room = metrics.horizontalAdvance(format.widestClock()) + 50;
    return chartTicks(axis.range, std::max(1, static_cast<int>(axis.width()) / room), format);
}

QString TimeRuler::day() const
{
    const auto dateOf = [](WallTime time) {
        return QDateTime::fromMSecsSinceEpoch(
                   std::chrono::floor<milliseconds>(time).time_since_epoch().count())
            .date();
    };
    const QDate first = dateOf(state()->range().from);
    const bool onlyDays = !m_ticks.empty() && std::all_of(m_ticks.cbegin(), m_ticks.cend(),
                                                          [](const ChartTick &tick) { return tick.newDay; });
    const QDate today = dateOf(state()->now());
    if (first == today || (onlyDays && first.year() == today.year()))
        return {};
    return shortDay(state()->format().locale(), first, first.year() != today.year());
}

void TimeRuler::paint(QPainter *painter)
{
    const ChartAxis time = axis();
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const QString begin = day();
    double freeFrom = 0;
    if (!begin.isEmpty()) {
        painter->setFont(strong);
        painter->setPen(palette().color(QPalette::Text));
        painter->drawText(QRectF(6, 4, width() - 6, height() - 4), Qt::AlignLeft | Qt::AlignTop, begin);
        freeFrom = 6 + painter->fontMetrics().horizontalAdvance(begin) + 8;
    }
    for (const ChartTick &tick : m_ticks) {
        const double x = time.x(tick.at);
        painter->setPen(QPen(StatusLook::hairline(palette()), 1));
        painter->drawLine(QPointF(x, 0), QPointF(x, 4));
        painter->setFont(tick.newDay ? strong : font());
        painter->setPen(tick.newDay ? palette().color(QPalette::Text) : StatusLook::quietText(palette()));
        QRectF text(x - 60, 4, 120, height() - 4);
        const double half = painter->fontMetrics().horizontalAdvance(tick.text) / 2.0;
        text.translate(std::min(0.0, time.right + 2 - x - half), 0); // the last one ends with the axis
        text.translate(std::max(0.0, freeFrom - (text.center().x() - half)), 0);
        painter->drawText(text, Qt::AlignHCenter | Qt::AlignTop, tick.text);
    }
    const auto &at = state()->crosshair();
    if (at && time.range.contains(*at)) {
        const QString text = state()->format().moment(*at, state()->now());
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
