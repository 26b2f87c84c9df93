// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/peerlistroles.h"
#include "peers/peerbook.h"

#include <QAbstractItemModel>
#include <QElapsedTimer>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace Pongwatch
{

class FleetBoard;
class PeerFigures;
struct PeerBranch;
struct PeerRow;

/// The list of peers: one row for each, in the order in which they were added. Peers in a group are children
/// of the group's row, which sums them up. Without groups the list is flat.
///
/// PeerSortRole returns raw values, Qt::DisplayRole formatted ones. Changes are collected and announced at
/// most 20 times a second, merged into ranges, with only those columns and roles that have changed and are
/// shown. Groups' states are as current as their peers'; their figures are computed at most once a second.
/// Lives on the GUI thread.
class PeerListModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    /// The book must outlive the model.
    explicit PeerListModel(PeerBook *book, QObject *parent = nullptr);
    ~PeerListModel() override;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    /// Emits moveRequested() and returns false, as the model itself only changes when the book does.
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

    /// The cell with the name; invalid if there is no such peer or group.
    [[nodiscard]] QModelIndex indexOf(PeerId peer) const;
    [[nodiscard]] QModelIndex indexOfGroup(const QString &name) const;
    [[nodiscard]] bool hasGroups() const { return !m_groups.empty(); }

    /// Sets the stretch of time shown by trends.
    void setTrendWindow(nanoseconds window);
    [[nodiscard]] nanoseconds trendWindow() const { return m_trendWindow; }

    /// From now on, the rows show figures for the visible time instead of this run. The figures must outlive
    /// the model.
    void setFigures(PeerFigures *figures);

    /// What is left of an error budget, and a sentence about each objective.
    struct Budget {
        std::optional<double> left; ///< nullopt: there is no objective, or nothing is known yet
        QString explanation;
    };
    /// From now on the column of budgets asks these, for the row of a peer and for that of a group.
    void setBudgets(std::function<Budget(PeerId)> ofPeer, std::function<Budget(const QString &)> ofGroup);

    /// From now on the column of vantages shows what this fleet says. It must outlive the model.
    void setFleet(const FleetBoard *fleet);

    /// Changes are announced only for these columns. At first: all.
    void setAnnouncedColumns(PeerColumns columns) { m_announced = columns; }

    /// Updates all texts for the current language.
    void retranslate();

    /// Announces collected changes at once. For tests and pictures.
    void flush();

    /// The shortest time between two announcements.
    static constexpr milliseconds announceInterval{50};

Q_SIGNALS:
    /// The user dropped these peers on a group. Empty: removed from all groups.
    void moveRequested(const QList<Pongwatch::PeerId> &peers, const QString &group);

private:
    struct Place {
        PeerBranch *branch = nullptr;
        int row = 0; // its position among the branch's peers
    };

    void addPeer(PeerId peer);
    void removePeer(PeerId peer);
    void fileAnew(PeerId peer);
    void arrangeGroups();
    void gather(const QList<PeerChange> &changes);
    void announceSoon();
    void announce(const QModelIndex &first, int lastRow, PeerColumns columns, const QList<int> &roles);
    void announcePeers(PeerBranch &branch);
    void announceGroup(PeerBranch &branch);

    PeerBranch *branchFor(const QString &group);
    void addGroup(const QString &name);
    void removeUnusedGroups();
    void renumber(PeerBranch &branch, int from);
    [[nodiscard]] int firstRow(const PeerBranch &branch) const;
    [[nodiscard]] QModelIndex branchIndex(const PeerBranch &branch) const;
    [[nodiscard]] PeerBranch *groupAt(const QModelIndex &index) const;
    [[nodiscard]] PeerRow *peerAt(const QModelIndex &index) const;
    [[nodiscard]] QVariant peerData(const PeerRow &row, PeerColumn c, int role) const;
    [[nodiscard]] QVariant groupData(const PeerBranch &branch, PeerColumn c, int role) const;

    [[nodiscard]] const StatisticsSummary &figuresOf(const PeerRow &row, const PeerRecord &record) const;
    [[nodiscard]] QVariant vantagesData(PeerId peer, int role) const;
    [[nodiscard]] QString availabilityTip(const PeerRecord &record) const;

    PeerBook *m_book;
    PeerFigures *m_figures = nullptr;
    const FleetBoard *m_fleet = nullptr;
    std::function<Budget(PeerId)> m_budgetOfPeer; // null: there are none
    std::function<Budget(const QString &)> m_budgetOfGroup;
    // The indexes of a group's peers contain the address of their branch.
    std::unique_ptr<PeerBranch> m_root;
    std::vector<std::unique_ptr<PeerBranch>> m_groups;
    QHash<quint32, Place> m_places;
    PeerColumns m_announced = PeerColumns().set();
    nanoseconds m_trendWindow = seconds(60);
    QTimer m_announce;
    QElapsedTimer m_lastAnnounced;
};

} // namespace Pongwatch
