// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "engine/values/timetypes.h"

#include <QList>
#include <QStackedWidget>
#include <QTimer>

#include <optional>

class QLabel;

namespace Pongwatch
{

class PeerBook;
class PeerPage;
class SelectionPage;
class SeriesSource;

/// Everything about the selection: one peer in full, several peers or a group side by side, or a hint on what
/// to select. Each value can be copied, and so can everything at once.
class Inspector : public QStackedWidget
{
    Q_OBJECT

public:
    /// The source must outlive the inspector.
    explicit Inspector(SeriesSource *source, QWidget *parent = nullptr);

    /// `group`: the group whose row is selected; nullopt: peers are. If nothing is selected, shows all peers
    /// together.
    void setSelection(const QList<PeerId> &peers, const std::optional<QString> &group);

    /// If nothing is selected, shows these peers together; nullopt: all peers.
    void setFound(const std::optional<QList<PeerId>> &peers);

    /// Adds figures for this stretch of time next to the others.
    void setMarkedRange(WallTime from, WallTime to);
    void clearMarkedRange();

    /// The sentence shown about the last end; empty if there was none.
    [[nodiscard]] QString sentence() const;

    /// Everything shown, as text.
    [[nodiscard]] QString plainText() const;

    /// Which sections are open, to be restored at the next start.
    [[nodiscard]] QByteArray saveLook() const;
    void restoreLook(const QByteArray &look);

    [[nodiscard]] PeerPage *peerPage() const { return m_peerPage; }
    [[nodiscard]] SelectionPage *selectionPage() const { return m_selectionPage; }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The user wants to see this one alone.
    void peerActivated(Pongwatch::PeerId peer);
    /// The same for several peers with the same trouble.
    void peersActivated(const QList<Pongwatch::PeerId> &peers);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void retranslate();
    void refresh();
    void setClock();
    void showAll();

    const PeerBook *m_book;
    QList<PeerId> m_peers; ///< the selected ones
    std::optional<QList<PeerId>> m_found;
    QLabel *m_none;
    PeerPage *m_peerPage;
    SelectionPage *m_selectionPage;
    QAction *m_copyAll;
    QTimer m_soon; // a peer on display has new measurements
    QTimer m_clock;
    std::chrono::steady_clock::time_point m_refreshed{};
    bool m_isSeen = false;
    bool m_looksAtAll = true;
    QTimer m_allSoon; ///< peers may be added or removed by the thousand
};

} // namespace Pongwatch
