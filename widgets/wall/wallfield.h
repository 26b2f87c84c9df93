// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "history/health.h"

#include <QList>
#include <QWidget>

namespace Pongwatch
{

class FieldGrid;

/// Peers of a wall that have no tile of their own: a cell each, with the shape of its state, and with its
/// name where there is room for all. What is not well is strong, what is well is pale. Arrow keys go from
/// cell to cell; the peer of the current one is the value that screen readers are told.
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

    explicit WallField(QWidget *parent = nullptr);

    /// In the order in which they stand.
    void setCells(const QList<Cell> &cells);
    /// Of a cell in which all of these names can be read; long ones are cut.
    [[nodiscard]] int nameWidth(const QList<Cell> &cells) const;
    [[nodiscard]] const QList<Cell> &cells() const { return m_cells; }

    /// How many have a place.
    [[nodiscard]] int placed() const;
    /// The middle of a peer's cell; null: it has no place.
    [[nodiscard]] QPoint middleOf(PeerId peer) const;

    /// Cell and state in words: "edge-1: Slow".
    [[nodiscard]] static QString words(const Cell &cell);

Q_SIGNALS:
    /// Clicked twice, or Return.
    void activated(Pongwatch::PeerId peer);
    /// The arrow key leads out of the field at its upper edge.
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
    [[nodiscard]] FieldGrid grid() const;
    [[nodiscard]] QRect mirrored(const QRect &place) const;
    [[nodiscard]] int cellAt(const QPoint &place) const;
    [[nodiscard]] int currentCell() const;
    void setCurrent(int cell);
    void describe();

    [[nodiscard]] QFont smallFont() const;

    QList<Cell> m_cells;
    int m_nameWidth = 0;
    PeerId m_current{}; // with the keyboard
};

} // namespace Pongwatch
