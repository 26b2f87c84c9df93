// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/peerlistview.h"

#include "items/peercolumns.h"
#include "items/wording.h"
#include "widgets/calmheader.h"
#include "widgets/peerdelegate.h"
#include "widgets/statuslook.h"

#include <QAccessible>
#include <QDataStream>
#include <QEvent>
#include <QHeaderView>
#include <QIODevice>
#include <QPainter>

namespace Pongwatch
{

namespace
{

constexpr int edge = 5; // width of the bar at rows in trouble

constexpr quint32 lookVersion = 1;

} // namespace

PeerListView::PeerListView(QWidget *parent)
    : QTreeView(parent)
{
    setItemDelegate(new PeerDelegate(this));
    setRootIsDecorated(false);
    setIndentation(18);
    setExpandsOnDoubleClick(true);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setDragDropMode(QAbstractItemView::DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setDragDropOverwriteMode(true); // dropped on rows, not between them: the order is the sorting's
    setHeader(new CalmHeader(this));
    header()->setSectionsClickable(true);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    setSortingEnabled(true);
    setFrameShape(QFrame::NoFrame);
    header()->setSortIndicator(column(PeerColumn::State), Qt::AscendingOrder);
    retranslate();

    m_clock.setInterval(milliseconds(1000));
    connect(&m_clock, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QTreeView::expanded, this,
            [this](const QModelIndex &group) { noteExpansion(group, true); });
    connect(this, &QTreeView::collapsed, this,
            [this](const QModelIndex &group) { noteExpansion(group, false); });
}

void PeerListView::retranslate()
{
    setAccessibleName(tr("Peers"));
}

void PeerListView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void PeerListView::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    resetColumns();
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PeerListView::selectedPeersChanged);
    connect(model, &QAbstractItemModel::rowsInserted, this, &PeerListView::expandNew);
    // Until its next layout the tree view (6.4) answers screen readers by the indexes of before, which are
    // gone.
    connect(model, &QAbstractItemModel::layoutChanged, this, [this] {
        if (QAccessible::isActive()) {
            executeDelayedItemsLayout();
        }
    });
    expandNew({}, 0, model->rowCount() - 1);
}

void PeerListView::expandNew(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid()) {
        // A group's first peers: only now can it be open.
        if (model()->rowCount(parent) == last - first + 1) {
            setExpanded(parent, !m_collapsed.contains(parent.data(PeerGroupRole).toString()));
        }
        return;
    }
    for (int row = first; row <= last; ++row) {
        const QModelIndex group = model()->index(row, 0);
        if (group.data(PeerIsGroupRole).toBool()) {
            setExpanded(group, !m_collapsed.contains(group.data(PeerGroupRole).toString()));
        }
    }
}

void PeerListView::noteExpansion(const QModelIndex &group, bool expanded)
{
    const QString name = group.data(PeerGroupRole).toString();
    if (expanded) {
        m_collapsed.remove(name);
    } else {
        m_collapsed.insert(name);
    }
}

void PeerListView::setGrouped(bool grouped)
{
    setRootIsDecorated(grouped);
}

void PeerListView::resetColumns()
{
    const PeerColumns shown = PeerColumnText::shownAtFirst();
    for (int c = 0; c < peerColumnCount; ++c) {
        header()->moveSection(header()->visualIndex(c), c);
        setColumnHidden(c, !shown.test(static_cast<size_t>(c)));
    }
    layOutColumns();
    Q_EMIT shownColumnsChanged();
}

void PeerListView::layOutColumns()
{
    QFont strong = font();
    strong.setWeight(QFont::Bold);
    const QFontMetrics metrics(strong);
    const auto textWidth = [&metrics](const QString &text) { return metrics.horizontalAdvance(text); };
    // As wide as a text of this length, in digits.
    const auto characters = [&metrics](int count) {
        return metrics.horizontalAdvance(QLatin1Char('0')) * count;
    };
    const auto resize = [this](PeerColumn c, int width) {
        const int title =
            fontMetrics().horizontalAdvance(model()->headerData(column(c), Qt::Horizontal).toString());
        header()->resizeSection(column(c), std::max(width, title + 14) + 2 * CalmHeader::padding);
    };
    int widestState = 0;
    for (int health = 0; health <= static_cast<int>(Health::Paused); ++health) {
        widestState = std::max(widestState, textWidth(Wording::health(static_cast<Health>(health))));
    }
    const int latency = textWidth(Wording::latency(milliseconds(1234)));
    const int shortAge = textWidth(Wording::duration(std::chrono::minutes(59) + seconds(59)));
    resize(PeerColumn::State, metrics.height() + 8 + widestState + 12 + shortAge);
    resize(PeerColumn::Name, characters(23));
    resize(PeerColumn::LastRtt, latency);
    resize(PeerColumn::Trend, 120);
    resize(PeerColumn::Median, latency);
    resize(PeerColumn::P95, latency);
    resize(PeerColumn::Jitter, latency);
    resize(PeerColumn::Loss, textWidth(Wording::percentage(0.999)));
    resize(PeerColumn::OpenTime, shortAge);
    resize(PeerColumn::Connections, characters(6));
    resize(PeerColumn::NextRetry, textWidth(Wording::duration(seconds(59))));
    resize(PeerColumn::Certificate,
           textWidth(QLocale().toString(QDate(2028, 12, 28), QLocale::ShortFormat)) + metrics.height());
    resize(PeerColumn::LastEnd, characters(12)); // the last column takes what is left
    resize(PeerColumn::Tags, characters(14));
}

