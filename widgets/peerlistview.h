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

/// A view of the list of peers: a tree of groups and peers, or flat if there are no groups. Takes a model
/// with the columns and roles of items/peerlistroles.h. Rows in trouble are tinted, with a bar at their edge.
class PeerListView : public QTreeView
{
    Q_OBJECT

public:
    explicit PeerListView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    /// The contents of the column of timelines, and the peers' colours; must outlive the view.
    void setTimelines(PeerTimelines *timelines);

    /// The height that shows all rows without scrolling, including the heading.
    [[nodiscard]] int contentHeight() const;

    /// In the order of the rows, but the current one comes first if it is selected. A selected group stands
    /// for those of its peers that are listed.
    [[nodiscard]] QList<PeerId> selectedPeers() const;

    /// The group, if its row is the only one selected.
    [[nodiscard]] std::optional<QString> selectedGroup() const;

    /// Selects only this peer and scrolls to it. Clears the filter if it hides the peer. Does nothing if
    /// there is no such peer.
    void selectPeer(PeerId peer);

    /// Selects those that pass the filter, and makes the first of them the current one.
    void selectPeers(const QList<PeerId> &peers);

    /// If nothing is selected any more, selects the current row.
    void selectCurrent();

    /// Sets whether rows can have children: leaves room for the arrows.
    void setGrouped(bool grouped);

    [[nodiscard]] PeerColumns shownColumns() const;
    void setColumnShown(PeerColumn column, bool shown);
    /// A column that has nothing to show now is hidden, whatever the user wants.
    void setColumnAvailable(PeerColumn column, bool available);
    /// Restores the default columns with their order and widths (PeerColumnFit).
    void resetColumns();

    /// Columns, sorting and collapsed groups, to be kept for the next start.
    [[nodiscard]] QByteArray saveLook() const;
    void restoreLook(const QByteArray &look);

    void keyboardSearch(const QString &search) override;

Q_SIGNALS:
    void selectedPeersChanged();
    /// The user clicked a peer's trouble in the timeline, to see what happened then.
    void happeningWanted(Pongwatch::PeerId peer, Pongwatch::WallTime moment);
    /// The result of contentHeight() may have changed.
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
    /// Tints selected rows only slightly, so that states and colours remain visible.
    void softenSelection();
    void expandNew(const QModelIndex &parent, int first, int last);
    void noteExpansion(const QModelIndex &group, bool expanded);
    void pointAt(const QPoint &place);
    void pointAtNothing();
    void showPointed();
    void showCrosshair();
    void repaintTimelines();
    /// The moment at this place, if it is in a peer's timeline.
    [[nodiscard]] std::optional<WallTime> momentAt(const QPoint &place) const;
    [[nodiscard]] QRect timelineColumn() const;
    [[nodiscard]] int rowsUnder(const QModelIndex &parent) const;

    QSet<QString> m_collapsed;          // names of groups
    PeerColumnFit *m_columns = nullptr; // depends on the model
    PeerDelegate *m_delegate;           // owned by this
    PeerTimelines *m_timelines = nullptr;
    std::optional<PeerId> m_pointed; ///< as last painted
    bool m_isSoftening = false;
    int m_crosshairAt = -1; ///< where it was last painted, in the viewport; -1: nowhere
    QTimer m_fitSoon;       ///< rows are added one by one
    /// Ages, countdowns and sparklines change even if nothing happens.
    QHash<QPersistentModelIndex, QString> m_said; // the last texts of cells with ages
    QTimer m_clock;
    std::chrono::steady_clock::time_point m_agesPainted{};
};

} // namespace Pongwatch
