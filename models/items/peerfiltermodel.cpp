// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/peerfiltermodel.h"

#include "items/peercolumns.h"

#include <algorithm>

namespace Pongwatch
{

PeerFilterModel::PeerFilterModel(QAbstractItemModel *source, QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(PeerSortRole);
    setFilterRole(PeerHealthRole);
    setDynamicSortFilter(true);
    setSourceModel(source);
    connect(this, &QAbstractItemModel::dataChanged, this, &PeerFilterModel::lookAtOrder);
    QSortFilterProxyModel::sort(column(PeerColumn::State));
}

void PeerFilterModel::holdOrder(bool held)
{
    if (held == isOrderHeld())
        return;
    setDynamicSortFilter(!held); // sorts as soon as it is released
    if (!held) {
        invalidateRowsFilter();
        setOutOfOrder(false);
    }
}

void PeerFilterModel::setOutOfOrder(bool isOutOfOrder)
{
    if (m_isOutOfOrder != isOutOfOrder) {
        m_isOutOfOrder = isOutOfOrder;
        Q_EMIT outOfOrderChanged(isOutOfOrder);
    }
}

void PeerFilterModel::lookAtOrder(const QModelIndex &first, const QModelIndex &last)
{
    const int by = sortColumn();
    if (!isOrderHeld() || m_isOutOfOrder || by < 0 || first.column() > by || last.column() < by)
        return;
    const bool ascending = sortOrder() == Qt::AscendingOrder;
    for (int row = first.row(); row <= last.row(); ++row) {
        for (const int neighbour : {row - 1, row + 1}) {
            const QModelIndex upper = index(std::min(row, neighbour), by, first.parent());
            const QModelIndex lower = index(std::max(row, neighbour), by, first.parent());
            if (!upper.isValid() || !lower.isValid())
                continue;
            const QModelIndex a = mapToSource(ascending ? lower : upper);
            const QModelIndex b = mapToSource(ascending ? upper : lower);
            if (lessThan(a, b)) {
                setOutOfOrder(true);
                return;
            }
        }
    }
}

void PeerFilterModel::setFilter(const PeerFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    invalidateRowsFilter();
    Q_EMIT filterChanged();
}

void PeerFilterModel::setFilterText(const QString &text)
{
    PeerFilter filter = m_filter;
    filter.text = text;
    setFilter(filter);
}

void PeerFilterModel::setShownStates(const QSet<Health> &states)
{
    PeerFilter filter = m_filter;
    filter.states = states;
    setFilter(filter);
}

void PeerFilterModel::setShownTags(const QStringList &tags)
{
    PeerFilter filter = m_filter;
    filter.tags = tags;
    setFilter(filter);
}

QList<PeerId> PeerFilterModel::acceptedPeers() const
{
    QList<PeerId> accepted;
    const QAbstractItemModel *source = sourceModel();
    const auto look = [&](const QModelIndex &row) {
        if (!row.data(PeerIsGroupRole).toBool() && acceptsPeer(row))
            accepted.append(PeerId{row.data(PeerIdRole).toUInt()});
    };
    for (int i = 0; i < source->rowCount(); ++i) {
        const QModelIndex row = source->index(i, 0);
        look(row);
        for (int child = 0; child < source->rowCount(row); ++child)
            look(source->index(child, 0, row));
    }
    return accepted;
}

void PeerFilterModel::sort(int column, Qt::SortOrder order)
{
    Q_EMIT sortedBy(column);
    QSortFilterProxyModel::sort(column, order);
    setOutOfOrder(false);
}

void PeerFilterModel::retranslate()
{
    m_names = NaturalOrder();
    invalidate();
}

bool PeerFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    if (m_filter.isEmpty())
        return true;
    const QModelIndex name = sourceModel()->index(sourceRow, column(PeerColumn::Name), sourceParent);
    if (!name.data(PeerIsGroupRole).toBool())
        return acceptsPeer(name);
    const QModelIndex group = name.siblingAtColumn(0);
    for (int row = 0; row < sourceModel()->rowCount(group); ++row)
        if (acceptsPeer(sourceModel()->index(row, column(PeerColumn::Name), group)))
            return true;
    return false;
}

bool PeerFilterModel::acceptsPeer(const QModelIndex &name) const
{
    if (!m_filter.states.isEmpty() &&
        !m_filter.states.contains(static_cast<Health>(name.data(PeerHealthRole).toInt())))
        return false;
    if (m_filter.tags.isEmpty() && m_filter.text.isEmpty())
        return true;
    const QStringList tags = name.data(PeerTagsRole).toStringList();
    if (!m_filter.tags.isEmpty() && std::none_of(tags.cbegin(), tags.cend(), [this](const QString &tag) {
            return m_filter.tags.contains(tag);
        }))
        return false;
    const auto found = [this](const QString &text) {
        return text.contains(m_filter.text, Qt::CaseInsensitive);
    };
    return m_filter.text.isEmpty() || found(name.data().toString()) ||
           found(name.data(PeerUrlRole).toString()) || found(name.data(PeerGroupRole).toString()) ||
           std::any_of(tags.cbegin(), tags.cend(), found);
}

int PeerFilterModel::compareNames(const QModelIndex &left, const QModelIndex &right) const
{
    const int c = column(PeerColumn::Name);
    return m_names.compare(left.siblingAtColumn(c).data().toString(),
                           right.siblingAtColumn(c).data().toString());
}

bool PeerFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool ascending = sortOrder() == Qt::AscendingOrder;
    if (left.column() == column(PeerColumn::Name))
        return compareNames(left, right) < 0;
    const QVariant a = left.data(PeerSortRole);
    const QVariant b = right.data(PeerSortRole);
    if (a.isValid() != b.isValid())
        return a.isValid() == ascending;
    if (a.isValid() && a != b)
        return QVariant::compare(a, b) == QPartialOrdering::Less;
    const int names = compareNames(left, right);
    return ascending ? names < 0 : names > 0;
}

} // namespace Pongwatch
