// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/panels.h"

#include "widgets/chart/chartpainting.h"
#include "widgets/chart/peercolors.h"
#include "widgets/statuslook.h"

#include <QPainter>

namespace Pongwatch
{

namespace
{

constexpr double gapBetween = 16;
constexpr double above = 6;
constexpr double lowest = 56; // the smallest useful height of a panel with its title
constexpr double below = 9;   // for the lower half of a label at the bottom panel

} // namespace

qsizetype PanelView::panels() const
{
    const auto fitting =
        static_cast<qsizetype>((height() - above - below + gapBetween) / (lowest + gapBetween));
    return std::min({mostPanels, state()->peers().size(), std::max<qsizetype>(1, fitting)});
}

QRectF PanelView::panel(qsizetype n) const
{
    const auto count = static_cast<double>(std::max<qsizetype>(1, panels()));
    const double high = (height() - above - below - gapBetween * (count - 1)) / count;
    return {axis().left, above + static_cast<double>(n) * (high + gapBetween), axis().width(),
            std::max(1.0, high)};
}

void PanelView::paintLatencyAxis(QPainter *painter, const QRectF &area, const LatencyScale &scale) const
{
    paintAxis(painter, area, scale, [this](double ms) { return state()->format().axisLatency(ms); });
}

void PanelView::paintAxis(QPainter *painter, const QRectF &area, const LatencyScale &scale,
                          const std::function<QString(double)> &label) const
{
    painter->setFont(font());
    for (const double tick : scale.ticks(std::max(1, static_cast<int>(area.height() / 40)))) {
        const double y = std::floor(area.bottom() - scale.share(tick) * area.height()) + 0.5;
        painter->setPen(QPen(StatusLook::hairline(palette()), 1));
        painter->drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter->setPen(StatusLook::quietText(palette()));
        painter->drawText(QRectF(0, y - 10, area.left() - 7, 20), Qt::AlignRight | Qt::AlignVCenter,
                          label(tick));
    }
}

void PanelView::paintTitle(QPainter *painter, const QRectF &area, qsizetype n, const QString &figures) const
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const QString name = state()->nameOf(state()->peers().at(n));
    const double nameWidth = QFontMetricsF(strong).horizontalAdvance(name);
    const double figuresWidth = QFontMetricsF(font()).horizontalAdvance(figures);
    const double high = fontMetrics().height() + 4;
    QRectF box(area.left() + 6, area.top() + 4, nameWidth + figuresWidth + 40, high);
    box.setWidth(std::min(box.width(), area.width() - 12));
    QColor back = palette().color(QPalette::Base);
    back.setAlpha(215);
    painter->setPen(Qt::NoPen);
    painter->setBrush(back);
    painter->drawRoundedRect(box, 3, 3);
    painter->setBrush(state()->colors()->color(state()->peers().at(n), palette()));
    painter->drawEllipse(QPointF(box.left() + 9, box.center().y()), 4, 4);
    painter->setFont(strong);
    painter->setPen(palette().color(QPalette::Text));
    painter->drawText(box.adjusted(19, 0, 0, 0), Qt::AlignVCenter, name);
    painter->setFont(font());
    painter->setPen(StatusLook::quietText(palette()));
    painter->drawText(box.adjusted(19 + nameWidth + 10, 0, 0, 0), Qt::AlignVCenter, figures);
}

void PanelView::paintOver(QPainter *painter, bool empty) const
{
    paintHints(painter, empty);
    const QRectF area(axis().left, 0, axis().width(), height());
    paintMark(painter, area);
    paintCrosshair(painter, area);
    paintReadout(painter, area);
}

void PanelView::paintHints(QPainter *painter, bool empty) const
{
    painter->setFont(font());
    const QRectF area(axis().left, 0, axis().width(), height());
    if (state()->peers().isEmpty())
        ChartPainting::hint(painter, area, tr("Select a peer to see how it answers."), palette());
    else if (empty)
        ChartPainting::hint(painter, area, tr("No pings in this time span yet."), palette());
    if (const qsizetype more = state()->peers().size() - panels(); more > 0) {
        painter->setPen(StatusLook::quietText(palette()));
        painter->drawText(panel(panels() - 1).adjusted(0, 4, -8, 0), Qt::AlignRight | Qt::AlignTop,
                          tr("%n more selected", nullptr, static_cast<int>(more)));
    }
}

} // namespace Pongwatch
