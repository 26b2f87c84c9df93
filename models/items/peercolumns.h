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

/// Exactly these columns.
PeerColumns peerColumns(std::initializer_list<PeerColumn> list);

/// The names of the columns in the list of peers, and the alignment of their cells.
class PeerColumnText
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::PeerColumnText)

public:
    /// Short enough to fit above the column.
    static QString title(PeerColumn column, nanoseconds trendWindow);

    /// The full title where there is room: in menus, and for screen readers.
    static QString name(PeerColumn column);

    /// A sentence that explains the figures.
    static QString explanation(PeerColumn column);

    static Qt::Alignment alignment(PeerColumn column);

    /// The columns shown until somebody changes them.
    static PeerColumns shownAtFirst();

    static PeerColumns changedBySamples();
    static PeerColumns changedByEvents();
    static PeerColumns fromStatistics();
};

} // namespace Pongwatch
