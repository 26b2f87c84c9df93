// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/eventfiltermodel.h"

namespace Pongwatch
{

EventFilterModel::EventFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
}

void EventFilterModel::setKinds(Kinds kinds)
{
    m_kinds = kinds;
    invalidateFilter();
}

void EventFilterModel::setSearch(const QString &text)
{
    m_search = text.simplified();
    invalidateFilter();
}

void EventFilterModel::setPeers(const std::optional<QSet<PeerId>> &peers)
{
    if (peers == m_peers)
        return;
    m_peers = peers;
    invalidateFilter();
}

void EventFilterModel::setScope(const QString &peer, WallTime from, WallTime to)
{
    if (peer == m_name && from == m_from && to == m_to)
        return;
    m_name = peer;
    m_from = from;
    m_to = to;
    invalidateFilter();
}

bool EventFilterModel::scopeFits(const QModelIndex &index) const
{
    const WallTime time(microseconds(index.data(EventTimeRole).toLongLong()));
    if (time < m_from || time >= m_to)
        return false;
    return m_name.isEmpty() ||
           index.siblingAtColumn(static_cast<int>(EventColumn::Peer)).data().toString() == m_name;
}

bool EventFilterModel::isFiltering() const
{
    return m_kinds != Kinds::All || !m_name.isEmpty() || m_from != WallTime::min() ||
           m_to != WallTime::max() || !m_search.isEmpty() || m_peers.has_value();
}

bool EventFilterModel::kindFits(EventKind kind) const
{
    switch (m_kinds) {
    case Kinds::All:
        return true;
    case Kinds::Trouble:
        return kind == EventKind::TimedOut || kind == EventKind::Ended || kind == EventKind::Failed;
    case Kinds::Connections:
        break;
    }
    return kind != EventKind::Message && kind != EventKind::TimedOut && kind != EventKind::Recovered;
}

bool EventFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!kindFits(static_cast<EventKind>(index.data(EventKindRole).toInt())) || !scopeFits(index))
        return false;
    if (m_peers && !m_peers->contains(PeerId{index.data(EventPeerRole).toUInt()}))
        return false;
    if (m_search.isEmpty())
        return true;
    return index.data(EventTextRole).toString().contains(m_search, Qt::CaseInsensitive) ||
           index.siblingAtColumn(static_cast<int>(EventColumn::Peer))
               .data()
               .toString()
               .contains(m_search, Qt::CaseInsensitive);
}

} // namespace Pongwatch
