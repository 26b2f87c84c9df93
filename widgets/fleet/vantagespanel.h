// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

#include <QWidget>

class QLabel;

namespace Pongwatch
{

class FactsGrid;
class FleetBoard;

/// What all vantages of the open fleet say of one peer: the verdict across them, and what each sees. Says
/// when that is old.
class VantagesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit VantagesPanel(QWidget *parent = nullptr);

    /// The board must outlive the panel.
    void setFleet(const FleetBoard *fleet);

    /// False if the fleet says nothing of it, or none is open. `isOwn`: the peer is watched here, too, so
    /// that its finding says nothing of the other vantages.
    bool showPeer(PeerId peer, bool isOwn, WallTime now);

    [[nodiscard]] QString plainText() const;

private:
    const FleetBoard *m_fleet = nullptr;
    QLabel *m_verdict;
    QLabel *m_old;
    FactsGrid *m_sights;
};

} // namespace Pongwatch
