// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/svgdrawing.h"

#include <cmath>

namespace Pongwatch
{

namespace
{

/// With at most one decimal, a tenth of a pixel.
QString n(double value)
{
    const double tenths = std::round(value * 10);
    return std::fmod(tenths, 10) == 0 ? QString::number(static_cast<qint64>(tenths / 10))
                                      : QString::number(tenths / 10, 'f', 1);
}

QString shapeToSvg(const Drawing::Shape &shape)
{
    const QString ink = cssClass(shape.ink);
    switch (shape.kind) {
    case Drawing::Shape::Kind::Rect:
        return QStringLiteral("<rect class=\"%1\" x=\"%2\" y=\"%3\" width=\"%4\" height=\"%5\"/>")
            .arg(ink, n(shape.rect.x()), n(shape.rect.y()), n(std::max(shape.rect.width(), 0.1)),
                 n(std::max(shape.rect.height(), 0.1)));
    case Drawing::Shape::Kind::Line:
        return QStringLiteral("<line class=\"%1\" x1=\"%2\" y1=\"%3\" x2=\"%4\" y2=\"%5\"/>")
            .arg(ink, n(shape.rect.left()), n(shape.rect.top()), n(shape.rect.left() + shape.rect.width()),
                 n(shape.rect.top() + shape.rect.height()));
    case Drawing::Shape::Kind::Path: {
        QString d;
        for (const QPointF &point : shape.points)
            d += (d.isEmpty() ? u'M' : u'L') + n(point.x()) + u' ' + n(point.y());
        return QStringLiteral("<path class=\"%1\" d=\"%2\"/>").arg(ink, d);
    }
    case Drawing::Shape::Kind::Text:
        break;
    }
    const QString anchor = shape.align == Drawing::Align::Left     ? QStringLiteral("start")
                           : shape.align == Drawing::Align::Middle ? QStringLiteral("middle")
                                                                   : QStringLiteral("end");
    return QStringLiteral("<text class=\"%1\" x=\"%2\" y=\"%3\" text-anchor=\"%4\">")
               .arg(ink, n(shape.rect.x()), n(shape.rect.y()), anchor) +
           shape.text.toHtmlEscaped() + QStringLiteral("</text>");
}

} // namespace

QString cssClass(Ink ink)
{
    switch (ink) {
    case Ink::Text:
        return QStringLiteral("i-text");
    case Ink::SoftText:
        return QStringLiteral("i-soft");
    case Ink::Rule:
        return QStringLiteral("i-rule");
    case Ink::Line:
        return QStringLiteral("i-line");
    case Ink::Band:
        return QStringLiteral("i-band");
    case Ink::Bar:
        return QStringLiteral("i-bar");
    case Ink::Good:
        return QStringLiteral("i-good");
    case Ink::Slow:
        return QStringLiteral("i-slow");
    case Ink::Bad:
        return QStringLiteral("i-bad");
    case Ink::Shade:
        return QStringLiteral("i-shade");
    case Ink::Quiet:
        break;
    }
    return QStringLiteral("i-quiet");
}

QString toSvg(const Drawing &drawing)
{
    // Wide drawings are not shrunk for a narrow page, as their text would become illegible.
    constexpr double wide = 600;
    QString svg = QStringLiteral("<svg viewBox=\"0 0 %1 %2\"%3 role=\"img\" aria-label=\"")
                      .arg(n(drawing.width), n(drawing.height),
                           drawing.width > wide ? QStringLiteral(" data-wide=\"\"") : QString()) +
                  drawing.description.toHtmlEscaped() + QStringLiteral("\">");
    for (const Drawing::Shape &shape : drawing.shapes)
        svg += shapeToSvg(shape);
    return svg + QStringLiteral("</svg>");
}

} // namespace Pongwatch
