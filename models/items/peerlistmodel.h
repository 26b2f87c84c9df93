// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/statisticssummary.h"
#include "items/peerbook.h"
#include "items/peerlistroles.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <vector>

namespace Pongwatch
{

/// The list of peers: one row a peer, in the order in which they were added. Raw values by PeerSortRole,
/// formatted ones by Qt::DisplayRole. Changes are gathered and announced at most 20 times a second, merged
/// into ranges, with the columns and roles that changed and no others. Lives on the GUI thread.
class PeerListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// The book outlives the model.
    explicit PeerListModel(PeerBook *book, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The row of a peer; -1 if there is none.
    [[nodiscard]] int rowOf(PeerId peer) const;

    /// Announces what was gathered at once. For tests and for pictures.
    void flush();

    /// The shortest time between two announcements.
    static constexpr milliseconds announceInterval{50};

private:
    enum Dirty : quint8 { Clean = 0, Sampled = 1, StateChanged = 2 };
    struct Row {
        PeerId peer{};
        quint8 dirty = Clean;
        mutable bool summaryIsFresh = false;
        mutable StatisticsSummary summary; // since start
    };

    void addRow(PeerId peer);
    void removeRow(PeerId peer);
    void gather(const QList<PeerChange> &changes);
    template <typename Announce>
    void announceRanges(quint8 dirt, Announce announce);

    [[nodiscard]] const StatisticsSummary &summaryOf(const Row &row, const PeerRecord &record) const;
    [[nodiscard]] QVariant displayed(const Row &row, const PeerRecord &record, PeerColumn column) const;
    [[nodiscard]] QVariant sortKey(const Row &row, const PeerRecord &record, PeerColumn column) const;
    [[nodiscard]] QString stateDetail(const PeerRecord &record) const;
    [[nodiscard]] QString accessibleText(const Row &row, const PeerRecord &record, PeerColumn column) const;

    PeerBook *m_book;
    std::vector<Row> m_rows;
    QHash<quint32, int> m_rowOf;
    QTimer m_announce;
};

} // namespace Pongwatch
