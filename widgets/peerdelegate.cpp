// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/peerdelegate.h"

#include "items/peercolumns.h"
#include "peers/groupsummary.h"
#include "text/wording.h"
#include "widgets/calmheader.h"
#include "widgets/chart/chartstate.h"
#include "widgets/chart/grouptimelines.h"
#include "widgets/chart/peercolors.h"
#include "widgets/chart/peertimelines.h"
#include "widgets/fleet/vantagestrip.h"
#include "widgets/plaintip.h"
#include "widgets/statuslook.h"
#include "widgets/symbolicon.h"

#include <QApplication>
#include <QHelpEvent>
#include <QPaintEngine>
#include <QPainter>
#include <QToolTip>

namespace Pongwatch
{

namespace
{

constexpr int padding = CalmHeader::padding;
constexpr int chipSide = 10;
constexpr int chipGap = 7;
constexpr int stateMargin = 4;
constexpr int stateGap = 4; // from the shape to the word, and from the word to the age
constexpr int timelineMargin = 3;
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

/// The peers of a group's row.
QList<PeerId> peersOf(const QModelIndex &group)
{
    QList<PeerId> peers;
    const QModelIndex first = group.siblingAtColumn(0);
    const int count = group.model()->rowCount(first);
    peers.reserve(count);
    for (int row = 0; row < count; ++row)
        peers.append(PeerId{group.model()->index(row, 0, first).data(PeerIdRole).toUInt()});
    return peers;
}

/// The palette with the text colour for this item.
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

/// Secondary text; on the colour of a selection slightly stronger, to remain readable.
QColor quiet(const QStyleOptionViewItem &option)
{
    const QPalette palette = itemPalette(option);
    return option.state & QStyle::State_Selected
               ? StatusLook::mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.12)
               : StatusLook::quietText(palette);
}

QFont withWeight(QFont font, QFont::Weight weight)
{
    font.setWeight(weight);
    return font;
}

bool isStrong(const QModelIndex &index)
{
    const PeerColumn c = columnOf(index);
    return c == PeerColumn::Name && (isGroup(index) || StatusLook::isTrouble(healthOfRow(index)));
}

QFont textFont(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    return withWeight(option.font, isStrong(index) ? QFont::DemiBold : QFont::Normal);
}

/// Mirrored if the layout runs from right to left.
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

int stateShape(const QFontMetrics &metrics)
{
    return metrics.height() - 4;
}

QFont ageFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.92);
    return font;
}

void paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Health health = healthOfRow(index);
    const QColor color = StatusLook::healthColor(health, option.palette);
    const QRect area = option.rect.adjusted(stateMargin + 2, 0, -stateMargin, 0);
    const int side = stateShape(option.fontMetrics);
    const QRect square(area.left(), area.center().y() - side / 2 + 1, side, side);
    StatusLook::paintShape(painter, laidOut(option, square), health, color);

    // In trouble, the duration matters most: it is shown in full, and the word is shortened.
    const QString age = index.data(PeerDetailRole).toString();
    const bool trouble = StatusLook::isTrouble(health);
    const QFont strong = withWeight(option.font, trouble ? QFont::DemiBold : QFont::Normal);
    const int ageWidth = QFontMetrics(ageFont(strong)).horizontalAdvance(age);
    const QRect text = area.adjusted(side + stateGap, 0, 0, 0);
    painter->setFont(ageFont(strong));
    painter->setPen(trouble ? color : quiet(option));
    painter->drawText(laidOut(option, text), singleLine | laidOut(option, Qt::AlignRight), age);
    const QRect rest = text.adjusted(0, 0, -ageWidth - stateGap, 0);
    painter->setFont(strong);
    painter->setPen(color);
    painter->drawText(laidOut(option, rest), singleLine | laidOut(option, Qt::AlignLeft),
                      QFontMetrics(strong).elidedText(index.data().toString(), Qt::ElideRight, rest.width()));
}

/// A crossed-out bell at the end of the cell; returns the rest of the area.
QRect paintMuted(QPainter *painter, const QStyleOptionViewItem &option, const QRect &area)
{
    const int side = option.fontMetrics.height();
    const QRect place(area.right() - side, area.center().y() - side / 2, side, side);
    paintSymbol(painter, laidOut(option, place), QStringLiteral("muted"),
                StatusLook::quietText(option.palette));
    return area.adjusted(0, 0, -side - 6, 0);
}

