// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/statuslook.h"

#include <QPainter>
#include <QPainterPath>

#include <array>

namespace Pongwatch
{

namespace
{

constexpr size_t seriesColors = 8;

QColor pick(const QPalette &palette, QRgb light, QRgb dark)
{
    return QColor::fromRgb(StatusLook::isDark(palette) ? dark : light);
}

void paintDiamond(QPainter *painter, const QRectF &r)
{
    const QPointF points[] = {{r.center().x(), r.top()},
                              {r.right(), r.center().y()},
                              {r.center().x(), r.bottom()},
                              {r.left(), r.center().y()}};
    painter->drawConvexPolygon(points, 4);
}

/// Two triangles that meet at a point.
void paintHourglass(QPainter *painter, const QRectF &r)
{
    const double narrower = r.width() / 10;
    const QRectF glass = r.adjusted(narrower, 0, -narrower, 0);
    painter->drawPolygon(QPolygonF({glass.topLeft(), glass.topRight(), glass.center()}));
    painter->drawPolygon(QPolygonF({glass.bottomLeft(), glass.bottomRight(), glass.center()}));
}

/// A triangle with an exclamation mark cut out of it.
void paintWarning(QPainter *painter, const QRectF &r)
{
    QPainterPath path;
    path.moveTo(r.center().x(), r.top());
    path.lineTo(r.right(), r.bottom());
    path.lineTo(r.left(), r.bottom());
    path.closeSubpath();
    const double unit = r.width() / 14;
    QPainterPath mark;
    mark.addRect(QRectF(r.center().x() - unit, r.top() + 4.6 * unit, 2 * unit, 4.6 * unit));
    mark.addRect(QRectF(r.center().x() - unit, r.top() + 10.4 * unit, 2 * unit, 2 * unit));
    painter->drawPath(path.subtracted(mark));
}

/// A disc with a cross cut out of it.
void paintCross(QPainter *painter, const QRectF &r, const QColor &color)
{
    painter->drawEllipse(r);
    const double inset = r.width() * 0.3;
    const QRectF inner = r.adjusted(inset, inset, -inset, -inset);
    const QColor cut = color.lightness() > 140 ? QColor(Qt::black) : QColor(Qt::white);
    painter->setPen(QPen(cut, r.width() * 0.13, Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(inner.topLeft(), inner.bottomRight());
    painter->drawLine(inner.bottomLeft(), inner.topRight());
}

/// A triangle pointing down.
void paintDown(QPainter *painter, const QRectF &r)
{
    painter->drawPolygon(QPolygonF({r.topLeft(), r.topRight(), QPointF(r.center().x(), r.bottom())}));
}

/// A ring, half of it filled.
void paintHalf(QPainter *painter, const QRectF &r, const QColor &color)
{
    const double line = r.width() / 8;
    const QRectF disc = r.adjusted(line / 2, line / 2, -line / 2, -line / 2);
    constexpr int half = 180 * 16;
    painter->drawPie(disc, half / 2, half);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(color, line));
    painter->drawEllipse(disc);
}

/// A broken ring.
void paintUnknown(QPainter *painter, const QRectF &r, const QColor &color)
{
    const double line = r.width() / 8;
    constexpr int pieces = 4;
    constexpr int piece = 360 * 16 / pieces;
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(color, line, Qt::SolidLine, Qt::FlatCap));
    for (int i = 0; i < pieces; ++i)
        painter->drawArc(r.adjusted(line, line, -line, -line), i * piece, piece * 3 / 5);
}

/// A triangle pointing up next to one pointing down.
void paintUpAndDown(QPainter *painter, const QRectF &r)
{
    const double half = r.width() / 2;
    painter->drawPolygon(QPolygonF({QPointF(r.left(), r.bottom() - r.height() / 5),
                                    QPointF(r.left() + half, r.bottom() - r.height() / 5),
                                    QPointF(r.left() + half / 2, r.top() - 0.5)}));
    painter->drawPolygon(QPolygonF({QPointF(r.left() + half, r.top() + r.height() / 5),
                                    QPointF(r.right(), r.top() + r.height() / 5),
                                    QPointF(r.right() - half / 2, r.bottom() + 0.5)}));
}

} // namespace

bool StatusLook::isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128;
}

QColor StatusLook::healthColor(Health health, const QPalette &palette)
{
    switch (health) {
    case Health::Failed:
        return pick(palette, 0xff9b1c4d, 0xfff778ba);
    case Health::TimedOut:
        return timeoutColor(palette);
    case Health::Waiting:
        return pick(palette, 0xffb3121d, 0xffff7b72);
    case Health::Closed:
        return pick(palette, 0xffa04100, 0xffffa657);
    case Health::Flapping:
        return pick(palette, 0xffa8321a, 0xffff9a76);
    case Health::Stale:
        return pick(palette, 0xff8a3d8f, 0xffd8a0e6);
    case Health::Partly:
        return pick(palette, 0xff98480a, 0xfff0a868);
    case Health::Unknown:
        return pick(palette, 0xff4a5a74, 0xffa9b8cf);
    case Health::Connecting:
        return pick(palette, 0xff0a5fb4, 0xff79b8ff);
    case Health::Slow:
        return pick(palette, 0xff8a6100, 0xffe3b341);
    case Health::Ok:
        return pick(palette, 0xff17784a, 0xff4cc38a);
    case Health::Paused:
        break;
    }
    return quietText(palette);
}

