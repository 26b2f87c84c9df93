// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/calmheader.h"

#include "widgets/statuslook.h"

#include <QPainter>

#include <algorithm>

namespace Pongwatch
{

CalmHeader::CalmHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setHighlightSections(false);
    setStretchLastSection(true);
    setSectionsMovable(true);
    viewport()->setBackgroundRole(QPalette::Base);
}

QSize CalmHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), fontMetrics().height() + 14};
}

QSize CalmHeader::sectionSizeFromContents(int logicalIndex) const
{
    // As it is painted below; a style's margins may be narrower.
    const QString text = model()->headerData(logicalIndex, orientation(), Qt::DisplayRole).toString();
    const int width = fontMetrics().horizontalAdvance(text) + 2 * m_padding + 2;
    const QSize size = QHeaderView::sectionSizeFromContents(logicalIndex);
    return {std::max(size.width(), width), size.height()};
}

void CalmHeader::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        painter.fillRect(viewport()->rect(), palette().color(QPalette::Base));
        painter.setPen(StatusLook::hairline(palette()));
        const int bottom = viewport()->height() - 1;
        painter.drawLine(0, bottom, viewport()->width(), bottom);
    }
    QHeaderView::paintEvent(event);
}

void CalmHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    const QString text = model()->headerData(logicalIndex, orientation(), Qt::DisplayRole).toString();
    const QVariant given = model()->headerData(logicalIndex, orientation(), Qt::TextAlignmentRole);
    const bool right = given.isValid() && (given.toInt() & Qt::AlignRight);
    const QRect area = rect.adjusted(m_padding, 0, -m_padding, 0);
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
    painter->setPen(sorted ? palette().color(QPalette::Text) : StatusLook::quietText(palette()));
    const QString shown = fontMetrics().elidedText(text, Qt::ElideRight, area.width());
    painter->drawText(area, Qt::AlignVCenter | Qt::TextSingleLine | (right ? Qt::AlignRight : Qt::AlignLeft),
                      shown);
    if (!sorted)
        return;
    const int width = fontMetrics().horizontalAdvance(shown);
    const double x = right ? area.right() - width - 9 : area.left() + width + 9;
    const double y = rect.center().y() + 1;
    const double tip = sortIndicatorOrder() == Qt::AscendingOrder ? 2.5 : -2.5;
    const QPointF arrow[] = {{x - 3.5, y - tip}, {x + 3.5, y - tip}, {x, y + tip}};
    painter->setPen(Qt::NoPen);
    painter->setBrush(palette().color(QPalette::Text));
    painter->drawConvexPolygon(arrow, 3);
}

} // namespace Pongwatch
