// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "history/health.h"
#include "widgets/wall/fieldgrid.h"

#include <QList>
#include <QWidget>

#include <vector>

namespace Pongwatch
{

/// The peers on a wall that have no tile of their own: a cell for each, with the shape of its state, and with
/// its name if there is room for all; or else in tiles of groups, below the group's name and what is wrong
/// with it. Trouble is shown strong, the rest pale. Arrow keys move from cell to cell; the peer of the
/// current one is the value for screen readers.
class WallField : public QWidget
{
    Q_OBJECT

public:
    struct Cell {
        PeerId peer{};
        Health health = Health::Connecting;
        QString name;

        friend bool operator==(const Cell &, const Cell &) = default;
    };

    /// Consecutive cells that share a tile.
    struct Group {
        QString name;
        QString headline; ///< how its peers are doing, in a sentence
        Health worst = Health::Ok;
        int cells = 0;

        friend bool operator==(const Group &, const Group &) = default;
    };

    explicit WallField(QWidget *parent = nullptr);

    /// In the order in which they are shown.
    void setCells(const QList<Cell> &cells);
    /// Divides the cells, in their order, among these groups; empty: there are no groups.
    void setGroups(const QList<Group> &groups);
    [[nodiscard]] const QList<Group> &groups() const { return m_groups; }
    /// Of a cell in which all of these names fit; long names are cut.
    [[nodiscard]] int nameWidth(const QList<Cell> &cells) const;
    [[nodiscard]] const QList<Cell> &cells() const { return m_cells; }

    /// How many have a place.
    [[nodiscard]] int placed() const;
    /// The middle of a peer's cell; null if it has no place.
    [[nodiscard]] QPoint middleOf(PeerId peer) const;

    /// The cell's name and state in words: "edge-1: Slow".
    [[nodiscard]] static QString words(const Cell &cell);

Q_SIGNALS:
    /// Double click or Return.
    void activated(Pongwatch::PeerId peer);
    /// An arrow key leads out of the field at its upper edge.
    void leftUpwards();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    /// A tile, or the whole field.
    struct Block {
        QRect tile;
        QRect head; ///< for the name of the group
        FieldGrid grid;
        QPoint origin;
        int first = 0;
    };

    [[nodiscard]] std::vector<Block> blocks() const;
    /// From the left, whatever the layout direction.
    [[nodiscard]] QRect placeOf(int cell) const;
    void paintHead(QPainter *painter, const Block &block, const Group &group) const;
    void moveBy(int right, int down);
    [[nodiscard]] QRect mirrored(const QRect &place) const;
    [[nodiscard]] int cellAt(const QPoint &place) const;
    [[nodiscard]] int currentCell() const;
    void setCurrent(int cell);
    void describe();

    [[nodiscard]] QFont smallFont() const;

    QList<Cell> m_cells;
    QList<Group> m_groups;
    int m_nameWidth = 0;
    PeerId m_current{}; // with the keyboard focus
};

} // namespace Pongwatch
