// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "items/peerfilter.h"
#include "text/naturalorder.h"

#include <QSortFilterProxyModel>

namespace Pongwatch
{

/// Sorts and filters a PeerListModel. Sorted by raw values; at first by state, trouble on top; equals by
/// name. Rows without a value come last, whichever way is sorted. A group is there while one of its peers is,
/// and an empty one while nothing is filtered.
class PeerFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    /// The source outlives the filter.
    explicit PeerFilterModel(QAbstractItemModel *source, QObject *parent = nullptr);

    void setFilter(const PeerFilter &filter);
    [[nodiscard]] const PeerFilter &filter() const { return m_filter; }

    /// Changes one condition and leaves the others.
    void setFilterText(const QString &text);
    void setShownStates(const QSet<Health> &states);
    void setShownTags(const QStringList &tags);

    /// The peers that the filter lets through, in the order of the source.
    [[nodiscard]] QList<PeerId> acceptedPeers() const;

    void sort(int column, Qt::SortOrder order) override;

    /// The language has changed: names are sorted as the new one has them.
    void retranslate();

    /// While the order is held no row changes its place, comes or goes because of what is measured. Letting
    /// go sorts at once.
    void holdOrder(bool held);
    [[nodiscard]] bool isOrderHeld() const { return !dynamicSortFilter(); }
    /// Whether rows are not where they belong, because the order is held.
    [[nodiscard]] bool isOutOfOrder() const { return m_isOutOfOrder; }

Q_SIGNALS:
    void outOfOrderChanged(bool isOutOfOrder);
    void filterChanged();
    /// Another column is sorted by: the model below must announce its changes.
    void sortedBy(int column);

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    [[nodiscard]] bool acceptsPeer(const QModelIndex &name) const;
    [[nodiscard]] int compareNames(const QModelIndex &left, const QModelIndex &right) const;

    void lookAtOrder(const QModelIndex &first, const QModelIndex &last);
    void setOutOfOrder(bool isOutOfOrder);

    PeerFilter m_filter;
    bool m_isOutOfOrder = false;
    mutable NaturalOrder m_names; ///< lessThan() is const, and fills its keys
};

} // namespace Pongwatch
