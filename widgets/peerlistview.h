// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "engine/values/timetypes.h"
#include "items/peerlistroles.h"

#include <QHash>
#include <QPersistentModelIndex>
#include <QSet>
#include <QTimer>
#include <QTreeView>

#include <optional>

namespace Pongwatch
{

class PeerColumnFit;
class PeerDelegate;
class PeerTimelines;

/// The list of peers as it is seen: a tree of groups and peers, flat while there are no groups. Takes a model
/// with the columns and roles of items/peerlistroles.h. Rows in trouble have a wash and a bar at their edge.
class PeerListView : public QTreeView
{
    Q_OBJECT

public:
    explicit PeerListView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    /// What is shown in the column of timelines, and the peers' colours; outlives the view.
    void setTimelines(PeerTimelines *timelines);

    /// How high it wants to be to show all rows without scrolling, the heading included.
    [[nodiscard]] int contentHeight() const;

    /// In the order of the rows; the current one first, if it is selected. A selected group stands for its
    /// peers that are listed.
    [[nodiscard]] QList<PeerId> selectedPeers() const;

    /// The group whose row is the only one selected.
    [[nodiscard]] std::optional<QString> selectedGroup() const;

    /// Makes this peer the only selected one and shows it. A filter that hides it is taken away. Nothing
    /// happens if there is no such peer.
    void selectPeer(PeerId peer);

    /// Selects those of them that the filter lets through, and makes the first of these the current one.
    void selectPeers(const QList<PeerId> &peers);

    /// When nothing is selected any more: selects the row that the keyboard is at.
    void selectCurrent();

    /// Whether rows can have children: leaves room for the arrows.
    void setGrouped(bool grouped);

    [[nodiscard]] PeerColumns shownColumns() const;
    void setColumnShown(PeerColumn column, bool shown);
    /// Columns, their order and widths as they are for a user who has changed nothing (PeerColumnFit).
    void resetColumns();

    /// Columns, sorting and collapsed groups, for the next start.
    [[nodiscard]] QByteArray saveLook() const;
    void restoreLook(const QByteArray &look);

    void keyboardSearch(const QString &search) override;

Q_SIGNALS:
    void selectedPeersChanged();
    /// The user asks what happened to the peer then: clicked its trouble in the timeline.
    void happeningWanted(Pongwatch::PeerId peer, Pongwatch::WallTime moment);
    /// contentHeight() may give something else now.
    void contentHeightChanged();
    void shownColumnsChanged();

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &options,
                 const QModelIndex &index) const override;
    bool viewportEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    bool updateAges();
    void setClock(bool byTheSecond);
    void retranslate();
    /// What is selected is tinted, so that states and colours are seen there as well.
    void softenSelection();
    void expandNew(const QModelIndex &parent, int first, int last);
    void noteExpansion(const QModelIndex &group, bool expanded);
    void pointAt(const QPoint &place);
    void pointAtNothing();
    void showPointed();
    void showCrosshair();
    void repaintTimelines();
    /// The moment there, if it is in a peer's timeline.
    [[nodiscard]] std::optional<WallTime> momentAt(const QPoint &place) const;
    [[nodiscard]] QRect timelineColumn() const;
    [[nodiscard]] int rowsUnder(const QModelIndex &parent) const;

    QSet<QString> m_collapsed;          // names of groups
    PeerColumnFit *m_columns = nullptr; // comes with the model
    PeerDelegate *m_delegate;           // owned by this
    PeerTimelines *m_timelines = nullptr;
    std::optional<PeerId> m_pointed; ///< as it was painted last
    bool m_isSoftening = false;
    int m_crosshairAt = -1; ///< where it was painted last, in the viewport; -1: nowhere
    QTimer m_fitSoon;       ///< rows come one by one
    /// Ages, count-downs and sparklines move while nothing happens.
    QHash<QPersistentModelIndex, QString> m_said; // what cells with ages said last
    QTimer m_clock;
    std::chrono::steady_clock::time_point m_agesPainted{};
};

} // namespace Pongwatch
