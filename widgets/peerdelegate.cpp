// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/peerdelegate.h"

#include "items/peerlistroles.h"
#include "items/trend.h"
#include "widgets/calmheader.h"
#include "widgets/statuslook.h"
#include "widgets/trendpainter.h"

#include <QApplication>
#include <QPainter>

namespace Pongwatch
{

namespace
{

constexpr int padding = CalmHeader::padding;

PeerColumn columnOf(const QModelIndex &index)
{
    return static_cast<PeerColumn>(index.column());
}

/// The palette with the text colour that this item is to be drawn in.
QPalette itemPalette(const QStyleOptionViewItem &option)
{
    QPalette palette = option.palette;
    if (option.state & QStyle::State_Selected) {
        const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
        palette.setColor(QPalette::Text, palette.color(group, QPalette::HighlightedText));
        palette.setColor(QPalette::Base, palette.color(group, QPalette::Highlight));
    }
    return palette;
}

QFont withWeight(QFont font, QFont::Weight weight)
{
    font.setWeight(weight);
    return font;
}

void paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QPalette palette = itemPalette(option);
    const bool selected = option.state & QStyle::State_Selected;
    const auto health = static_cast<Health>(index.data(PeerHealthRole).toInt());
    const QColor color =
        selected ? palette.color(QPalette::Text) : StatusLook::healthColor(health, option.palette);
    const QRect area = option.rect.adjusted(padding, 0, -padding, 0);
    const int side = option.fontMetrics.height();
    const QRect square(area.left(), area.center().y() - side / 2 + 1, side, side);
    StatusLook::paintShape(painter, square, health, color);

    const bool calm = health == Health::Ok || health == Health::Paused;
    painter->setFont(withWeight(option.font, calm ? QFont::Normal : QFont::DemiBold));
    painter->setPen(color);
    const QString word = index.data().toString();
    const QRect text = area.adjusted(side + 8, 0, 0, 0);
    const int width = QFontMetrics(painter->font()).horizontalAdvance(word);
    painter->drawText(text, Qt::AlignVCenter | Qt::TextSingleLine, word);

    const QString detail = index.data(PeerDetailRole).toString();
    painter->setFont(option.font);
    painter->setPen(StatusLook::quietText(palette));
    const QRect rest = text.adjusted(width + 10, 0, 0, 0);
    painter->drawText(rest, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine,
                      option.fontMetrics.elidedText(detail, Qt::ElideRight, rest.width()));
}

void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QPalette palette = itemPalette(option);
    const PeerColumn column = columnOf(index);
    const bool quiet = column == PeerColumn::LastEnd || column == PeerColumn::OpenTime;
    const bool strong = column == PeerColumn::Name || column == PeerColumn::LastRtt;
    painter->setFont(withWeight(option.font, strong ? QFont::DemiBold : QFont::Normal));
    painter->setPen(quiet ? StatusLook::quietText(palette) : palette.color(QPalette::Text));
    const QRect area = option.rect.adjusted(padding, 0, -padding, 0);
    const auto alignment = static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt());
    const QString text =
        QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, area.width());
    painter->drawText(area, static_cast<int>(alignment) | Qt::TextSingleLine, text);
}

} // namespace

void PeerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const auto health = static_cast<Health>(index.data(PeerHealthRole).toInt());
    const QColor wash = StatusLook::wash(health, item.palette);
    if (wash.alpha() > 0) {
        item.backgroundBrush = wash;
    }
    // The focus rectangle of single cells would be noise: the row is what is chosen.
    item.state &= ~QStyle::State_HasFocus;
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    painter->save();
    switch (columnOf(index)) {
    case PeerColumn::State:
        paintState(painter, item, index);
        break;
    case PeerColumn::Trend:
        paintTrend(painter, QRectF(item.rect).adjusted(padding, 4, -padding, -4),
                   index.data(PeerTrendRole).value<Trend>(), itemPalette(item));
        break;
    default:
        paintText(painter, item, index);
        break;
    }
    painter->restore();
}

QSize PeerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width() + 2 * padding, option.fontMetrics.height() + 16};
}

} // namespace Pongwatch
