// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/peerlistview.h"

#include "items/peercolumns.h"
#include "items/peerfiltermodel.h"
#include "widgets/calmheader.h"
#include "widgets/peercolumnfit.h"
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

// 1 has no note of whether the user sized the columns, 2 none of which ones were asked for.
constexpr quint32 lookVersion = 3;

quint32 toNumber(const PeerColumns &columns)
{
    return static_cast<quint32>(columns.to_ulong());
}

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

    m_fitSoon.setSingleShot(true);
    m_fitSoon.setInterval(milliseconds(50));
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
    m_columns = new PeerColumnFit(this);
    connect(m_columns, &PeerColumnFit::wantedChanged, this, &PeerListView::shownColumnsChanged);
    connect(&m_fitSoon, &QTimer::timeout, m_columns, &PeerColumnFit::fit);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PeerListView::selectedPeersChanged);
    connect(model, &QAbstractItemModel::rowsInserted, this, &PeerListView::expandNew);
    connect(model, &QAbstractItemModel::rowsInserted, &m_fitSoon, qOverload<>(&QTimer::start));
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
    m_columns->reset();
}

void PeerListView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    if (m_columns) {
        m_columns->fit();
    }
}

PeerColumns PeerListView::shownColumns() const
{
    return m_columns->wanted();
}

void PeerListView::setColumnShown(PeerColumn column, bool shown)
{
    m_columns->setWanted(column, shown);
}

QByteArray PeerListView::saveLook() const
{
    const PeerColumnFit::Look columns = m_columns->look();
    QByteArray look;
    QDataStream stream(&look, QIODevice::WriteOnly);
    stream << lookVersion << qint32(peerColumnCount) << columns.header << m_collapsed << columns.sizedByUser
           << toNumber(columns.wanted.value_or(PeerColumns())) << toNumber(columns.pinned);
    return look;
}

void PeerListView::restoreLook(const QByteArray &look)
{
    QDataStream stream(look);
    quint32 version = 0;
    qint32 columns = 0;
    PeerColumnFit::Look kept;
    QSet<QString> collapsed;
    stream >> version >> columns >> kept.header >> collapsed;
    kept.sizedByUser = true;
    if (version >= 2) {
        stream >> kept.sizedByUser;
    }
    if (version >= 3) {
        quint32 wanted = 0;
        quint32 pinned = 0;
        stream >> wanted >> pinned;
        kept.wanted = PeerColumns(wanted);
        kept.pinned = PeerColumns(pinned);
    }
    // Kept by a version with other columns: nothing of it fits.
    if (stream.status() != QDataStream::Ok || version < 1 || version > lookVersion ||
        columns != peerColumnCount) {
        return;
    }
    m_collapsed = collapsed;
    m_columns->setLook(kept);
    expandNew({}, 0, model()->rowCount() - 1);
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
    const auto find = [this, peer] {
        return model()->match(model()->index(0, 0), PeerIdRole, toNumber(peer), 1,
                              Qt::MatchExactly | Qt::MatchRecursive);
    };
    QModelIndexList found = find();
    auto *filter = qobject_cast<PeerFilterModel *>(model());
    if (found.isEmpty() && filter && !filter->filter().isEmpty()) {
        filter->setFilter({});
        found = find();
    }
    if (!found.isEmpty()) {
        selectionModel()->setCurrentIndex(found.first(),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        if (isVisible()) { // before, it would scroll as if nothing but this row fitted
            scrollTo(found.first());
        }
    }
}

void PeerListView::selectPeers(const QList<PeerId> &peers)
{
    QItemSelection selection;
    QModelIndex first;
    for (const PeerId peer : peers) {
        const QModelIndexList found = model()->match(model()->index(0, 0), PeerIdRole, toNumber(peer), 1,
                                                     Qt::MatchExactly | Qt::MatchRecursive);
        if (!found.isEmpty()) {
            first = first.isValid() ? first : found.first();
            selection.select(found.first(), found.first());
        }
    }
    if (first.isValid()) {
        selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        scrollTo(first);
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
