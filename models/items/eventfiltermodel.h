// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "engine/values/timetypes.h"
#include "items/eventlogroles.h"

#include <QSet>
#include <QSortFilterProxyModel>

#include <optional>

namespace Pongwatch
{

/// Filters the event log by kind, text and peer.
class EventFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Kinds : int { All, Trouble, Connections };

    explicit EventFilterModel(QObject *parent = nullptr);

    void setKinds(Kinds kinds);
    /// Shows entries whose peer or sentence contains this, ignoring case; empty: all.
    void setSearch(const QString &text);
    /// nullopt: entries of all peers.
    void setPeers(const std::optional<QSet<PeerId>> &peers);

    /// Shows only entries in [from, to) of the peer with this name; empty: of any.
    void setScope(const QString &peer, WallTime from, WallTime to);

    [[nodiscard]] bool isFiltering() const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    [[nodiscard]] bool kindFits(EventKind kind) const;
    [[nodiscard]] bool scopeFits(const QModelIndex &index) const;

    Kinds m_kinds = Kinds::All;
    QString m_search;
    std::optional<QSet<PeerId>> m_peers;
    QString m_name; // empty: any
    WallTime m_from = WallTime::min();
    WallTime m_to = WallTime::max();
};

} // namespace Pongwatch
