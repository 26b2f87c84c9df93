// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/peerlistroles.h"

#include <QByteArray>
#include <QObject>

#include <array>
#include <optional>

class QTreeView;

namespace Pongwatch
{

/// The columns of the list of peers: which are shown, in which order, and how wide. Until the user resizes
/// them they share the width of the list; if that is small, some are hidden, so that state, name and verdict
/// are always visible without scrolling. GUI thread.
class PeerColumnFit : public QObject
{
    Q_OBJECT

public:
    /// For a view that already has its model and header.
    explicit PeerColumnFit(QTreeView *view);

    /// What the user wants to see; some of it may be hidden for lack of room.
    [[nodiscard]] PeerColumns wanted() const { return m_wanted; }
    /// A column that is requested explicitly is no longer hidden for lack of room.
    void setWanted(PeerColumn column, bool wanted);
    /// Columns that have nothing to show stay hidden. At first: those of a fleet.
    void setAvailable(PeerColumn column, bool available);

    /// Restores the defaults.
    void reset();

    /// Distributes the width; call it when the list, or its contents, have changed.
    void fit();

    /// To be kept for the next start.
    struct Look {
        QByteArray header; ///< order and widths
        bool sizedByUser = false;
        std::optional<PeerColumns> wanted; ///< nullopt: those that the header shows
        PeerColumns pinned;
    };
    [[nodiscard]] Look look() const;
    void setLook(const Look &look);

Q_SIGNALS:
    void wantedChanged();

private:
    void fitVantages();
    void layOut();
    void show(PeerColumns columns);
    [[nodiscard]] PeerColumns whatFits() const;
    [[nodiscard]] int least(PeerColumn column) const;
    /// The width of so many digits in the list's boldest font, plus the space around them.
    [[nodiscard]] int characters(int count) const;

    QTreeView *m_view;
    PeerColumns m_wanted;
    PeerColumns m_available = PeerColumns().set().reset(static_cast<size_t>(PeerColumn::Vantages));
    PeerColumns m_pinned;                        ///< requested explicitly
    std::array<int, peerColumnCount> m_widths{}; ///< before the distribution
    bool m_sizedByUser = false;
    bool m_working = false; ///< this object is resizing columns
};

} // namespace Pongwatch
