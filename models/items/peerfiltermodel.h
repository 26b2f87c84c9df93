// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "items/peerfilter.h"
#include "text/naturalorder.h"

#include <QSortFilterProxyModel>

namespace Pongwatch
{

/// Sorts and filters a PeerListModel. Sorts by raw values: at first by state, with trouble on top; equal rows
/// by name. Rows without a value come last in either direction. A group is shown if one of its peers is; an
/// empty group is shown if there is no filter.
class PeerFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    /// The source must outlive the filter.
    explicit PeerFilterModel(QAbstractItemModel *source, QObject *parent = nullptr);

    void setFilter(const PeerFilter &filter);
    [[nodiscard]] const PeerFilter &filter() const { return m_filter; }

    /// Changes one condition and keeps the others.
    void setFilterText(const QString &text);
    void setShownStates(const QSet<Health> &states);
    void setShownTags(const QStringList &tags);

    /// The peers that pass the filter, in the order of the source.
    [[nodiscard]] QList<PeerId> acceptedPeers() const;

    void sort(int column, Qt::SortOrder order) override;

    /// The language has changed: names are sorted by the rules of the new one.
    void retranslate();

    /// While the order is held, no row moves, appears or disappears because of new measurements. Releasing it
    /// sorts at once.
    void holdOrder(bool held);
    [[nodiscard]] bool isOrderHeld() const { return !dynamicSortFilter(); }
    /// Whether rows are out of place because the order is held.
    [[nodiscard]] bool isOutOfOrder() const { return m_isOutOfOrder; }

Q_SIGNALS:
    void outOfOrderChanged(bool isOutOfOrder);
    void filterChanged();
    /// The sort column has changed: the model below must announce its changes.
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
    mutable NaturalOrder m_names; ///< because lessThan() is const, but fills its cache
};

} // namespace Pongwatch
