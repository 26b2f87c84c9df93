// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

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

/// Every peer as a tile over a whole screen, trouble first, under the line that says how all fare, to be read
/// across a room. Where there are more
/// peers than can be told apart, the first ones are shown and the rest is counted. Escape asks to be closed.
class WallView : public QWidget
{
    Q_OBJECT

public:
    /// The watch, whose peers are shown, outlives the view.
    explicit WallView(const SituationWatch *watch, QWidget *parent = nullptr);

    /// Shows the present at once. For tests and for pictures; otherwise it does so once a second, and soon
    /// after a state has changed.
    void refresh();

    /// Those that have a place, in their order.
    [[nodiscard]] QList<WallTile *> tiles() const;

    /// "and 12 more", or empty.
    [[nodiscard]] QString restText() const;

    /// No tile is smaller.
    static constexpr QSize smallestTile{120, 70};

Q_SIGNALS:
    void peerActivated(Pongwatch::PeerId peer);
    /// The line over the tiles was clicked: the peers in trouble are to be shown.
    void troubleActivated();
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
    [[nodiscard]] QRect tileArea() const;

    const PeerBook *m_book;
    SituationBar *m_situation;
    StatusCounts *m_counts;
    QLabel *m_clockLabel;
    QLabel *m_rest;
    QList<WallTile *> m_tiles; // children; those beyond m_shown are hidden
    qsizetype m_shown = 0;
    QTimer m_clock;
    QTimer m_soon;
};

} // namespace Pongwatch
