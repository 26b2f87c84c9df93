// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/peerlistview.h"

#include "items/peerlistroles.h"
#include "widgets/calmheader.h"
#include "widgets/peerdelegate.h"

#include <QHeaderView>

namespace Pongwatch
{

PeerListView::PeerListView(QWidget *parent)
    : QTreeView(parent)
{
    setAccessibleName(tr("Peers"));
    setItemDelegate(new PeerDelegate(this));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setHeader(new CalmHeader(this));
    header()->setSectionsClickable(true);
    setSortingEnabled(true);
    setFrameShape(QFrame::NoFrame);
    header()->setSortIndicator(static_cast<int>(PeerColumn::State), Qt::AscendingOrder);

    m_clock.setInterval(milliseconds(1000));
    connect(&m_clock, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
}

void PeerListView::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    layOutColumns();
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PeerListView::selectedPeersChanged);
}

void PeerListView::layOutColumns()
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(strong);
    // As wide as a text of this length, in digits.
    const auto characters = [&metrics](int count) {
        return metrics.horizontalAdvance(QLatin1Char('0')) * count + 2 * CalmHeader::padding;
    };
    const auto resize = [this](PeerColumn column, int width) {
        header()->resizeSection(static_cast<int>(column), width);
    };
    resize(PeerColumn::State, characters(19));
    resize(PeerColumn::Name, characters(20));
    resize(PeerColumn::LastRtt, characters(8));
    resize(PeerColumn::Trend, 140);
    resize(PeerColumn::Median, characters(8));
    resize(PeerColumn::P95, characters(8));
    resize(PeerColumn::Loss, characters(6));
    resize(PeerColumn::OpenTime, characters(9));
}

QList<PeerId> PeerListView::selectedPeers() const
{
    QList<PeerId> peers;
    if (!selectionModel()) {
        return peers;
    }
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        const PeerId peer{row.data(PeerIdRole).toUInt()};
        if (row.row() == currentIndex().row()) {
            peers.prepend(peer);
        } else {
            peers.append(peer);
        }
    }
    return peers;
}

void PeerListView::selectPeer(PeerId peer)
{
    const QModelIndexList found =
        model()->match(model()->index(0, 0), PeerIdRole, toNumber(peer), 1, Qt::MatchExactly);
    if (!found.isEmpty()) {
        selectionModel()->setCurrentIndex(found.first(),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        scrollTo(found.first());
    }
}

void PeerListView::selectCurrent()
{
    if (!selectionModel()->hasSelection() && currentIndex().isValid()) {
        selectionModel()->select(currentIndex(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
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
