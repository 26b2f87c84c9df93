// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "engine/values/timetypes.h"

#include <QTimer>
#include <QTreeView>

namespace Pongwatch
{

/// The list of peers as it is seen. Takes a model with the columns and roles of items/peerlistroles.h.
class PeerListView : public QTreeView
{
    Q_OBJECT

public:
    explicit PeerListView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    /// In the order of the rows; the current one first, if it is selected.
    [[nodiscard]] QList<PeerId> selectedPeers() const;

    /// Makes this peer the only selected one and shows it. Nothing happens if it is not in the model.
    void selectPeer(PeerId peer);

    /// When nothing is selected any more: selects the row that the keyboard is at.
    void selectCurrent();

Q_SIGNALS:
    void selectedPeersChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void layOutColumns();

    /// Ages, count-downs and sparklines move while nothing happens.
    QTimer m_clock;
};

} // namespace Pongwatch