QColor StatusLook::timeoutColor(const QPalette &palette)
{
    return pick(palette, 0xffce1126, 0xffff6b63);
}

QColor StatusLook::lateColor(const QPalette &palette)
{
    return pick(palette, 0xff8a6100, 0xffe3b341);
}

QColor StatusLook::seriesColor(qsizetype n, const QPalette &palette)
{
    // Blue, orange, bluish green, reddish purple, black, sky blue, yellow; wine. For each kind of colour
    // blindness (Machado, Oliveira and Fernandes, 2009), any two differ by at least 16 (CIE 1976 difference).
    static constexpr std::array<QRgb, seriesColors> light = {0xff0060a8, 0xffcb8003, 0xff009070, 0xffc470b0,
                                                             0xff1f2328, 0xff5a8dec, 0xff50590f, 0xff7a1a50};
    static constexpr std::array<QRgb, seriesColors> dark = {0xff3c7fd8, 0xffef9d00, 0xff12db9b, 0xffd17bcb,
                                                            0xfff3ffe5, 0xffb5e6ff, 0xfff7e071, 0xff8f5f80};
    const auto place = static_cast<size_t>(n) % light.size();
    return pick(palette, light[place], dark[place]);
}

QColor StatusLook::greySeries(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), isDark(palette) ? 0.5 : 0.52);
}

QColor StatusLook::quietText(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), isDark(palette) ? 0.32 : 0.31);
}

QColor StatusLook::hairline(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), isDark(palette) ? 0.2 : 0.13);
}

QColor StatusLook::mixed(const QColor &a, const QColor &b, double shareOfB)
{
    const auto channel = [shareOfB](int x, int y) { return static_cast<int>(x + (y - x) * shareOfB); };
    return QColor(channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue()));
}

QColor StatusLook::fieldOutline(const QPalette &palette)
{
    // From WindowText, as the text in a field may be quiet.
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Active, QPalette::WindowText), 0.54);
}

QColor StatusLook::buttonOutline(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Active, QPalette::WindowText), 0.32);
}

QColor StatusLook::focusRing(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Link);
}

QColor StatusLook::warningColor(const QPalette &palette)
{
    return lateColor(palette);
}

QColor StatusLook::band(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text),
                 isDark(palette) ? 0.05 : 0.035);
}

bool StatusLook::isTrouble(Health health)
{
    return severityRank(health) < severityRank(Health::Connecting);
}

QColor StatusLook::wash(Health health, const QPalette &palette)
{
    if (!isTrouble(health))
        return Qt::transparent;
    // As strong as the text above it allows: see the tests of contrast.
    const bool worst = health == Health::TimedOut || health == Health::Failed;
    QColor color = healthColor(health, palette);
    color.setAlpha(isDark(palette) ? (worst ? 28 : 18) : (worst ? 18 : 12));
    return color;
}

void StatusLook::paintShape(QPainter *painter, const QRectF &square, Health health, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    const double unit = square.width() / 16;
    const QRectF r = square.adjusted(unit, unit, -unit, -unit);
    switch (health) {
    case Health::Failed:
        paintCross(painter, r, color);
        break;
    case Health::TimedOut:
        paintWarning(painter, r);
        break;
    case Health::Closed:
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(color, 2.2 * unit));
        painter->drawRect(r.adjusted(2 * unit, 2 * unit, -2 * unit, -2 * unit));
        break;
    case Health::Waiting:
        paintDown(painter, r);
        break;
    case Health::Connecting:
        for (int dot = -1; dot <= 1; ++dot)
            painter->drawEllipse(r.center() + QPointF(dot * 5 * unit, 0), 1.7 * unit, 1.7 * unit);
        break;
    case Health::Flapping:
        paintUpAndDown(painter, r);
        break;
    case Health::Stale:
        paintHourglass(painter, r);
        break;
    case Health::Partly:
        paintHalf(painter, r, color);
        break;
    case Health::Unknown:
        paintUnknown(painter, r, color);
        break;
    case Health::Slow:
        paintDiamond(painter, r);
        break;
    case Health::Ok:
        painter->drawEllipse(r.adjusted(2 * unit, 2 * unit, -2 * unit, -2 * unit));
        break;
    case Health::Paused:
        painter->drawRect(QRectF(r.left() + 3 * unit, r.top() + 2 * unit, 3 * unit, 10 * unit));
        painter->drawRect(QRectF(r.right() - 6 * unit, r.top() + 2 * unit, 3 * unit, 10 * unit));
        break;
    }
    painter->restore();
}

QPixmap StatusLook::shapePixmap(Health health, int size, qreal scale, const QPalette &palette)
{
    QPixmap pixmap(QSize(size, size) * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintShape(&painter, QRectF(0, 0, size, size), health, healthColor(health, palette));
    return pixmap;
}

} // namespace Pongwatch
