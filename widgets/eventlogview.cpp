// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/eventlogview.h"

#include "items/eventlogroles.h"
#include "text/wording.h"
#include "widgets/calmheader.h"
#include "widgets/plaintip.h"
#include "widgets/statuslook.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QWheelEvent>

namespace Pongwatch
{

namespace
{

constexpr int rowMargin = 4;  // above and below the lines of an entry
constexpr int ofStyle = 3;    // pixels that the style adds next to text
constexpr int roomToWrap = 6; // rows: a lower view shows several entries rather than one complete entry

Health healthOf(EventKind kind)
{
    switch (kind) {
    case EventKind::Opened:
    case EventKind::Message:
        return Health::Ok;
    case EventKind::TimedOut:
        return Health::TimedOut;
    case EventKind::Recovered:
        return Health::Slow;
    case EventKind::Ended:
        return Health::Waiting;
    case EventKind::Failed:
        return Health::Failed;
    case EventKind::Closed:
        return Health::Closed;
    case EventKind::Paused:
    case EventKind::Suspended:
    case EventKind::Path:
        break;
    }
    return Health::Paused;
}

/// Draws the kind of an entry with its shape and colour, and the time in a quiet one.
class EventDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int line = option.fontMetrics.height();
        const bool isSentence = index.column() == static_cast<int>(EventColumn::What);
        const auto *view = qobject_cast<const EventLogView *>(option.widget);
        if (!isSentence || !view || !view->wraps())
            return {QStyledItemDelegate::sizeHint(option, index).width() + 16, line + 2 * rowMargin};
        const int width = view->columnWidth(index.column()) - 2 * (CalmHeader::padding - ofStyle) -
                          2 * (view->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, view) + 1);
        const int high =
            option.fontMetrics
                .boundingRect(QRect(0, 0, std::max(1, width), line * 2 * EventLogView::mostLines),
                              Qt::TextWordWrap, index.data().toString())
                .height();
        return {width, std::clamp(high, line, line * EventLogView::mostLines) + 2 * rowMargin};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, item.widget);
        item.rect.adjust(CalmHeader::padding - ofStyle, rowMargin, ofStyle - CalmHeader::padding, -rowMargin);
        style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state &= ~QStyle::State_HasFocus;
        // Next to a sentence of several lines, everything else is on its first line.
        option->displayAlignment = (option->displayAlignment & ~Qt::AlignVertical_Mask) | Qt::AlignTop;
        option->decorationAlignment = Qt::AlignLeft | Qt::AlignTop;
        const auto column = static_cast<EventColumn>(index.column());
        if (column == EventColumn::Time) {
            option->palette.setColor(QPalette::Text, StatusLook::quietText(option->palette));
        } else if (column == EventColumn::Kind) {
            const Health health = healthOf(static_cast<EventKind>(index.data(EventKindRole).toInt()));
            const int side = option->fontMetrics.height() - 2;
            const qreal scale = option->widget ? option->widget->devicePixelRatioF() : 1;
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->decorationSize = QSize(side, side);
            option->icon = QIcon(StatusLook::shapePixmap(health, side, scale, option->palette));
            option->palette.setColor(QPalette::Text, StatusLook::healthColor(health, option->palette));
        } else if (column == EventColumn::What) {
            const auto *view = qobject_cast<const EventLogView *>(option->widget);
            option->features.setFlag(QStyleOptionViewItem::WrapText, view && view->wraps());
        }
    }
};

} // namespace

EventLogView::EventLogView(QWidget *parent)
    : QTreeView(parent)
{
    setItemDelegate(new EventDelegate(this));
    setIndentation(16);
    setUniformRowHeights(false);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setTextElideMode(Qt::ElideRight);
    setHeader(new CalmHeader(this));
    m_copy = new QAction(this);
    m_show = new QAction(this);
    addActions({m_show, m_copy});
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_copy, &QAction::triggered, this, &EventLogView::copySelection);
    connect(m_show, &QAction::triggered, this, [this] { announce(currentIndex()); });
    retranslate();
    setExpandsOnDoubleClick(false); // a double click shows the entry's peer and moment
    connect(this, &QAbstractItemView::activated, this, &EventLogView::announce);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        m_atEnd = value >= verticalScrollBar()->maximum() - fontMetrics().height();
    });
    // The range grows after rows are added: stay at the end if we were there.
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int /*least*/, int most) {
        if (m_atEnd)
            verticalScrollBar()->setValue(most);
    });
}

void EventLogView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    m_wraps = viewport()->height() >= roomToWrap * (fontMetrics().height() + 2 * rowMargin);
    scheduleDelayedItemsLayout(); // line breaks change
}

void EventLogView::announce(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const auto moment = WallTime(microseconds(index.data(EventTimeRole).toLongLong()));
    Q_EMIT peerActivated(PeerId{index.data(EventPeerRole).toUInt()});
    Q_EMIT momentActivated(moment);
}

