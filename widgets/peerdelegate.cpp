// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/peerdelegate.h"

#include "items/peercolumns.h"
#include "peers/groupsummary.h"
#include "peers/trend.h"
#include "widgets/calmheader.h"
#include "widgets/statuslook.h"
#include "widgets/symbolicon.h"
#include "widgets/trendpainter.h"

#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace Pongwatch
{

namespace
{

constexpr int padding = CalmHeader::padding;
constexpr int singleLine = Qt::AlignVCenter | Qt::TextSingleLine;

PeerColumn columnOf(const QModelIndex &index)
{
    return static_cast<PeerColumn>(index.column());
}

Health healthOfRow(const QModelIndex &index)
{
    return static_cast<Health>(index.data(PeerHealthRole).toInt());
}

bool isGroup(const QModelIndex &index)
{
    return index.data(PeerIsGroupRole).toBool();
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

/// Text of second rank; on the colour of a selection a little less quiet, so that it can be read there.
QColor quiet(const QStyleOptionViewItem &option)
{
    const QPalette palette = itemPalette(option);
    return option.state & QStyle::State_Selected
               ? StatusLook::mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.12)
               : StatusLook::quietText(palette);
}

/// A colour with a meaning, unless the item is selected: what is selected has one colour of text.
QColor meaning(const QColor &color, const QStyleOptionViewItem &option)
{
    return option.state & QStyle::State_Selected ? itemPalette(option).color(QPalette::Text) : color;
}

QFont withWeight(QFont font, QFont::Weight weight)
{
    font.setWeight(weight);
    return font;
}

bool isStrong(const QModelIndex &index)
{
    const PeerColumn c = columnOf(index);
    return c == PeerColumn::LastRtt
               ? !isGroup(index)
               : c == PeerColumn::Name && (isGroup(index) || StatusLook::isTrouble(healthOfRow(index)));
}

QFont textFont(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    return withWeight(option.font, isStrong(index) ? QFont::DemiBold : QFont::Normal);
}

/// In the direction of the layout.
QRect laidOut(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

Qt::Alignment laidOut(const QStyleOptionViewItem &option, Qt::Alignment alignment)
{
    return QStyle::visualAlignment(option.direction, alignment);
}

QRect textArea(const QStyleOptionViewItem &option)
{
    return option.rect.adjusted(padding, 0, -padding, 0);
}

void paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Health health = healthOfRow(index);
    const QColor color = meaning(StatusLook::healthColor(health, option.palette), option);
    const QRect area = textArea(option);
    const int side = option.fontMetrics.height();
    const QRect square(area.left(), area.center().y() - side / 2 + 1, side, side);
    StatusLook::paintShape(painter, laidOut(option, square), health, color);

    painter->setFont(withWeight(option.font, StatusLook::isTrouble(health) ? QFont::Bold : QFont::Normal));
    painter->setPen(color);
    const QString word = index.data().toString();
    const QRect text = area.adjusted(side + 8, 0, 0, 0);
    const int width = QFontMetrics(painter->font()).horizontalAdvance(word);
    painter->drawText(laidOut(option, text), singleLine | laidOut(option, Qt::AlignLeft), word);

    // How long it has lasted matters most while it is bad.
    const QString age = index.data(PeerDetailRole).toString();
    const bool trouble = StatusLook::isTrouble(health);
    painter->setFont(withWeight(option.font, trouble ? QFont::DemiBold : QFont::Normal));
    painter->setPen(trouble ? color : quiet(option));
    const QRect rest = text.adjusted(width + 10, 0, 0, 0);
    const QFontMetrics metrics(painter->font());
    painter->drawText(laidOut(option, rest), singleLine | laidOut(option, Qt::AlignRight),
                      metrics.elidedText(age, Qt::ElideRight, rest.width()));
}

/// A bell that is crossed out at the end of the cell; returns what is left of the area.
QRect paintMuted(QPainter *painter, const QStyleOptionViewItem &option, const QRect &area)
{
    const int side = option.fontMetrics.height();
    const QRect place(area.right() - side, area.center().y() - side / 2, side, side);
    paintSymbol(painter, laidOut(option, place), QStringLiteral("muted"),
                meaning(StatusLook::quietText(option.palette), option));
    return area.adjusted(0, 0, -side - 6, 0);
}

/// A small framed word at the end of the cell; returns what is left of the area.
QRect paintBadge(QPainter *painter, const QStyleOptionViewItem &option, const QRect &area,
                 const QString &word)
{
    QFont font = option.font;
    font.setPointSizeF(font.pointSizeF() * 0.85);
    const QFontMetrics metrics(font);
    const int width = metrics.horizontalAdvance(word) + 12;
    const QRect badge(area.right() - width, area.center().y() - metrics.height() / 2 - 1, width,
                      metrics.height() + 3);
    const QColor color = meaning(StatusLook::warningColor(option.palette), option);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(font);
    painter->setPen(color);
    const QRect placed = laidOut(option, badge);
    painter->drawRoundedRect(QRectF(placed).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter->drawText(placed, Qt::AlignCenter, word);
    painter->restore();
    return area.adjusted(0, 0, -width - 8, 0);
}

/// The states of a group's peers: "▲ 1  ● 9".
void paintCounts(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto counts = index.data(PeerCountsRole).value<HealthCounts>();
    QRect area = textArea(option);
    const int side = option.fontMetrics.height() - 2;
    for (auto it = counts.cbegin(); it != counts.cend() && area.width() > 2 * side; ++it) {
        const QColor color = meaning(StatusLook::healthColor(it.key(), option.palette), option);
        const QRect square(area.left(), area.center().y() - side / 2 + 1, side, side);
        StatusLook::paintShape(painter, laidOut(option, square), it.key(), color);
        const QString number = QLocale().toString(it.value());
        painter->setPen(color);
        const QRect text = area.adjusted(side + 4, 0, 0, 0);
        painter->drawText(laidOut(option, text), singleLine | laidOut(option, Qt::AlignLeft), number);
        area.setLeft(text.left() + option.fontMetrics.horizontalAdvance(number) + 14);
    }
}

void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QPalette palette = itemPalette(option);
    const PeerColumn c = columnOf(index);
    const bool isQuiet = c == PeerColumn::LastEnd || c == PeerColumn::OpenTime || c == PeerColumn::Tags ||
                         c == PeerColumn::NextRetry || c == PeerColumn::Connections ||
                         c == PeerColumn::Certificate;
    QRect area = textArea(option);
    if (c == PeerColumn::Name && index.data(PeerUnverifiedRole).toBool()) {
        area = paintBadge(painter, option, area, PeerDelegate::tr("not verified", "the certificate"));
    }
    if (c == PeerColumn::Name && index.data(PeerMutedRole).toBool()) {
        area = paintMuted(painter, option, area);
    }
    painter->setFont(textFont(option, index));
    QColor color = isQuiet ? quiet(option) : palette.color(QPalette::Text);
    const auto alignment = laidOut(option, PeerColumnText::alignment(c));
    const QString text =
        QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, area.width());
    if (!text.isEmpty() && index.data(PeerWarningRole).toBool()) {
        color = meaning(StatusLook::warningColor(option.palette), option);
        const int side = option.fontMetrics.height() - 2;
        const int left = area.right() - QFontMetrics(painter->font()).horizontalAdvance(text) - side - 5;
        StatusLook::paintShape(painter,
                               laidOut(option, QRect(left, area.center().y() - side / 2 + 1, side, side)),
                               Health::TimedOut, color);
    }
    painter->setPen(color);
    painter->drawText(laidOut(option, area), static_cast<int>(alignment) | Qt::TextSingleLine, text);
}

} // namespace

void PeerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
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
    case PeerColumn::LastEnd:
        if (isGroup(index)) {
            paintCounts(painter, item, index);
            break;
        }
        [[fallthrough]];
    default:
        paintText(painter, item, index);
        break;
    }
    painter->restore();
}

bool PeerDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() == QEvent::ToolTip && index.data(Qt::ToolTipRole).toString().isEmpty()) {
        // What doesn't fit can still be read.
        const QString text = index.data().toString();
        const int room = option.rect.width() - 2 * padding;
        const bool fits = QFontMetrics(textFont(option, index)).horizontalAdvance(text) <= room;
        QToolTip::showText(event->globalPos(), fits ? QString() : text.toHtmlEscaped(), view);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

QSize PeerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    // A name is as wide as it is in trouble, when it matters most.
    const QFont font = columnOf(index) == PeerColumn::Name ? withWeight(option.font, QFont::DemiBold)
                                                           : textFont(option, index);
    int width = QFontMetrics(font).horizontalAdvance(index.data().toString());
    if (columnOf(index) == PeerColumn::State) {
        width += line + 28 + option.fontMetrics.horizontalAdvance(index.data(PeerDetailRole).toString());
    } else if (columnOf(index) == PeerColumn::Name) {
        width += index.data(PeerMutedRole).toBool() ? line + 6 : 0;
        width += index.data(PeerUnverifiedRole).toBool()
                     ? option.fontMetrics.horizontalAdvance(tr("not verified", "the certificate")) + 20
                     : 0;
    }
    return {width + 2 * padding + 2, line + 14};
}

} // namespace Pongwatch
