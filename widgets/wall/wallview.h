// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "history/health.h"
#include "widgets/wall/wallfield.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

class QLabel;

namespace Pongwatch
{

class PeerBook;
class SituationBar;
class SituationWatch;
class StatusCounts;
class WallTile;

/// Every peer over a whole screen, under the line that says how all peers are doing, to be read across a
/// room: trouble in large tiles, what is well in small ones below it; where there are too many for a tile
/// each, as a field of shapes. A clock tells that the wall is alive. Escape asks to be closed.
class WallView : public QWidget
{
    Q_OBJECT

public:
    /// The watch, whose peers are shown, outlives the view.
    explicit WallView(const SituationWatch *watch, QWidget *parent = nullptr);

    /// Shows the present at once. For tests and for pictures; otherwise it does so once a second, and soon
    /// after a state has changed.
    void refresh();

    /// Those that are seen, in their order.
    [[nodiscard]] const QList<WallTile *> &tiles() const { return m_shown; }
    /// The peers without a tile.
    [[nodiscard]] const WallField *field() const { return m_field; }

    /// How many of the field are in trouble, and how many have no place anywhere; empty: none.
    [[nodiscard]] QString restText() const;

Q_SIGNALS:
    void peerActivated(Pongwatch::PeerId peer);
    /// The line over the tiles was clicked: the peers in trouble are to be shown.
    void troubleActivated();
    /// One of the counts at the foot was clicked: the peers in these states are to be shown.
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
    SituationBar *m_situation;
    StatusCounts *m_counts;
    QLabel *m_clockLabel;
    QLabel *m_rest;
    WallField *m_field;
    QList<WallTile *> m_tiles; // children
    QList<WallTile *> m_shown; // of those; the others are hidden
    int m_troubleInField = 0;
    QTimer m_clock;
    QTimer m_soon;
};

} // namespace Pongwatch
