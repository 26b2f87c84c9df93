// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"
#include "items/peerlistroles.h"

#include <QCoreApplication>
#include <QVariant>

#include <initializer_list>

namespace Pongwatch
{

constexpr int column(PeerColumn c)
{
    return static_cast<int>(c);
}

/// These columns and no others.
PeerColumns peerColumns(std::initializer_list<PeerColumn> list);

/// What the columns of the list of peers are called, and how their cells are aligned.
class PeerColumnText
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::PeerColumnText)

public:
    /// As short as it fits over the column.
    static QString title(PeerColumn column, nanoseconds trendWindow);

    /// The title in full, where there is room: in menus, and for screen readers.
    static QString name(PeerColumn column);

    /// One sentence about what the figures mean.
    static QString explanation(PeerColumn column);

    static Qt::Alignment alignment(PeerColumn column);

    /// The columns of a list that nobody has changed yet.
    static PeerColumns shownAtFirst();

    static PeerColumns changedBySamples();
    static PeerColumns changedByEvents();
    static PeerColumns fromStatistics();
};

} // namespace Pongwatch