PeerColumns PeerListView::shownColumns() const
{
    PeerColumns shown;
    for (int c = 0; c < peerColumnCount; ++c) {
        shown.set(static_cast<size_t>(c), !isColumnHidden(c));
    }
    return shown;
}

void PeerListView::setColumnShown(PeerColumn column, bool shown)
{
    setColumnHidden(static_cast<int>(column), !shown);
    Q_EMIT shownColumnsChanged();
}

QByteArray PeerListView::saveLook() const
{
    QByteArray look;
    QDataStream stream(&look, QIODevice::WriteOnly);
    stream << lookVersion << qint32(peerColumnCount) << header()->saveState() << m_collapsed;
    return look;
}

void PeerListView::restoreLook(const QByteArray &look)
{
    QDataStream stream(look);
    quint32 version = 0;
    qint32 columns = 0;
    QByteArray headerState;
    QSet<QString> collapsed;
    stream >> version >> columns >> headerState >> collapsed;
    // Kept by a version with other columns: nothing of it fits.
    if (stream.status() != QDataStream::Ok || version != lookVersion || columns != peerColumnCount) {
        return;
    }
    header()->restoreState(headerState);
    // A list without state and name says nothing.
    setColumnHidden(column(PeerColumn::State), false);
    setColumnHidden(column(PeerColumn::Name), false);
    m_collapsed = collapsed;
    expandNew({}, 0, model()->rowCount() - 1);
    Q_EMIT shownColumnsChanged();
}

QList<PeerId> PeerListView::selectedPeers() const
{
    QList<PeerId> peers;
    if (!selectionModel()) {
        return peers;
    }
    QSet<PeerId> known;
    const QModelIndex current = currentIndex().siblingAtColumn(0);
    const auto add = [&](const QModelIndex &row, bool first) {
        const PeerId peer{row.data(PeerIdRole).toUInt()};
        if (!known.contains(peer)) {
            known.insert(peer);
            peers.insert(first ? 0 : peers.size(), peer);
        }
    };
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        if (!row.data(PeerIsGroupRole).toBool()) {
            add(row, row == current);
            continue;
        }
        for (int child = 0; child < model()->rowCount(row); ++child) {
            add(model()->index(child, 0, row), false);
        }
    }
    return peers;
}

std::optional<QString> PeerListView::selectedGroup() const
{
    const QModelIndexList rows = selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
    if (rows.size() != 1 || !rows.first().data(PeerIsGroupRole).toBool()) {
        return {};
    }
    return rows.first().data(PeerGroupRole).toString();
}

void PeerListView::selectPeer(PeerId peer)
{
    const QModelIndexList found = model()->match(model()->index(0, 0), PeerIdRole, toNumber(peer), 1,
                                                 Qt::MatchExactly | Qt::MatchRecursive);
    if (!found.isEmpty()) {
        selectionModel()->setCurrentIndex(found.first(),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        if (isVisible()) { // before, it would scroll as if nothing but this row fitted
            scrollTo(found.first());
        }
    }
}

void PeerListView::selectCurrent()
{
    if (!selectionModel()->hasSelection() && currentIndex().isValid()) {
        selectionModel()->select(currentIndex(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
}

void PeerListView::keyboardSearch(const QString &search)
{
    // Typing finds names, whatever cell was clicked last.
    if (currentIndex().isValid()) {
        selectionModel()->setCurrentIndex(currentIndex().siblingAtColumn(column(PeerColumn::Name)),
                                          QItemSelectionModel::NoUpdate);
    }
    QTreeView::keyboardSearch(search);
}

void PeerListView::drawRow(QPainter *painter, const QStyleOptionViewItem &options,
                           const QModelIndex &index) const
{
    const auto health = static_cast<Health>(index.data(PeerHealthRole).toInt());
    if (index.data(PeerIsGroupRole).toBool()) {
        painter->fillRect(options.rect, StatusLook::band(palette()));
    }
    const QColor wash = StatusLook::wash(health, palette());
    if (wash.alpha() > 0) {
        painter->fillRect(options.rect, wash);
    }
    QTreeView::drawRow(painter, options, index);
    if (StatusLook::isTrouble(health)) {
        const int left = isRightToLeft() ? options.rect.right() - edge + 1 : options.rect.left();
        painter->fillRect(QRect(left, options.rect.top(), edge, options.rect.height()),
                          StatusLook::healthColor(health, palette()));
    }
}

void PeerListView::showEvent(QShowEvent *event)
{
    m_clock.start();
    QTreeView::showEvent(event);
}

void PeerListView::hideEvent(QHideEvent *event)
{
    m_clock.stop();
    QTreeView::hideEvent(event);
}

} // namespace Pongwatch
