// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rendering/layoutpainter.h"

#include <QPainter>
#include <QPainterPath>

namespace Pongwatch
{

namespace
{

void paintFill(QPainter &painter, const PlacedFill &fill, const ReportTheme &theme)
{
    switch (fill.kind) {
    case PlacedFill::Kind::Tile: {
        QPainterPath path;
        path.addRoundedRect(fill.rect, 5, 5);
        painter.fillPath(path, theme.tile());
        break;
    }
    case PlacedFill::Kind::Rule:
        painter.fillRect(fill.rect, theme.color(Ink::Rule));
        break;
    case PlacedFill::Kind::NoteBar:
        painter.fillRect(fill.rect, theme.color(Ink::Line));
        break;
    }
}

void paintText(QPainter &painter, const Drawing::Shape &shape, const ReportTheme &theme)
{
    // Laid out like all other text, so that widths are the same on screen and on paper.
    const TextBlock block(shape.text, theme.drawingFont(), 0);
    const double width = block.naturalWidth();
    const double shift = shape.align == Drawing::Align::Left     ? 0
                         : shape.align == Drawing::Align::Middle ? width / 2
                                                                 : width;
    const QTextLine line = block.line(0);
    painter.setPen(theme.color(shape.ink));
    line.draw(&painter, QPointF(shape.rect.x() - shift, shape.rect.y() - line.ascent()));
}

} // namespace

void paintDrawing(QPainter &painter, const Drawing &drawing, const ReportTheme &theme)
{
    for (const Drawing::Shape &shape : drawing.shapes) {
        const QColor color = theme.color(shape.ink);
        switch (shape.kind) {
        case Drawing::Shape::Kind::Rect:
            painter.fillRect(shape.rect, color);
            break;
        case Drawing::Shape::Kind::Line:
            painter.setPen(QPen(color, 0.75));
            painter.drawLine(QLineF(shape.rect.left(), shape.rect.top(),
                                    shape.rect.left() + shape.rect.width(),
                                    shape.rect.top() + shape.rect.height()));
            break;
        case Drawing::Shape::Kind::Path:
            painter.setPen(QPen(color, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawPolyline(QPolygonF(shape.points));
            break;
        case Drawing::Shape::Kind::Text:
            paintText(painter, shape, theme);
            break;
        }
    }
}

void paintPage(QPainter &painter, const LaidOutPage &page, const ReportTheme &theme)
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (const PlacedFill &fill : page.fills)
        paintFill(painter, fill, theme);
    for (const PlacedDrawing &placed : page.drawings) {
        painter.save();
        painter.translate(placed.at);
        painter.scale(placed.scale, placed.scale);
        paintDrawing(painter, placed.drawing, theme);
        painter.restore();
    }
    for (const PlacedText &text : page.texts) {
        painter.setPen(theme.color(text.block.tone()));
        text.block.line(text.line).draw(&painter, text.at);
    }
}

} // namespace Pongwatch
