// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/peerfiltermodel.h"

#include "items/naturalorder.h"
#include "items/peerlistroles.h"

namespace Pongwatch
{

PeerFilterModel::PeerFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(PeerSortRole);
    setFilterRole(PeerHealthRole);
    setDynamicSortFilter(true);
    QSortFilterProxyModel::sort(static_cast<int>(PeerColumn::State));
}

void PeerFilterModel::setFilterText(const QString &text)
{
    if (m_text != text) {
        m_text = text;
        invalidateRowsFilter();
    }
}

void PeerFilterModel::setShownHealth(std::optional<Health> health)
{
    if (m_health != health) {
        m_health = health;
        invalidateRowsFilter();
    }
}

bool PeerFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    if (m_text.isEmpty() && !m_health) {
        return true;
    }
    const QModelIndex name =
        sourceModel()->index(sourceRow, static_cast<int>(PeerColumn::Name), sourceParent);
    if (m_health && name.data(PeerHealthRole).toInt() != static_cast<int>(*m_health)) {
        return false;
    }
    return m_text.isEmpty() || name.data().toString().contains(m_text, Qt::CaseInsensitive) ||
           name.data(PeerUrlRole).toString().contains(m_text, Qt::CaseInsensitive);
}

int PeerFilterModel::compareNames(const QModelIndex &left, const QModelIndex &right) const
{
    const int column = static_cast<int>(PeerColumn::Name);
    return naturalCompare(left.siblingAtColumn(column).data().toString(),
                          right.siblingAtColumn(column).data().toString());
}

bool PeerFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool ascending = sortOrder() == Qt::AscendingOrder;
    if (left.column() == static_cast<int>(PeerColumn::Name)) {
        return compareNames(left, right) < 0;
    }
    const QVariant a = left.data(PeerSortRole);
    const QVariant b = right.data(PeerSortRole);
    if (a.isValid() != b.isValid()) {
        return a.isValid() == ascending;
    }
    if (a.isValid() && a != b) {
        return QVariant::compare(a, b) == QPartialOrdering::Less;
    }
    const int names = compareNames(left, right);
    return ascending ? names < 0 : names > 0;
}

} // namespace Pongwatch