/// Lines added before all others don't move what the user is reading.
void EventLogView::keepPlace()
{
    connect(model(), &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_linesBelow = m_atEnd ? 0 : verticalScrollBar()->maximum() - verticalScrollBar()->value();
    });
    connect(model(), &QAbstractItemModel::modelReset, this, [this] {
        if (m_linesBelow <= 0)
            return;
        // After everything that the reset has scheduled.
        QTimer::singleShot(0, this, [this, below = m_linesBelow] {
            executeDelayedItemsLayout();
            verticalScrollBar()->setValue(verticalScrollBar()->maximum() - below);
        });
    });
}

void EventLogView::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    keepPlace();
    layOutColumns();
    giveTimesRoom();
    connect(model, &QAbstractItemModel::rowsInserted, this, &EventLogView::giveTimesRoom);
    connect(model, &QAbstractItemModel::modelReset, this, &EventLogView::giveTimesRoom);
}

/// Entries of other days also have a date. The first entry is the oldest.
void EventLogView::giveTimesRoom()
{
    const int column = static_cast<int>(EventColumn::Time);
    const QString oldest = model()->index(0, column).data().toString();
    const int wanted =
        fontMetrics().horizontalAdvance(oldest) + 2 * indentation() + 2 * CalmHeader::padding + 4;
    if (wanted > header()->sectionSize(column))
        header()->resizeSection(column, wanted);
}

void EventLogView::layOutColumns()
{
    const auto text = [this](const QString &sample) { return fontMetrics().horizontalAdvance(sample); };
    int widestKind = 0;
    for (int kind = 0; kind <= static_cast<int>(EventKind::Path); ++kind)
        widestKind = std::max(widestKind, text(Wording::eventKind(static_cast<EventKind>(kind))));
    constexpr int air = 2 * CalmHeader::padding + 4;
    header()->resizeSection(static_cast<int>(EventColumn::Time),
                            text(Formatter().widestClock()) + 2 * indentation() + air);
    header()->resizeSection(static_cast<int>(EventColumn::Peer), fontMetrics().averageCharWidth() * 25 + air);
    header()->resizeSection(static_cast<int>(EventColumn::Kind),
                            widestKind + fontMetrics().height() + 6 + air);
}

void EventLogView::copySelection() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    copyRows(rows);
}

bool EventLogView::showEntry(PeerId peer, WallTime moment)
{
    constexpr microseconds near = seconds(2); // entries about a moment may come slightly after it
    QModelIndex best;
    microseconds distance = near;
    const auto consider = [&](const QModelIndex &index) {
        const WallTime at(microseconds(index.data(EventTimeRole).toLongLong()));
        const microseconds away = std::chrono::abs(at - moment);
        if (away < distance && PeerId{index.data(EventPeerRole).toUInt()} == peer) {
            best = index;
            distance = away;
        }
    };
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex line = model()->index(row, 0);
        const int entries = model()->rowCount(line);
        if (entries == 0)
            consider(line);
        for (int entry = 0; entry < entries; ++entry)
            consider(model()->index(entry, 0, line));
    }
    if (!best.isValid())
        return false;
    Q_EMIT entryWanted();
    expand(best.parent());
    setCurrentIndex(best);
    scrollTo(best, PositionAtCenter);
    // If it was hidden so far, its height is known only later.
    QTimer::singleShot(0, this,
                       [this, entry = QPersistentModelIndex(best)] { scrollTo(entry, PositionAtCenter); });
    return true;
}

void EventLogView::copyAll() const
{
    QModelIndexList rows;
    for (int row = 0; row < model()->rowCount(); ++row)
        rows.append(model()->index(row, 0));
    copyRows(rows);
}

void EventLogView::copyRows(const QModelIndexList &rows) const
{
    QStringList lines;
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int column = 0; column < eventColumnCount; ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(cells.join(QLatin1Char('\t')));
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void EventLogView::retranslate()
{
    setAccessibleName(tr("Event log"));
    m_copy->setText(tr("&Copy"));
    m_show->setText(tr("&Show in Chart"));
}

void EventLogView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_copy) {
        retranslate();
        if (model())
            layOutColumns();
    }
}

bool EventLogView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        // Sentences are long and may contain a peer's words: show them in lines, as plain text.
        const auto *help =
            static_cast<QHelpEvent *>(event); // NOLINT(*-static-cast-downcast): the type says so
        const QString text = indexAt(help->pos()).data(Qt::ToolTipRole).toString();
        if (!text.isEmpty()) {
            showPlainTip(this, help->globalPos(), text);
            return true;
        }
    }
    return QTreeView::viewportEvent(event);
}

void EventLogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    const bool wasAtTop = verticalScrollBar()->value() == 0 && !indexAbove(currentIndex()).isValid();
    const bool upwards = event->key() == Qt::Key_Up || event->key() == Qt::Key_PageUp ||
                         event->matches(QKeySequence::MoveToStartOfLine);
    QTreeView::keyPressEvent(event);
    if (wasAtTop && upwards)
        Q_EMIT topPassed();
}

void EventLogView::wheelEvent(QWheelEvent *event)
{
    const bool beyondTop = verticalScrollBar()->value() == 0 && event->angleDelta().y() > 0;
    QTreeView::wheelEvent(event);
    if (beyondTop)
        Q_EMIT topPassed();
}

} // namespace Pongwatch
