// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/linelook.h"

#include "widgets/statuslook.h"

#include <QPainter>
#include <QPolygonF>

#include <array>
#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr int markShapes = 7; // without a common factor with the number of dashes, so that pairs differ

/// In widths of the line; empty: solid.
QVector<qreal> dashesOf(int shape)
{
    static const std::array<QVector<qreal>, 5> dashes = {{{}, {7, 3}, {1.5, 3}, {8, 3, 1.5, 3}, {14, 4}}};
    return dashes.at(static_cast<size_t>(shape) % dashes.size());
}

} // namespace

LineLook LineLook::faded(const QPalette &palette) const
{
    constexpr double background = 0.72;
    return {StatusLook::mixed(color, palette.color(QPalette::Base), background), shape};
}

QPen LineLook::pen(double width) const
{
    QPen pen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (const QVector<qreal> dashes = dashesOf(shape.value_or(0)); !dashes.isEmpty()) {
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern(dashes);
    }
    return pen;
}

void LineLook::paintMark(QPainter *painter, const QPointF &middle, double size) const
{
    const double r = size / 2;
    const auto at = [&](double x, double y) { return middle + QPointF(x * r, y * r); };
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    switch (shape.value_or(0) % markShapes) {
    case 0:
        painter->drawEllipse(middle, r, r);
        break;
    case 1:
        painter->drawPolygon(QPolygonF({at(-0.9, -0.9), at(0.9, -0.9), at(0.9, 0.9), at(-0.9, 0.9)}));
        break;
    case 2:
        painter->drawPolygon(QPolygonF({at(0, -1.1), at(1.1, 0.9), at(-1.1, 0.9)}));
        break;
    case 3:
        painter->drawPolygon(QPolygonF({at(0, -1.3), at(1.3, 0), at(0, 1.3), at(-1.3, 0)}));
        break;
    case 4:
        painter->drawPolygon(QPolygonF({at(-1.1, -0.9), at(1.1, -0.9), at(0, 1.1)}));
        break;
    default: {
        const bool isUpright = shape.value_or(0) % markShapes == 5;
        painter->setPen(QPen(color, std::max(1.4, size / 4), Qt::SolidLine, Qt::FlatCap));
        const double reach = isUpright ? 1.2 : 0.95;
        painter->drawLine(isUpright ? at(-reach, 0) : at(-reach, -reach),
                          isUpright ? at(reach, 0) : at(reach, reach));
        painter->drawLine(isUpright ? at(0, -reach) : at(-reach, reach),
                          isUpright ? at(0, reach) : at(reach, -reach));
        break;
    }
    }
}

QPixmap LineLook::mark(double size, double ratio) const
{
    const int side = static_cast<int>(std::ceil(size * 1.3)) | 1; // diamonds are larger
    QPixmap picture(QSize(side, side) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMark(&painter, QPointF(side / 2.0, side / 2.0), size);
    return picture;
}

void LineLook::paintSample(QPainter *painter, const QRectF &place) const
{
    painter->setPen(pen(2));
    painter->setBrush(Qt::NoBrush);
    painter->drawLine(QPointF(place.left(), place.center().y()), QPointF(place.right(), place.center().y()));
    paintMark(painter, place.center(), 7);
}

} // namespace Pongwatch
