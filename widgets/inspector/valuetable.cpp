// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/valuetable.h"

#include "items/pinglistmodel.h"
#include "text/formatter.h"
#include "widgets/calmheader.h"
#include "widgets/statuslook.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace Pongwatch
{

namespace
{

/// Rows with some padding; text is as far from the edges as in the headings.
class ValueDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width() + 2 * ValueTable::padding, option.fontMetrics.height() + 6};
    }
};

} // namespace

ValueTable::ValueTable(QWidget *parent)
    : QTreeView(parent)
    , m_copy(new QAction(this))
    , m_copyAll(new QAction(this))
{
    auto *calm = new CalmHeader(this);
    calm->setPadding(padding);
    setHeader(calm);
    calm->setMinimumSectionSize(24);
    setItemDelegate(new ValueDelegate(this));
    header()->setSectionsMovable(false);
    setRootIsDecorated(false);
    setIndentation(14);
    setFrameShape(QFrame::NoFrame);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setTabKeyNavigation(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    addActions({m_copy, m_copyAll});
    connect(m_copy, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(selectedText()); });
    connect(m_copyAll, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(plainText()); });
    connect(this, &QTreeView::expanded, this, &QWidget::updateGeometry);
    connect(this, &QTreeView::collapsed, this, &QWidget::updateGeometry);
    retranslate();
}

void ValueTable::retranslate()
{
    m_copy->setText(tr("&Copy"));
    m_copyAll->setText(tr("Copy &All"));
}

void ValueTable::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ValueTable::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, &QWidget::updateGeometry);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &QWidget::updateGeometry);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        updateGeometry();
        fitColumns();
    });
}

void ValueTable::setMostRows(int rows)
{
    m_mostRows = rows;
    updateGeometry();
}

void ValueTable::setEvenColumns(bool even)
{
    m_even = even;
    header()->setStretchLastSection(!even);
    fitColumns();
}

void ValueTable::setGivingWay(const QList<int> &columns)
{
    m_givingWay = columns;
    fitColumns();
}

void ValueTable::layOutEvenly()
{
    const int columns = model() ? model()->columnCount() : 0;
    if (columns < 2)
        return;
    resizeColumnToContents(0);
    int least = 0;
    for (const Formatter &format : Formatter::forEachTaste())
        least = std::max(least, fontMetrics().horizontalAdvance(format.latency(microseconds(123))));
    least += 2 * padding + 2;
    const int room = viewport()->width() - columnWidth(0);
    int shown = columns - 1;
    for (const int column : std::as_const(m_givingWay)) {
        const bool hasNoRoom = column < columns && shown * least > room;
        setColumnHidden(column, hasNoRoom);
        shown -= hasNoRoom ? 1 : 0;
    }
    const int width = std::max(least, room / std::max(1, shown));
    for (int column = 1; column < columns; ++column)
        if (!isColumnHidden(column))
            setColumnWidth(column, width);
}

void ValueTable::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    if (m_even)
        layOutEvenly();
}

void ValueTable::fitColumns()
{
    if (m_even) {
        layOutEvenly();
        return;
    }
    for (int column = 0; column + 1 < model()->columnCount(); ++column) {
        resizeColumnToContents(column);
        const int title =
            fontMetrics().horizontalAdvance(model()->headerData(column, Qt::Horizontal).toString());
        setColumnWidth(column, std::max(columnWidth(column), title + 2 * padding + 2));
    }
}

void ValueTable::widenColumns()
{
    for (int column = 0; !m_even && column + 1 < model()->columnCount(); ++column)
        if (const int wanted = sizeHintForColumn(column); wanted > columnWidth(column))
            setColumnWidth(column, wanted);
}

int ValueTable::contentHeight() const
{
    const int row = std::max(1, model() && model()->rowCount() > 0 ? rowHeight(model()->index(0, 0))
                                                                   : fontMetrics().height() + 4);
    int height = 0;
    int rows = 0;
    for (QModelIndex index = model() ? model()->index(0, 0) : QModelIndex();
         index.isValid() && rows < m_mostRows; index = indexBelow(index)) {
        height += rowHeight(index);
        ++rows;
    }
    return std::max(height, row);
}

QSize ValueTable::sizeHint() const
{
    const bool scrolls = horizontalScrollBar()->maximum() > 0;
    const int bar = scrolls ? horizontalScrollBar()->sizeHint().height() : 0;
    return {260, header()->sizeHint().height() + contentHeight() + bar + 2};
}

QSize ValueTable::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

QString ValueTable::rowText(const QModelIndex &row) const
{
    QStringList cells;
    for (int column = 0; column < model()->columnCount(row.parent()); ++column)
        cells.append(row.siblingAtColumn(column).data().toString());
    return cells.join(QLatin1Char('\t'));
}

QString ValueTable::plainText() const
{
    QStringList lines;
    QStringList headings;
    for (int column = 0; column < model()->columnCount(); ++column)
        headings.append(model()->headerData(column, Qt::Horizontal).toString());
    lines.append(headings.join(QLatin1Char('\t')));
    for (int row = 0; row < model()->rowCount(); ++row)
        lines.append(rowText(model()->index(row, 0)));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString ValueTable::selectedText() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows))
        lines.append(rowText(row));
    return lines.join(QLatin1Char('\n'));
}

void ValueTable::drawRow(QPainter *painter, const QStyleOptionViewItem &options,
                         const QModelIndex &index) const
{
    const QVariant outcome = index.data(PingOutcomeRole);
    const bool missed =
        outcome.isValid() && static_cast<PingOutcome>(outcome.toInt()) == PingOutcome::TimedOut;
    QStyleOptionViewItem row = options;
    if (missed) {
        painter->fillRect(options.rect, StatusLook::wash(Health::TimedOut, palette()));
        row.palette.setColor(QPalette::Text, StatusLook::timeoutColor(palette()));
    }
    QTreeView::drawRow(painter, row, index);
}

} // namespace Pongwatch
