// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/palette/palettedelegate.h"

#include "items/palettemodel.h"
#include "widgets/statuslook.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace Pongwatch
{

namespace
{

constexpr int pad = 12;

/// Paints the title on one line; returns its width.
double paintTitle(QPainter *painter, const QRectF &rect, const QStyleOptionViewItem &option,
                  const QString &title, const QList<qsizetype> &positions)
{
    QTextLayout layout(title, option.font);
    QTextOption oneLine;
    oneLine.setWrapMode(QTextOption::NoWrap);
    oneLine.setTextDirection(option.direction);
    layout.setTextOption(oneLine);
    QList<QTextLayout::FormatRange> bold;
    QTextCharFormat heavy;
    heavy.setFontWeight(QFont::Bold);
    for (const qsizetype position : positions)
        bold.append({static_cast<int>(position), 1, heavy});
    layout.setFormats(bold);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    painter->save();
    painter->setClipRect(rect);
    layout.draw(painter, QPointF(rect.left(), rect.center().y() - line.height() / 2));
    painter->restore();
    return line.naturalTextWidth();
}

} // namespace

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const bool selected = row.state.testFlag(QStyle::State_Selected);
    const QString unavailable = index.data(PaletteUnavailableRole).toString();
    const QColor quiet =
        selected ? row.palette.color(QPalette::HighlightedText) : StatusLook::quietText(row.palette);
    const QColor strong = selected || unavailable.isEmpty()
                              ? row.palette.color(selected ? QPalette::HighlightedText : QPalette::Text)
                              : quiet;
    const bool mirrored = row.direction == Qt::RightToLeft;
    const QRectF inside = QRectF(row.rect).adjusted(pad, 0, -pad, 0);
    const QString shortcut = unavailable.isEmpty() ? index.data(PaletteShortcutRole).toString() : unavailable;
    const double shortcutWidth = row.fontMetrics.horizontalAdvance(shortcut) + pad;
    painter->save();
    painter->setPen(quiet);
    painter->drawText(
        inside, static_cast<int>((mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter), shortcut);

    const QRectF text =
        mirrored ? inside.adjusted(shortcutWidth, 0, 0, 0) : inside.adjusted(0, 0, -shortcutWidth, 0);
    painter->setPen(strong);
    const double used = paintTitle(painter, text, row, index.data(Qt::DisplayRole).toString(),
                                   index.data(PalettePositionsRole).value<QList<qsizetype>>());
    const QRectF rest = mirrored ? text.adjusted(0, 0, -(used + pad), 0) : text.adjusted(used + pad, 0, 0, 0);
    if (rest.width() > 0) {
        painter->setPen(quiet);
        const QString place = row.fontMetrics.elidedText(index.data(PalettePlaceRole).toString(),
                                                         Qt::ElideRight, static_cast<int>(rest.width()));
        painter->drawText(
            rest, static_cast<int>((mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter), place);
    }
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {200, option.fontMetrics.height() + 14};
}

} // namespace Pongwatch
