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

/// What the list of those in trouble tells beside Qt's own roles and PeerIdRole, PeerHealthRole,
/// PeerWarningRole (nothing is wrong yet, but will be).
enum TroubleRole : int {
    TroubleSinceRole = Qt::UserRole + 100, ///< for how long: "40 s"; empty: nothing is wrong yet
    TroubleFindingRole,                    ///< what is the matter, in a few words
    TroubleSuspicionRole,                  ///< where to look, a sentence; may be empty
    TroublePeersRole,                      ///< QList<PeerId>: whom the row stands for
};

/// Those of some peers that somebody must look at, with the reason: in trouble, the longest first, then the
/// slow, then those whose certificates run out soon. Many of a group with the same trouble are one row, and
/// the more there are the higher it stands. Works its rows out when it is told to (refresh()). Lives
/// on the GUI thread.
class TroubleListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// More are only counted.
    static constexpr int cap = 50;
    /// With more than this, those of a group with the same trouble are one row.
    static constexpr int mostOneByOne = 8;

    /// The book outlives the model.
    explicit TroubleListModel(const PeerBook *book, QObject *parent = nullptr);

    void setPeers(const QList<PeerId> &peers);
    /// Costs one look at each of the peers.
    void refresh();
    void retranslate();

    /// How many there are, those included that are too many to be listed.
    [[nodiscard]] int count() const { return m_count; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// A few lines a peer, to be copied.
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

    /// Those that have the same trouble, the longest first.
    using Bundle = std::vector<const PeerRecord *>;
    [[nodiscard]] std::vector<Bundle> worstFirst();
    [[nodiscard]] Row rowOf(const PeerRecord &record) const;
    [[nodiscard]] Row rowOf(const Bundle &bundle) const;
    /// Rows that are gone go, new ones come, the others move.
    void arrange(const std::vector<Row> &rows);
    void place(const Row &row, int at);

    const PeerBook *m_book;
    QList<PeerId> m_peers;
    std::vector<Row> m_rows;
    int m_count = 0;
};

} // namespace Pongwatch
