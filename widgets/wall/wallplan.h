// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/wall/wallgrid.h"

namespace Pongwatch
{

/// How a wall's room is divided: peers in trouble are large and come first, others are small and below; if
/// there is not enough room for a tile each, the rest become a field of cells. A plain value, independent of
/// any window.
class WallPlan
{
public:
    /// Tiles of peers in trouble are never smaller: their text is read from two metres away.
    static constexpr QSize smallestLarge{300, 176};
    /// For the others.
    static constexpr QSize smallestSmall{120, 70};
    /// For groups.
    static constexpr QSize smallestGroup{150, 78};
    /// Peers in trouble keep at least the rest of the height.
    static constexpr double shareOfOthers = 0.36;

    /// `trouble` peers are in trouble, `others` are not. `nameWidth` is as for FieldGrid. `groups`: the
    /// number of group tiles that a field can be divided into; with fewer than two, it isn't.
    WallPlan(const QRect &area, int trouble, int others, int gap, int nameWidth, int groups = 0);

    /// The first peers in trouble; if there are none, nothing has a place.
    [[nodiscard]] const WallGrid &large() const { return m_large; }
    /// The peers that are well, if all of them have a tile.
    [[nodiscard]] const WallGrid &small() const { return m_small; }
    /// The place for the rest; empty if there is none.
    [[nodiscard]] const QRect &field() const { return m_field; }

    [[nodiscard]] int largeTiles() const { return m_largeTiles; }
    [[nodiscard]] int smallTiles() const { return m_smallTiles; }
    /// How many have no tile.
    [[nodiscard]] int inField() const { return m_inField; }
    /// Whether the field consists of tiles of groups, because there are too many peers for names.
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