/// A small framed word at the end of the cell; returns the rest of the area.
QRect paintBadge(QPainter *painter, const QStyleOptionViewItem &option, const QRect &area,
                 const QString &word)
{
    QFont font = option.font;
    font.setPointSizeF(font.pointSizeF() * 0.85);
    const QFontMetrics metrics(font);
    const int width = metrics.horizontalAdvance(word) + 12;
    const QRect badge(area.right() - width, area.center().y() - metrics.height() / 2 - 1, width,
                      metrics.height() + 3);
    const QColor color = StatusLook::warningColor(option.palette);
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
        const QColor color = StatusLook::healthColor(it.key(), option.palette);
        const QRect square(area.left(), area.center().y() - side / 2 + 1, side, side);
        StatusLook::paintShape(painter, laidOut(option, square), it.key(), color);
        const QString number = QLocale().toString(it.value());
        painter->setPen(color);
        const QRect text = area.adjusted(side + 4, 0, 0, 0);
        painter->drawText(laidOut(option, text), singleLine | laidOut(option, Qt::AlignLeft), number);
        area.setLeft(text.left() + option.fontMetrics.horizontalAdvance(number) + 14);
    }
}

/// A figure with a quiet unit: "27.0 ms".
void paintFigure(QPainter *painter, const QStyleOptionViewItem &option, const QRect &area,
                 const QString &text)
{
    const qsizetype space = text.lastIndexOf(QChar(QChar::Nbsp));
    const QRect placed = laidOut(option, area);
    const auto side = static_cast<int>(laidOut(option, Qt::AlignRight)) | singleLine;
    if (space < 0 || option.direction == Qt::RightToLeft) {
        painter->drawText(placed, side, text);
        return;
    }
    const QString unit = text.mid(space);
    const QColor color = painter->pen().color();
    painter->setPen(quiet(option));
    painter->drawText(placed, side, unit);
    painter->setPen(color);
    painter->drawText(placed.adjusted(0, 0, -painter->fontMetrics().horizontalAdvance(unit), 0), side,
                      text.left(space));
}

void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QPalette palette = itemPalette(option);
    const PeerColumn c = columnOf(index);
    const bool isQuiet = c == PeerColumn::OpenTime || c == PeerColumn::Tags || c == PeerColumn::NextRetry ||
                         c == PeerColumn::Connections || c == PeerColumn::Certificate ||
                         (c == PeerColumn::LastEnd && !StatusLook::isTrouble(healthOfRow(index)));
    const QRect area = textArea(option);
    painter->setFont(textFont(option, index));
    QColor color = isQuiet ? quiet(option) : palette.color(QPalette::Text);
    const auto alignment = PeerColumnText::alignment(c);
    const QString text =
        QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, area.width());
    if (!text.isEmpty() && index.data(PeerWarningRole).toBool()) {
        color = StatusLook::warningColor(option.palette);
        const int side = option.fontMetrics.height() - 2;
        const int left = area.right() - QFontMetrics(painter->font()).horizontalAdvance(text) - side - 5;
        StatusLook::paintShape(painter,
                               laidOut(option, QRect(left, area.center().y() - side / 2 + 1, side, side)),
                               Health::TimedOut, color);
    }
    painter->setPen(color);
    if (alignment.testFlag(Qt::AlignRight)) {
        paintFigure(painter, option, area, text);
    } else {
        painter->drawText(laidOut(option, area), static_cast<int>(laidOut(option, alignment)) | singleLine,
                          text);
    }
}

} // namespace

PeerDelegate::PeerDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

PeerDelegate::~PeerDelegate() = default;

void PeerDelegate::setTimelines(PeerTimelines *timelines)
{
    m_timelines = timelines;
    m_groups = timelines ? std::make_unique<GroupTimelines>(timelines) : nullptr;
}

QRect PeerDelegate::timelineArea(const QRect &cell)
{
    return cell.adjusted(padding / 2, timelineMargin, -padding / 2, -timelineMargin);
}

int PeerDelegate::chipWidth()
{
    return chipSide + chipGap;
}

int PeerDelegate::stateWidth(const QFont &font)
{
    const QFontMetrics metrics(withWeight(font, QFont::DemiBold));
    int word = 0;
    for (const Health health : allHealths)
        if (health != Health::Connecting) // as this doesn't last
            word = std::max(word, metrics.horizontalAdvance(Wording::health(health)));
    const int age = QFontMetrics(ageFont(withWeight(font, QFont::DemiBold)))
                        .horizontalAdvance(Formatter().briefDuration(std::chrono::minutes(58)));
    return stateShape(QFontMetrics(font)) + word + age + 2 * stateGap + 2 * stateMargin + 2;
}

