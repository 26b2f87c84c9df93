// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "engine/values/timetypes.h"
#include "history/health.h"

#include <QAbstractListModel>

#include <vector>

namespace Pongwatch
{

class PeerBook;
class PeerRecord;

/// The roles of the list of peers in trouble, besides Qt's own and PeerIdRole, PeerHealthRole,
/// PeerWarningRole (nothing is wrong yet, but soon will be).
enum TroubleRole : int {
    TroubleSinceRole = Qt::UserRole + 100, ///< for how long: "40 s"; empty if nothing is wrong yet
    TroubleFindingRole,                    ///< what is wrong, in a few words
    TroubleSuspicionRole,                  ///< where to look, as a sentence; may be empty
    TroublePeersRole,                      ///< QList<PeerId>: the peers that the row represents
};

/// The peers that need attention, with the reason: those in trouble, the longest first, then slow ones, then
/// those whose certificates expire soon. If many peers of a group have the same trouble, they share one row,
/// which ranks higher the more there are. Rows are computed when refresh() is called. Lives on the GUI
/// thread.
class TroubleListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// Beyond this number they are only counted.
    static constexpr int cap = 50;
    /// If there are more than this, peers of a group with the same trouble share one row.
    static constexpr int mostOneByOne = 8;

    /// The book must outlive the model.
    explicit TroubleListModel(const PeerBook *book, QObject *parent = nullptr);

    void setPeers(const QList<PeerId> &peers);
    /// Looks at each of the peers once.
    void refresh();
    void retranslate();

    /// How many there are, including those that don't fit into the list.
    [[nodiscard]] int count() const { return m_count; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// A few lines per peer, for copying.
    [[nodiscard]] QString plainText() const;

private:
    struct Row {
        PeerId peer{};
        Health health = Health::Ok;
        QString name;
        QString since;
        QString finding;
        QString suspicion;
        QString sentence;
        bool isWarning = false;
        QList<PeerId> peers;

        friend bool operator==(const Row &, const Row &) = default;
    };

    /// Peers with the same trouble, the longest first.
    using Bundle = std::vector<const PeerRecord *>;
    [[nodiscard]] std::vector<Bundle> worstFirst();
    [[nodiscard]] Row rowOf(const PeerRecord &record) const;
    [[nodiscard]] Row rowOf(const Bundle &bundle) const;
    /// Removes old rows, inserts new ones and moves the others.
    void arrange(const std::vector<Row> &rows);
    void place(const Row &row, int at);

    const PeerBook *m_book;
    QList<PeerId> m_peers;
    std::vector<Row> m_rows;
    int m_count = 0;
};

} // namespace Pongwatch
