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

/// The columns of the list of peers: which are shown, in which order, and how wide. Until the user sizes them
/// they share the list's width, and where that is small some give way, so that state, name and verdict are
/// always seen without scrolling. GUI thread.
class PeerColumnFit : public QObject
{
    Q_OBJECT

public:
    /// Of a view that has its model and its header.
    explicit PeerColumnFit(QTreeView *view);

    /// What the user wants to see; some of it may have given way.
    [[nodiscard]] PeerColumns wanted() const { return m_wanted; }
    /// A column that is asked for by name does not give way any more.
    void setWanted(PeerColumn column, bool wanted);

    /// As it is for a user who has changed nothing.
    void reset();

    /// Shares out the width; for when the list, or what is in it, has changed.
    void fit();

    /// To be kept for the next start.
    struct Look {
        QByteArray header; ///< order, and widths
        bool sizedByUser = false;
        std::optional<PeerColumns> wanted; ///< nullopt: those that the header shows
        PeerColumns pinned;
    };
    [[nodiscard]] Look look() const;
    void setLook(const Look &look);

Q_SIGNALS:
    void wantedChanged();

private:
    void layOut();
    void show(PeerColumns columns);
    [[nodiscard]] PeerColumns whatFits() const;
    [[nodiscard]] int least(PeerColumn column) const;
    /// As wide as so many digits, in the list's boldest font, with the space around.
    [[nodiscard]] int characters(int count) const;

    QTreeView *m_view;
    PeerColumns m_wanted;
    PeerColumns m_pinned;                        ///< asked for by name
    std::array<int, peerColumnCount> m_widths{}; ///< before they are shared out
    bool m_sizedByUser = false;
    bool m_working = false; ///< columns are being sized by this
};

} // namespace Pongwatch
