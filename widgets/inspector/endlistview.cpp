// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/endlistview.h"

#include "items/endlistmodel.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace Pongwatch
{

namespace
{

constexpr int wrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

/// The first child of an end is its sentence.
bool isSentence(const QModelIndex &index)
{
    return index.parent().isValid() && index.row() == 0 && index.column() == 0;
}

/// Wraps the sentence; everything else is drawn as usual.
class SentenceDelegate final : public QStyledItemDelegate
{
public:
    explicit SentenceDelegate(const QTreeView *view, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_view(view)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        if (!isSentence(index))
            return {size.width() + 2 * ValueTable::padding, option.fontMetrics.height() + 6};
        const int width = m_view->viewport()->width() - 2 * m_view->indentation() - 8;
        const QRect room(0, 0, std::max(80, width), 10'000);
        // The width is not that of the column.
        return {40, option.fontMetrics.boundingRect(room, wrapped, index.data().toString()).height() + 8};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (!isSentence(index)) {
            QStyledItemDelegate::paint(painter, option, index);
            return;
        }
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        const QString text = item.text;
        item.text.clear();
        m_view->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, m_view);
        const bool selected = option.state & QStyle::State_Selected;
        painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
        painter->drawText(option.rect.adjusted(4, 3, -4, -3), wrapped, text);
    }

private:
    const QTreeView *m_view;
};

} // namespace

EndListView::EndListView(QWidget *parent)
    : ValueTable(parent)
{
    setRootIsDecorated(true);
    setExpandsOnDoubleClick(true);
    setItemDelegate(new SentenceDelegate(this, this));
    connect(this, &QTreeView::expanded, this,
            [this](const QModelIndex &end) { setFirstColumnSpanned(0, end, true); });
}

void EndListView::setModel(QAbstractItemModel *model)
{
    ValueTable::setModel(model);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(EndListModel::When, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(EndListModel::Why, QHeaderView::Stretch);
    header()->setSectionResizeMode(EndListModel::OpenFor, QHeaderView::ResizeToContents);
}

void EndListView::resizeEvent(QResizeEvent *event)
{
    ValueTable::resizeEvent(event);
    scheduleDelayedItemsLayout(); // line breaks change
}

} // namespace Pongwatch
