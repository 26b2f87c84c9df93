// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chartpainting.h"

#include "widgets/statuslook.h"

#include <QFontMetricsF>
#include <QPainter>

namespace Pongwatch
{

void ChartPainting::shade(QPainter *painter, const QRectF &rect, const QColor &color)
{
    QColor wash = color;
    wash.setAlpha(24);
    QColor hatch = color;
    hatch.setAlpha(56);
    painter->fillRect(rect, wash);
    painter->fillRect(rect, QBrush(hatch, Qt::BDiagPattern));
}

void ChartPainting::timeout(QPainter *painter, const QRectF &area, double x, const QPalette &palette)
{
    const QColor red = StatusLook::timeoutColor(palette);
    QColor faint = red;
    faint.setAlpha(110);
    painter->fillRect(QRectF(x - 0.75, area.top(), 1.5, area.height()), faint);
    painter->setPen(Qt::NoPen);
    painter->setBrush(red);
    const double bottom = area.bottom() + 0.5;
    const QPointF flag[] = {{x, bottom - 13}, {x + 6.5, bottom}, {x - 6.5, bottom}};
    painter->drawConvexPolygon(flag, 3);
}

void ChartPainting::late(QPainter *painter, const QPointF &center, const QPalette &palette)
{
    painter->setBrush(palette.color(QPalette::Base));
    painter->setPen(QPen(StatusLook::lateColor(palette), 2));
    const QPointF diamond[] = {center + QPointF(0, -5), center + QPointF(5, 0), center + QPointF(0, 5),
                               center + QPointF(-5, 0)};
    painter->drawConvexPolygon(diamond, 4);
}

void ChartPainting::readout(QPainter *painter, const QRectF &area, double x, const QString &title,
                            const QList<ReadoutLine> &lines, const QPalette &palette, const QFont &font)
{
    QFont strong = font;
    strong.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(strong);
    double width = metrics.horizontalAdvance(title);
    for (const ReadoutLine &line : lines) {
        width = std::max(width, metrics.horizontalAdvance(line.text) + 16);
    }
    const double row = metrics.height() + 3;
    QRectF box(x + 12, area.top() + 8, width + 22, row * static_cast<double>(lines.size() + 1) + 12);
    if (box.right() > area.right()) {
        box.moveRight(x - 12);
    }

    painter->setPen(QPen(StatusLook::quietText(palette), 1));
    painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    QColor back = palette.color(QPalette::Window);
    back.setAlpha(242);
    painter->setPen(QPen(StatusLook::hairline(palette), 1));
    painter->setBrush(back);
    painter->drawRoundedRect(box, 5, 5);

    QRectF text(box.left() + 10, box.top() + 6, width + 4, row);
    painter->setFont(font);
    painter->setPen(StatusLook::quietText(palette));
    painter->drawText(text, Qt::AlignVCenter, title);
    painter->setFont(strong);
    for (const ReadoutLine &line : lines) {
        text.translate(0, row);
        painter->setPen(Qt::NoPen);
        painter->setBrush(line.color);
        painter->drawEllipse(QPointF(text.left() + 4, text.center().y()), 4, 4);
        painter->setPen(palette.color(QPalette::Text));
        painter->drawText(text.adjusted(16, 0, 0, 0), Qt::AlignVCenter, line.text);
    }
}

} // namespace Pongwatch
