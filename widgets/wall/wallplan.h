// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/wall/wallgrid.h"

namespace Pongwatch
{

/// How a wall's room is shared out: what is in trouble is large and comes first, what is well is small below
/// it, and those that can't all have a tile of their own are a field of cells. A plain value, without a
/// window.
class WallPlan
{
public:
    /// Tiles of trouble are never smaller: their texts are read from two metres.
    static constexpr QSize smallestLarge{300, 176};
    /// Those of the others.
    static constexpr QSize smallestSmall{120, 70};
    /// Those of groups.
    static constexpr QSize smallestGroup{150, 78};
    /// What is in trouble keeps at least the rest of the height.
    static constexpr double shareOfOthers = 0.36;

    /// `trouble` of the peers are in trouble, `others` are not. `nameWidth` as FieldGrid has it. `groups`:
    /// into how many tiles of groups a field may be divided; fewer than two: it is not.
    WallPlan(const QRect &area, int trouble, int others, int gap, int nameWidth, int groups = 0);

    /// The first peers in trouble; with none, nothing has a place.
    [[nodiscard]] const WallGrid &large() const { return m_large; }
    /// Those that are well, if all of them have a tile.
    [[nodiscard]] const WallGrid &small() const { return m_small; }
    /// Where the rest is; empty: there is none.
    [[nodiscard]] const QRect &field() const { return m_field; }

    [[nodiscard]] int largeTiles() const { return m_largeTiles; }
    [[nodiscard]] int smallTiles() const { return m_smallTiles; }
    /// How many have no tile.
    [[nodiscard]] int inField() const { return m_inField; }
    /// Whether the field consists of tiles of groups: where there are too many peers for names.
    [[nodiscard]] bool isGrouped() const { return m_isGrouped; }

private:
    void placeOthers(const QRect &area, int others, int gap);
    [[nodiscard]] bool placeSmall(const QRect &area, int others, int gap);

    WallGrid m_large{{}, 0, 0};
    WallGrid m_small{{}, 0, 0};
    QRect m_field;
    QRect m_rest; // above the others
    int m_largeTiles = 0;
    int m_smallTiles = 0;
    int m_inField = 0;
    bool m_isGrouped = false;
};

} // namespace Pongwatch
