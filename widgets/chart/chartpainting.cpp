// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartpainting.h"

#include "widgets/chart/chartreadout.h"
#include "widgets/chart/linelook.h"
#include "widgets/statuslook.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>
#include <vector>

namespace Pongwatch
{

namespace
{

QString moreLines(qsizetype count)
{
    return QCoreApplication::translate("Pongwatch::ChartReadout", "and %n more", nullptr,
                                       static_cast<int>(count));
}

} // namespace

void ChartPainting::shade(QPainter *painter, const QRectF &rect, const QColor &color)
{
    QColor wash = color;
    wash.setAlpha(24);
    QColor hatch = color;
    hatch.setAlpha(56);
    painter->fillRect(rect, wash);
    painter->fillRect(rect, QBrush(hatch, Qt::BDiagPattern));
}

void ChartPainting::stale(QPainter *painter, const QRectF &rect, const QPalette &palette)
{
    QColor color = StatusLook::healthColor(Health::Stale, palette);
    color.setAlpha(36);
    painter->fillRect(rect, color);
    color.setAlpha(90);
    painter->fillRect(rect, QBrush(color, Qt::VerPattern));
}

void ChartPainting::notMeasured(QPainter *painter, const QRectF &rect, const QString &words,
                                const QPalette &palette)
{
    QColor wash = StatusLook::quietText(palette);
    wash.setAlpha(16);
    painter->fillRect(rect, wash);
    painter->setPen(QPen(StatusLook::hairline(palette), 1));
    painter->drawLine(rect.topLeft(), rect.bottomLeft());
    painter->drawLine(rect.topRight(), rect.bottomRight());
    if (painter->fontMetrics().horizontalAdvance(words) + 16 <= rect.width()) {
        painter->setPen(StatusLook::quietText(palette));
        painter->drawText(rect.adjusted(0, 6, 0, 0), Qt::AlignHCenter | Qt::AlignTop, words);
    }
}

void ChartPainting::timeoutLines(QPainter *painter, const QRect &area, const QVector<double> &places,
                                 const QPalette &palette)
{
    std::vector<bool> columns(static_cast<size_t>(std::max(0, area.width())) + 2);
    for (const double place : places) {
        const double column = std::floor(place - 0.5) - area.left();
        if (column >= 0 && column + 2 < static_cast<double>(columns.size())) {
            columns[static_cast<size_t>(column)] = true;
            columns[static_cast<size_t>(column) + 1] = true;
        }
    }
    constexpr double strength = 0.43;
    const QColor red = StatusLook::timeoutColor(palette);
    const QColor paper = palette.color(QPalette::Base);
    const auto mixed = [](int ink, int under) {
        return static_cast<int>(ink * strength + under * (1 - strength));
    };
    const QColor color(mixed(red.red(), paper.red()), mixed(red.green(), paper.green()),
                       mixed(red.blue(), paper.blue()));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    for (size_t begin = 0; begin < columns.size(); ++begin) {
        size_t end = begin;
        while (end < columns.size() && columns[end])
            ++end;
        if (end > begin) {
            painter->fillRect(QRect(area.left() + static_cast<int>(begin), area.top(),
                                    static_cast<int>(end - begin), area.height()),
                              color);
            begin = end;
        }
    }
    painter->restore();
}

QPixmap ChartPainting::timeoutFlag(const QColor &owner, const QPalette &palette, double ratio)
{
    QPixmap picture(flagSize * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(StatusLook::timeoutColor(palette));
    const double x = flagSize.width() / 2.0;
    const double bottom = flagSize.height();
    const QPointF flag[] = {{x, bottom - 13}, {x + 6.5, bottom}, {x - 6.5, bottom}};
    painter.drawConvexPolygon(flag, 3);
    if (owner.isValid()) {
        painter.setBrush(owner);
        painter.setPen(QPen(palette.color(QPalette::Base), 1));
        painter.drawEllipse(QPointF(x, bottom - 17), 4, 4);
    }
    return picture;
}

void ChartPainting::late(QPainter *painter, const QPointF &center, const QPalette &palette)
{
    painter->setBrush(palette.color(QPalette::Base));
    painter->setPen(QPen(StatusLook::lateColor(palette), 2));
    const QPointF diamond[] = {center + QPointF(0, -5), center + QPointF(5, 0), center + QPointF(0, 5),
                               center + QPointF(-5, 0)};
    painter->drawConvexPolygon(diamond, 4);
}

void ChartPainting::superseded(QPainter *painter, const QPointF &foot, const QPalette &palette)
{
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(StatusLook::quietText(palette), 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    // Two chevrons to the right, like on a skip button.
    for (const double step : {-3.5, 0.5}) {
        const QPointF chevron[] = {foot + QPointF(step, -8), foot + QPointF(step + 3, -5),
                                   foot + QPointF(step, -2)};
        painter->drawPolyline(chevron, 3);
    }
}

void ChartPainting::lost(QPainter *painter, const QPointF &foot, const QPalette &palette)
{
    painter->setPen(QPen(StatusLook::quietText(palette), 1.4, Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(foot + QPointF(-3, -8), foot + QPointF(3, -2));
    painter->drawLine(foot + QPointF(-3, -2), foot + QPointF(3, -8));
}

void ChartPainting::clipped(QPainter *painter, const QPointF &top, const QColor &color,
                            const QPalette &palette)
{
    painter->setPen(QPen(palette.color(QPalette::Base), 1));
    painter->setBrush(color);
    const QPointF arrow[] = {top + QPointF(0, 1), top + QPointF(5, 9), top + QPointF(-5, 9)};
    painter->drawConvexPolygon(arrow, 3);
}

QRectF ChartPainting::clippedLabel(const QFontMetrics &metrics, const QRectF &area, double x,
                                   const QString &text)
{
    QRectF box(x + 7, area.top(), metrics.horizontalAdvance(text) + 4, metrics.height());
    if (box.right() > area.right())
        box.moveRight(x - 7);
    return box;
}

void ChartPainting::label(QPainter *painter, const QRectF &box, const QString &text, const QPalette &palette)
{
    QColor ground = palette.color(QPalette::Base);
    ground.setAlpha(215);
    painter->fillRect(box, ground);
    painter->setPen(palette.color(QPalette::Text));
    painter->drawText(box, Qt::AlignCenter, text);
}

void ChartPainting::mark(QPainter *painter, const QRectF &rect, const QPalette &palette)
{
    QColor color = palette.color(QPalette::Highlight);
    color.setAlpha(StatusLook::isDark(palette) ? 60 : 40);
    painter->fillRect(rect, color);
    color.setAlpha(220);
    painter->setPen(QPen(color, 1.2));
    painter->drawLine(rect.topLeft(), rect.bottomLeft());
    painter->drawLine(rect.topRight(), rect.bottomRight());
}

void ChartPainting::crosshair(QPainter *painter, const QRectF &area, double x, const QPalette &palette)
{
    painter->setPen(QPen(StatusLook::quietText(palette), 1));
    const double pixel = std::floor(x) + 0.5;
    painter->drawLine(QPointF(pixel, area.top()), QPointF(pixel, area.bottom()));
}

void ChartPainting::emphasis(QPainter *painter, const QPointF &center, const QColor &color,
                             const QPalette &palette)
{
    painter->setPen(QPen(palette.color(QPalette::Base), 2));
    painter->setBrush(color);
    painter->drawEllipse(center, 5, 5);
}

void ChartPainting::readout(QPainter *painter, const QRectF &area, double x, const ChartReadout &what,
                            const QPalette &palette, const QFont &font)
{
    constexpr double indent = 16;
    QFont strong = font;
    strong.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(strong);
    double width = metrics.horizontalAdvance(what.title);
    for (const ChartReadout::Line &line : what.lines)
        width = std::max(width, metrics.horizontalAdvance(line.text) + indent);
    width = std::min(width, area.width() * 0.6);
    // Lines are closer together if they would not fit otherwise, but never on top of each other.
    const auto rows = static_cast<double>(what.lines.size() + 1);
    const double closest = metrics.ascent() + 1;
    const double row = std::clamp((area.height() - 16) / rows, closest, metrics.height() + 3);
    const auto fitting = std::max(2.0, std::floor((area.height() - 16) / row));
    const qsizetype leftOut = rows > fitting ? what.lines.size() - static_cast<qsizetype>(fitting) + 2 : 0;
    QRectF box(x + 12, area.top() + 4, width + 22, row * std::min(rows, fitting) + 12);
    if (box.right() > area.right())
        box.moveRight(x - 12);
    box.moveLeft(std::max(area.left(), box.left()));

    QColor back = palette.color(QPalette::Window);
    back.setAlpha(242);
    painter->setPen(QPen(StatusLook::hairline(palette), 1));
    painter->setBrush(back);
    painter->drawRoundedRect(box, 5, 5);

    QRectF text(box.left() + 10, box.top() + 6, width + 4, row);
    painter->setFont(font);
    painter->setPen(StatusLook::quietText(palette));
    painter->drawText(text, Qt::AlignVCenter, what.title);
    for (const ChartReadout::Line &line : what.lines) {
        text.translate(0, row);
        if (leftOut > 0 && &line - what.lines.constData() == what.lines.size() - leftOut) {
            painter->setFont(font);
            painter->setPen(StatusLook::quietText(palette));
            painter->drawText(text.adjusted(indent, 0, 0, 0), Qt::AlignVCenter, moreLines(leftOut));
            break;
        }
        const QRectF indented = text.adjusted(indent, 0, 0, 0);
        const bool first = line.color.isValid();
        if (first) {
            LineLook{line.color, line.shape}.paintMark(painter, QPointF(text.left() + 4, text.center().y()),
                                                       8);
        }
        painter->setFont(first ? strong : font);
        painter->setPen(first ? palette.color(QPalette::Text) : StatusLook::quietText(palette));
        painter->drawText(
            indented, Qt::AlignVCenter,
            QFontMetricsF(painter->font()).elidedText(line.text, Qt::ElideMiddle, indented.width()));
    }
}

void ChartPainting::hint(QPainter *painter, const QRectF &area, const QString &text, const QPalette &palette)
{
    painter->setPen(StatusLook::quietText(palette));
    painter->drawText(area, Qt::AlignCenter | Qt::TextWordWrap, text);
}

} // namespace Pongwatch
