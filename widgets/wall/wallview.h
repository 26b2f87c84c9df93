// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "history/health.h"
#include "widgets/wall/wallfield.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;

namespace Pongwatch
{

class PeerBook;
class FleetBar;
class FleetBoard;
class SituationBar;
class SituationWatch;
class StatusCounts;
class WallTile;

/// All peers on a whole screen, below the line that says how they are doing, readable from across the room:
/// peers in trouble in large tiles, others in small ones below; if there are too many for a tile each, as a
/// field of shapes. A clock shows that the wall is alive. Escape requests to close it.
class WallView : public QWidget
{
    Q_OBJECT

public:
    /// The watch, whose peers are shown, must outlive the view.
    explicit WallView(const SituationWatch *watch, QWidget *parent = nullptr);

    /// Updates at once. For tests and pictures; otherwise it does so once a second, and soon after a state
    /// has changed.
    void refresh();

    /// From now on tiles say what is left of error budgets: a text for a peer, empty where it has none.
    void setBudgets(std::function<QString(PeerId)> budgets) { m_budgets = std::move(budgets); }

    /// From now on a line says how this fleet is while it is open. It must outlive the view.
    void setFleet(const FleetBoard *fleet);

    /// The visible ones, in order.
    [[nodiscard]] const QList<WallTile *> &tiles() const { return m_shown; }
    /// The peers without a tile.
    [[nodiscard]] const WallField *field() const { return m_field; }

    /// How many in the field are in trouble, and how many have no place at all; empty if none.
    [[nodiscard]] QString restText() const;

Q_SIGNALS:
    void peerActivated(Pongwatch::PeerId peer);
    /// The line above the tiles was clicked: show the peers in trouble.
    void troubleActivated();
    /// The fleet's line was clicked: show its peers in trouble.
    void fleetActivated();
    /// One of the counts at the bottom was clicked: show the peers in these states.
    void statesActivated(const QSet<Pongwatch::Health> &states);
    void closeWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    WallTile *makeTile();
    void showTiles(const QList<PeerId> &peers);
    [[nodiscard]] QRect tileArea() const;
    [[nodiscard]] QList<WallField::Group> groupsOf(QList<WallField::Cell> &cells) const;

    const PeerBook *m_book;
    std::function<QString(PeerId)> m_budgets; // null: there are none
    SituationBar *m_situation;
    FleetBar *m_fleet = nullptr; // null: there is none
    StatusCounts *m_counts;
    QLabel *m_clockLabel;
    QLabel *m_rest;
    WallField *m_field;
    QList<WallTile *> m_tiles; // all of them, as children
    QList<WallTile *> m_shown; // the visible ones of these; others are hidden
    int m_troubleInField = 0;
    QTimer m_clock;
    QTimer m_soon;
};

} // namespace Pongwatch