void PeerDelegate::paintName(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QRect area = textArea(option);
    if (m_timelines && !isGroup(index)) {
        // The peer's colour, as in the chart.
        const PeerId peer{index.data(PeerIdRole).toUInt()};
        const QRect chip(area.left(), area.center().y() - chipSide / 2 + 1, chipSide, chipSide);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_timelines->state()->colors()->color(peer, option.palette));
        painter->drawRoundedRect(QRectF(laidOut(option, chip)), 2, 2);
        painter->restore();
        area.setLeft(chip.right() + 1 + chipGap);
    }
    if (index.data(PeerUnverifiedRole).toBool())
        area = paintBadge(painter, option, area, tr("not verified", "the certificate"));
    if (index.data(PeerMutedRole).toBool())
        area = paintMuted(painter, option, area);
    painter->setFont(textFont(option, index));
    painter->setPen(itemPalette(option).color(QPalette::Text));
    // Names that start alike differ at their ends.
    painter->drawText(
        laidOut(option, area), static_cast<int>(laidOut(option, Qt::AlignLeft)) | singleLine,
        QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideMiddle, area.width()));
}

void PeerDelegate::paintTimeline(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    if (!m_timelines)
        return;
    // The crosshair moves often, and alone: rows without it cost nothing.
    const QRegion dirty = painter->paintEngine()->systemClip();
    if (!dirty.isEmpty() && !dirty.intersects(painter->deviceTransform().mapRect(option.rect)))
        return;
    const QRectF area(timelineArea(option.rect));
    if (isGroup(index)) {
        m_groups->paint(painter, area, index.data(PeerGroupRole).toString(), peersOf(index), option.palette);
        return;
    }
    const PeerId peer{index.data(PeerIdRole).toUInt()};
    const ChartState *state = m_timelines->state();
    const QColor color = state->colors()->placeOf(peer) ? state->colors()->color(peer, option.palette)
                                                        : StatusLook::quietText(option.palette);
    m_timelines->paint(painter, area, peer, color, option.palette);
}

void PeerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    // Focus rectangles of single cells would be noise: whole rows are selected.
    item.state &= ~QStyle::State_HasFocus;
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    painter->save();
    switch (columnOf(index)) {
    case PeerColumn::State:
        paintState(painter, item, index);
        break;
    case PeerColumn::Name:
        paintName(painter, item, index);
        break;
    case PeerColumn::Timeline:
        paintTimeline(painter, item, index);
        break;
    case PeerColumn::Vantages:
        VantageStrip::paint(painter, item.rect, index.data(PeerVantagesRole).value<QList<VantageCell>>(),
                            index.data(PeerOldRole).toBool(), item.direction == Qt::RightToLeft, item.font,
                            itemPalette(item));
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
    if (event->type() == QEvent::ToolTip && columnOf(index) == PeerColumn::Timeline) {
        const QRect area = timelineArea(option.rect);
        QString tip;
        if (m_timelines && area.contains(event->pos())) {
            const WallTime moment = m_timelines->axis(area.width()).moment(event->pos().x() - area.left());
            tip = isGroup(index)
                      ? m_groups->tipAt(index.data(PeerGroupRole).toString(), peersOf(index), moment)
                      : m_timelines->tipAt(PeerId{index.data(PeerIdRole).toUInt()}, moment);
        }
        if (tip.isEmpty())
            QToolTip::hideText();
        else
            showPlainTip(view, event->globalPos(), tip);
        return true;
    }
    if (event->type() == QEvent::ToolTip && index.data(Qt::ToolTipRole).toString().isEmpty()) {
        // Shows text that doesn't fit.
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
    // As wide as the name is in trouble, when it matters most.
    const QFont font = columnOf(index) == PeerColumn::Name ? withWeight(option.font, QFont::DemiBold)
                                                           : textFont(option, index);
    int width = QFontMetrics(font).horizontalAdvance(index.data().toString());
    if (columnOf(index) == PeerColumn::State) {
        width += stateShape(option.fontMetrics) + 2 * stateGap +
                 option.fontMetrics.horizontalAdvance(index.data(PeerDetailRole).toString());
    } else if (columnOf(index) == PeerColumn::Name) {
        width += isGroup(index) ? 0 : chipSide + chipGap;
        width += index.data(PeerMutedRole).toBool() ? line + 6 : 0;
        width += index.data(PeerUnverifiedRole).toBool()
                     ? option.fontMetrics.horizontalAdvance(tr("not verified", "the certificate")) + 20
                     : 0;
    }
    return {width + 2 * padding + 2, line + 12};
}

} // namespace Pongwatch
