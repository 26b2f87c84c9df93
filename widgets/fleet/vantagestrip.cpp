// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fleet/vantagestrip.h"

#include "text/wording.h"
#include "widgets/calmheader.h"
#include "widgets/statuslook.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr int shapeToWord = 4;
constexpr int betweenCells = 8;
constexpr int narrowestWord = 34; // pixels: less would be a letter or two
constexpr int stripPadding = CalmHeader::padding;

int stripShape(const QFontMetrics &metrics)
{
    return metrics.height() - 4;
}

/// The place of cell number n of `count`.
QRect stripPlaceOf(const QRect &area, qsizetype n, qsizetype count, bool isMirrored)
{
    const double width = static_cast<double>(area.width() - 2 * stripPadding) / static_cast<double>(count);
    const qsizetype place = isMirrored ? count - 1 - n : n;
    return {area.left() + stripPadding + static_cast<int>(width * static_cast<double>(place)), area.top(),
            static_cast<int>(width), area.height()};
}

int widestSightWord(const QFontMetrics &metrics)
{
    int widest = metrics.horizontalAdvance(VantageCells::tr("Silent", "nothing is heard from a vantage"));
    for (const Health health : allHealths)
        if (isOfConnection(health) && health != Health::Connecting) // as this doesn't last
            widest = std::max(widest, metrics.horizontalAdvance(Wording::health(health)));
    return widest;
}

void paintVantageCell(QPainter *painter, const QRect &place, const VantageCell &cell, bool isOld,
                      bool isMirrored, const QPalette &palette)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const int side = stripShape(metrics);
    if (!cell.health) {
        painter->setPen(StatusLook::quietText(palette));
        painter->drawText(place, Qt::AlignVCenter | (isMirrored ? Qt::AlignRight : Qt::AlignLeft),
                          QStringLiteral("–"));
        return;
    }
    const QColor color =
        isOld ? StatusLook::quietText(palette) : StatusLook::healthColor(*cell.health, palette);
    const int left = isMirrored ? place.right() - side : place.left();
    StatusLook::paintShape(painter, QRect(left, place.center().y() - side / 2 + 1, side, side), *cell.health,
                           color);
    const QRect room = isMirrored ? place.adjusted(betweenCells, 0, -side - shapeToWord, 0)
                                  : place.adjusted(side + shapeToWord, 0, -betweenCells, 0);
    if (room.width() < narrowestWord)
        return;
    painter->setPen(color);
    painter->drawText(room,
                      Qt::AlignVCenter | Qt::TextSingleLine | (isMirrored ? Qt::AlignRight : Qt::AlignLeft),
                      metrics.elidedText(cell.word, Qt::ElideRight, room.width()));
}

/// The worst of them as a shape, and how many see the peer up.
void paintCount(QPainter *painter, const QRect &area, const QList<VantageCell> &cells, bool isOld,
                bool isMirrored, const QPalette &palette)
{
    VantageCell worst{{}, std::nullopt, {}};
    for (const VantageCell &cell : cells)
        if (cell.health && (!worst.health || isWorse(*cell.health, *worst.health)))
            worst.health = cell.health;
    worst.word = VantageCells::inShort(cells);
    paintVantageCell(painter, area.adjusted(stripPadding, 0, -stripPadding, 0), worst, isOld, isMirrored,
                     palette);
}

} // namespace

void VantageStrip::paint(QPainter *painter, const QRect &area, const QList<VantageCell> &cells, bool isOld,
                         bool isMirrored, const QFont &font, const QPalette &palette)
{
    painter->setFont(font);
    if (area.width() < leastWidth(cells.size(), font)) {
        paintCount(painter, area, cells, isOld, isMirrored, palette);
        return;
    }
    for (qsizetype n = 0; n < cells.size(); ++n)
        paintVantageCell(painter, stripPlaceOf(area, n, cells.size(), isMirrored), cells[n], isOld,
                         isMirrored, palette);
}

bool VantageStrip::paintHeading(QPainter *painter, const QRect &area, const QStringList &vantages,
                                bool isMirrored, const QFont &font, const QPalette &palette)
{
    if (vantages.isEmpty() || stripPlaceOf(area, 0, vantages.size(), isMirrored).width() < narrowestWord)
        return false;
    painter->setFont(font);
    painter->setPen(StatusLook::quietText(palette));
    const QFontMetrics metrics(font);
    for (qsizetype n = 0; n < vantages.size(); ++n) {
        const QRect place =
            stripPlaceOf(area, n, vantages.size(), isMirrored).adjusted(0, 0, -betweenCells, 0);
        painter->drawText(
            place, Qt::AlignVCenter | Qt::TextSingleLine | (isMirrored ? Qt::AlignRight : Qt::AlignLeft),
            metrics.elidedText(vantages[n], Qt::ElideRight, place.width()));
    }
    return true;
}

int VantageStrip::fullWidth(const QStringList &vantages, const QFont &font)
{
    const QFontMetrics metrics(font);
    int word = stripShape(metrics) + shapeToWord + widestSightWord(metrics);
    constexpr int longestName = 120;
    for (const QString &name : vantages)
        word = std::max(word, std::min(longestName, metrics.horizontalAdvance(name)));
    return static_cast<int>(vantages.size()) * (word + betweenCells + 1) + 2 * stripPadding;
}

int VantageStrip::countWidth(const QStringList &vantages, const QFont &font)
{
    const QFontMetrics metrics(font);
    const QList<VantageCell> up(vantages.size(), {{}, Health::Ok, {}});
    return stripShape(metrics) + shapeToWord + metrics.horizontalAdvance(VantageCells::inShort(up)) +
           betweenCells + 2 * stripPadding + 2;
}

int VantageStrip::leastWidth(qsizetype vantages, const QFont &font)
{
    return static_cast<int>(vantages) * (stripShape(QFontMetrics(font)) + 4) + 2 * stripPadding;
}

} // namespace Pongwatch
